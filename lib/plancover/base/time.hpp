// Points and stretches of time. An Instant is a minute of universal time; a Window is
// half-open, [from, until), so that windows which touch do not overlap.
#pragma once

#include <chrono>
#include <compare>
#include <string>
#include <vector>

namespace plancover {

using Minutes = std::chrono::duration<std::int64_t, std::ratio<60>>;
using Instant = std::chrono::time_point<std::chrono::system_clock, Minutes>;
/// A reading of a wall clock, in a zone that the context names.
using LocalTime = std::chrono::time_point<std::chrono::local_t, Minutes>;
/// A date on the wall calendar of a zone that the context names.
using Day = std::chrono::local_days;

struct Window {
  Instant from{};
  Instant until{};

  [[nodiscard]] Minutes length() const { return until - from; }
  [[nodiscard]] bool empty() const { return until <= from; }
  friend auto operator<=>(const Window&, const Window&) = default;
};

/// Stands for "without limit of days"; far outside every date a file can name.
inline constexpr Window always{Instant{Minutes{-10'000'000'000}}, Instant{Minutes{10'000'000'000}}};

[[nodiscard]] inline bool overlap(const Window& a, const Window& b) {
  return a.from < b.until && b.from < a.until;
}
[[nodiscard]] inline bool contains(const Window& outer, const Window& inner) {
  return outer.from <= inner.from && inner.until <= outer.until;
}

/// Sorted, disjoint, not touching: windows that touch or overlap become one, empty ones vanish.
[[nodiscard]] std::vector<Window> joined(std::vector<Window> windows);
/// `from` without `taken`; both in any order, the result as `joined` gives it.
[[nodiscard]] std::vector<Window> without(const std::vector<Window>& from, const std::vector<Window>& taken);
/// Does one of the windows hold the whole stretch? Expects `windows` as `joined` gives them.
[[nodiscard]] bool any_contains(const std::vector<Window>& windows, const Window& stretch);

/// "2014-10-29", "09:30", "2014-10-29 09:30", "1h30m" (durations; "0m" for none).
[[nodiscard]] std::string to_string(Day day);
[[nodiscard]] std::string clock_text(LocalTime time);
[[nodiscard]] std::string to_string(LocalTime time);
[[nodiscard]] std::string to_string(Minutes length);

}  // namespace plancover
