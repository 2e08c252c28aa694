#include "plancover/input/parse_time.hpp"

#include <algorithm>
#include <array>

namespace plancover {

namespace {

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int value_of(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

// A day, or a day and a time; `at_end` allows 24:00 and takes a bare day to its last minute.
std::optional<Bound> parse_bound(std::string_view text, bool at_end) {
  const std::optional<Day> day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return Bound{LocalTime{*day} + (at_end ? Minutes{24 * 60} : Minutes{0}), false};
  if (text[10] != ' ') return std::nullopt;
  const std::optional<Minutes> clock = parse_clock(trimmed(text.substr(10)));
  if (!clock || (!at_end && *clock == Minutes{24 * 60})) return std::nullopt;
  return Bound{LocalTime{*day} + *clock, true};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<int> parse_number(std::string_view text) {
  if (!digits(text) || text.size() > 9) return std::nullopt;
  return value_of(text);
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view y = text.substr(0, 4);
  const std::string_view m = text.substr(5, 2);
  const std::string_view d = text.substr(8, 2);
  if (!digits(y) || !digits(m) || !digits(d) || value_of(y) == 0) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{value_of(y)},
                                         std::chrono::month{static_cast<unsigned>(value_of(m))},
                                         std::chrono::day{static_cast<unsigned>(value_of(d))}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::string why_no_day(std::string_view text) {
  const std::string_view day = text.substr(0, 10);
  if (day.size() != 10 || day[4] != '-' || day[7] != '-' || parse_day(day)) return {};
  const std::string_view year = day.substr(0, 4);
  const std::string_view month = day.substr(5, 2);
  if (!digits(year) || !digits(month) || !digits(day.substr(8)) || value_of(year) == 0) return {};
  constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  const int number = value_of(month);
  if (number == 0 || number > 12) return "there is no month " + std::string(month) + "; write YYYY-MM-DD";
  const auto last = (std::chrono::year{value_of(year)} / number / std::chrono::last).day();
  return std::string(names[static_cast<std::size_t>(number - 1)]) + " " + std::string(year) + " has " +
         std::to_string(static_cast<unsigned>(last)) + " days";
}

std::string with_two_digit_hours(std::string_view text) {
  std::string result;
  bool changed = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool alone = (i == 0 || !digits(text.substr(i - 1, 1))) && text.size() >= i + 4 && text[i + 1] == ':' &&
                       digits(text.substr(i, 1)) && digits(text.substr(i + 2, 2));
    if (alone) result += '0';
    changed = changed || alone;
    result += text[i];
  }
  return changed ? result : std::string();
}

std::optional<Minutes> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':' || !digits(text.substr(0, 2)) || !digits(text.substr(3))) return std::nullopt;
  const int hour = value_of(text.substr(0, 2));
  const int minute = value_of(text.substr(3));
  if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) return std::nullopt;
  return Minutes{hour * 60 + minute};
}

std::optional<LocalTime> parse_moment(std::string_view text) {
  const std::optional<Bound> bound = parse_bound(trimmed(text), false);
  if (!bound || !bound->exact) return std::nullopt;
  return bound->time;
}

std::optional<Minutes> parse_duration(std::string_view text) {
  Minutes sum{0};
  const std::size_t hours = text.find('h');
  if (hours != std::string_view::npos) {
    if (!digits(text.substr(0, hours)) || hours > 5) return std::nullopt;
    sum += Minutes{60} * value_of(text.substr(0, hours));
    text.remove_prefix(hours + 1);
    if (text.empty()) return sum;
  }
  if (text.empty() || text.back() != 'm') return std::nullopt;
  text.remove_suffix(1);
  if (!digits(text) || text.size() > 5) return std::nullopt;
  return sum + Minutes{value_of(text)};
}

std::variant<ClockSpan, SpanFault> parse_span(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return SpanFault::unreadable;
  const std::optional<Minutes> from = parse_clock(trimmed(text.substr(0, dash)));
  const std::optional<Minutes> until = parse_clock(trimmed(text.substr(dash + 1)));
  constexpr Minutes day{24 * 60};
  if (!from || !until || *from == day) return SpanFault::unreadable;
  if (*from == *until) return SpanFault::empty;
  return ClockSpan{*from, *until < *from ? *until + day : *until};
}

std::variant<LocalWindow, WindowFault> parse_window(std::string_view text) {
  text = trimmed(text);
  const std::size_t dots = text.find("..");
  const std::string_view left = trimmed(text.substr(0, dots));
  const std::optional<Bound> from = parse_bound(left, false);
  if (!from) return WindowFault::unreadable;
  if (dots == std::string_view::npos) {
    if (from->exact) return WindowFault::unreadable;
    return LocalWindow{*from, *parse_bound(left, true)};
  }
  const std::string_view right = trimmed(text.substr(dots + 2));
  if (const std::optional<Minutes> clock = parse_clock(right); clock && from->exact) {
    // A part of one day, or of the night after it, as in a span of times.
    const Day day = std::chrono::floor<std::chrono::days>(from->time);
    LocalTime until = LocalTime{day} + *clock;
    if (until == from->time) return WindowFault::empty;
    if (until < from->time) until += Minutes{24 * 60};
    return LocalWindow{*from, Bound{until, true}};
  }
  const std::optional<Bound> until = parse_bound(right, true);
  if (!until) return WindowFault::unreadable;
  if (until->time < from->time) return WindowFault::reversed;
  if (until->time == from->time) return from->exact && until->exact ? WindowFault::empty : WindowFault::reversed;
  return LocalWindow{*from, *until};
}

}  // namespace plancover
