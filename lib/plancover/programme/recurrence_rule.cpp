// The words of a rule.
#include <algorithm>
#include <array>

#include "plancover/input/parse_time.hpp"
#include "plancover/programme/ics_lines.hpp"
#include "plancover/programme/recurrence.hpp"

namespace plancover {

namespace {

std::vector<std::string_view> split_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<int> signed_number(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  const std::optional<int> value = text.size() > 3 ? std::nullopt : parse_number(text);
  if (!value) return std::nullopt;
  return minus ? -*value : *value;
}

std::optional<std::vector<int>> signed_numbers(std::string_view text, int most) {
  std::vector<int> numbers;
  for (const std::string_view part : split_at(text, ',')) {
    const std::optional<int> number = signed_number(part);
    if (!number || *number == 0 || std::abs(*number) > most || numbers.size() > 400) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<std::chrono::weekday> weekday_of(std::string_view word) {
  constexpr std::array<std::string_view, 7> words{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  const auto* const found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return std::chrono::weekday{static_cast<unsigned>(found - words.begin())};
}

std::optional<std::vector<RecurrenceRule::Weekday>> weekdays_of(std::string_view text) {
  std::vector<RecurrenceRule::Weekday> days;
  for (const std::string_view part : split_at(text, ',')) {
    if (part.size() < 2 || days.size() > 400) return std::nullopt;
    RecurrenceRule::Weekday each;
    const std::optional<std::chrono::weekday> day = weekday_of(part.substr(part.size() - 2));
    if (!day) return std::nullopt;
    each.day = *day;
    if (part.size() > 2) {
      const std::optional<int> ordinal = signed_number(part.substr(0, part.size() - 2));
      if (!ordinal || *ordinal == 0 || std::abs(*ordinal) > 53) return std::nullopt;
      each.ordinal = *ordinal;
    }
    days.push_back(each);
  }
  return days;
}

bool take(std::optional<std::vector<int>> numbers, std::vector<int>& into) {
  if (!numbers) return false;
  into = std::move(*numbers);
  return true;
}

bool take_unit(std::string_view word, RecurrenceRule& rule) {
  constexpr std::array<std::string_view, 4> words{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  const auto* const found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return false;
  rule.unit = static_cast<RecurrenceRule::Unit>(found - words.begin());
  return true;
}

/// Why this part cannot be followed; empty where it was taken.
std::string take_part(std::string_view name, std::string_view value, RecurrenceRule& rule) {
  bool good = true;
  if (name == "FREQ") {
    good = take_unit(value, rule);
    if (!good) return "repeats by " + std::string(value.substr(0, 20)) + ", not by day, week, month or year";
  } else if (name == "INTERVAL" || name == "COUNT") {
    const std::optional<int> number = parse_number(value);
    good = number && *number > 0;
    // Further apart than any two days of a conference; a year beyond what the calendar counts would wrap.
    if (good && name == "INTERVAL") rule.interval = std::min(*number, 10'000);
    if (good && name == "COUNT") rule.count = number;
  } else if (name == "UNTIL") {
    rule.until = value;
  } else if (name == "WKST") {
    const std::optional<std::chrono::weekday> day = weekday_of(value);
    good = day.has_value();
    if (good) rule.week_start = *day;
  } else if (name == "BYDAY") {
    std::optional<std::vector<RecurrenceRule::Weekday>> days = weekdays_of(value);
    good = days.has_value();
    if (good) rule.weekdays = std::move(*days);
  } else if (name == "BYMONTH") {
    good = take(signed_numbers(value, 12), rule.months);
  } else if (name == "BYMONTHDAY") {
    good = take(signed_numbers(value, 31), rule.month_days);
  } else if (name == "BYYEARDAY") {
    good = take(signed_numbers(value, 366), rule.year_days);
  } else if (name == "BYSETPOS") {
    good = take(signed_numbers(value, 366), rule.positions);
  } else {
    return "has a part that plancover does not follow: " + std::string(name.substr(0, 20));
  }
  return good ? "" : "has a part that cannot be read: " + std::string(name);
}

}  // namespace

std::variant<RecurrenceRule, std::string> parse_recurrence(std::string_view text) {
  RecurrenceRule rule;
  bool has_unit = false;
  const std::string upper = upper_case(text);
  for (const std::string_view part : split_at(upper, ';')) {
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return "has a part without a value: " + std::string(part.substr(0, 20));
    const std::string_view name = part.substr(0, equals);
    std::string problem = take_part(name, part.substr(equals + 1), rule);
    if (!problem.empty()) return problem;
    has_unit = has_unit || name == "FREQ";
  }
  if (!has_unit) return std::string("does not say how often");
  return rule;
}

}  // namespace plancover
