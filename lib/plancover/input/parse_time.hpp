// Days, times of day, spans, durations and windows as people write them, to values on a
// wall clock. Knows no zone and no place; refuses all but one spelling of each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "plancover/base/time.hpp"

namespace plancover {

/// YYYY-MM-DD, years 0001 to 9999.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
/// HH:MM, 00:00 to 24:00, in minutes after midnight.
[[nodiscard]] std::optional<Minutes> parse_clock(std::string_view text);
/// `YYYY-MM-DD HH:MM`, without 24:00.
[[nodiscard]] std::optional<LocalTime> parse_moment(std::string_view text);
/// 90m, 6h, 1h30m; at most five digits each.
[[nodiscard]] std::optional<Minutes> parse_duration(std::string_view text);
/// A whole number without sign, at most nine digits.
[[nodiscard]] std::optional<int> parse_number(std::string_view text);
/// Without the spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A-B in minutes after midnight; `until` is past 24 h where it is on the next day.
struct ClockSpan {
  Minutes from{};
  Minutes until{};
};
enum class SpanFault { unreadable, empty };
[[nodiscard]] std::variant<ClockSpan, SpanFault> parse_span(std::string_view text);

/// A bound of a window; `exact` where a time was written, not only a day.
struct Bound {
  LocalTime time{};
  bool exact = false;
};
/// Half-open: a bare day at the right ends at the midnight after it.
struct LocalWindow {
  Bound from;
  Bound until;
};
enum class WindowFault { unreadable, reversed, empty };
[[nodiscard]] std::variant<LocalWindow, WindowFault> parse_window(std::string_view text);

/// What is wrong with a day that is spelled well and yet is none: "February 2014 has 28
/// days". Empty for a good day and for what does not begin with YYYY-MM-DD.
[[nodiscard]] std::string why_no_day(std::string_view text);
/// The text with `9:00` written `09:00`, or empty where there is no such time in it.
[[nodiscard]] std::string with_two_digit_hours(std::string_view text);

}  // namespace plancover
