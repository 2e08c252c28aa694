#include "plancover/programme/recurrence.hpp"

#include <algorithm>

namespace plancover {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using Unit = RecurrenceRule::Unit;

Day to_day(const year_month_day& date) {
  return Day{date};
}

Day first_of_year(std::chrono::year year) {
  return to_day(year / std::chrono::January / 1);
}

Day first_of_month(const year_month_day& date) {
  return to_day(date.year() / date.month() / 1);
}

Day begin_of_period(const RecurrenceRule& rule, Day day) {
  const year_month_day date{day};
  switch (rule.unit) {
    case Unit::day:
      return day;
    case Unit::week:
      return day - (std::chrono::weekday{day} - rule.week_start);
    case Unit::month:
      return first_of_month(date);
    default:
      return first_of_year(date.year());
  }
}

Day begin_of_next(const RecurrenceRule& rule, Day begin) {
  const year_month_day date{begin};
  switch (rule.unit) {
    case Unit::day:
      return begin + days{rule.interval};
    case Unit::week:
      return begin + days{7} * rule.interval;
    case Unit::month:
      return to_day(date + months{rule.interval});
    default:
      return first_of_year(date.year() + std::chrono::years{rule.interval});
  }
}

Day end_of_period(const RecurrenceRule& rule, Day begin) {
  RecurrenceRule single = rule;
  single.interval = 1;
  return begin_of_next(single, begin);
}

/// Is it the n-th of a stretch [begin, end), counted from its end where n is negative?
bool nth(std::int64_t n, Day day, Day begin, Day end, std::int64_t step) {
  return n > 0 ? (day - begin).count() / step + 1 == n : (end - days{1} - day).count() / step + 1 == -n;
}

bool any_nth(const std::vector<int>& numbers, Day day, Day begin, Day end) {
  return std::any_of(numbers.begin(), numbers.end(), [&](int n) { return nth(n, day, begin, end, 1); });
}

/// What a rule without days takes from its first occurrence.
RecurrenceRule with_days_of(RecurrenceRule rule, Day first) {
  const year_month_day date{first};
  const bool says_day = !rule.weekdays.empty() || !rule.month_days.empty() || !rule.year_days.empty();
  if (says_day || rule.unit == Unit::day) return rule;
  if (rule.unit == Unit::week) {
    rule.weekdays.push_back({0, std::chrono::weekday{first}});
  } else {
    rule.month_days.push_back(static_cast<int>(static_cast<unsigned>(date.day())));
    if (rule.unit == Unit::year && rule.months.empty()) {
      rule.months.push_back(static_cast<int>(static_cast<unsigned>(date.month())));
    }
  }
  return rule;
}

bool picks(const RecurrenceRule& rule, Day day) {
  const year_month_day date{day};
  const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
  if (!rule.months.empty() && std::find(rule.months.begin(), rule.months.end(), month) == rule.months.end()) {
    return false;
  }
  const Day month_begin = first_of_month(date);
  const Day month_end = to_day(year_month_day{month_begin} + months{1});
  const Day year_begin = first_of_year(date.year());
  const Day year_end = first_of_year(date.year() + std::chrono::years{1});
  if (!rule.month_days.empty() && !any_nth(rule.month_days, day, month_begin, month_end)) return false;
  if (!rule.year_days.empty() && !any_nth(rule.year_days, day, year_begin, year_end)) return false;
  if (rule.weekdays.empty()) return true;
  const bool of_year = rule.unit == Unit::year && rule.months.empty();
  return std::any_of(rule.weekdays.begin(), rule.weekdays.end(), [&](const RecurrenceRule::Weekday& each) {
    if (each.day != std::chrono::weekday{day}) return false;
    if (each.ordinal == 0 || rule.unit == Unit::day || rule.unit == Unit::week) return true;
    return of_year ? nth(each.ordinal, day, year_begin, year_end, 7)
                   : nth(each.ordinal, day, month_begin, month_end, 7);
  });
}

/// Of the days of one period, those at the positions the rule names.
std::vector<Day> at_positions(const RecurrenceRule& rule, std::vector<Day> all) {
  if (rule.positions.empty()) return all;
  std::vector<Day> kept;
  const auto size = std::ssize(all);
  for (std::ptrdiff_t i = 0; i < size; ++i) {
    const bool named = std::any_of(rule.positions.begin(), rule.positions.end(),
                                   [&](int position) { return position == i + 1 || position == i - size; });
    if (named) kept.push_back(all[static_cast<std::size_t>(i)]);
  }
  return kept;
}

}  // namespace

Occurrences occurrences(const RecurrenceRule& given, LocalTime first, LocalTime last, std::size_t most,
                        std::size_t& days_left) {
  Occurrences result;
  result.starts.push_back(first);
  const Day first_day = std::chrono::floor<days>(first);
  const Minutes clock = first - LocalTime{first_day};
  const RecurrenceRule rule = with_days_of(given, first_day);
  const std::size_t wanted = rule.count ? static_cast<std::size_t>(*rule.count) : most + 1;
  // With a long interval each step goes far; without one each step looks at a period's days.
  for (Day begin = begin_of_period(rule, first_day); LocalTime{begin} <= last; begin = begin_of_next(rule, begin)) {
    std::vector<Day> found;
    const Day end = end_of_period(rule, begin);
    for (Day day = begin; day < end; day += days{1}) {
      if (days_left == 0) {
        result.cut = true;
        return result;
      }
      --days_left;
      if (picks(rule, day)) found.push_back(day);
    }
    for (const Day day : at_positions(rule, std::move(found))) {
      const LocalTime start = LocalTime{day} + clock;
      if (start <= first) continue;
      if (start > last || result.starts.size() >= wanted) return result;
      if (result.starts.size() >= most) {
        result.cut = true;
        return result;
      }
      result.starts.push_back(start);
    }
    if (result.starts.size() >= wanted) return result;
  }
  return result;
}

}  // namespace plancover
