#include "duration.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace plancover::app {

std::optional<std::chrono::milliseconds> parse_duration(std::string_view text) {
  constexpr std::int64_t year = std::int64_t{366} * 24 * 3'600'000;
  constexpr std::array<std::pair<std::string_view, std::int64_t>, 4> units{
      {{"ms", 1}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}}};
  if (text.empty()) return std::nullopt;
  std::int64_t sum = 0;
  while (!text.empty()) {
    std::int64_t number = 0;
    if (text.front() < '0' || text.front() > '9') return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number > year) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    std::int64_t scale = 0;
    for (const auto& [name, length] : units) {
      if (scale == 0 && text.starts_with(name)) {
        scale = length;
        text.remove_prefix(name.size());
      }
    }
    if (scale == 0 || number > year / scale) return std::nullopt;
    sum += number * scale;
    if (sum > year) return std::nullopt;
  }
  return std::chrono::milliseconds{sum};
}

}  // namespace plancover::app
