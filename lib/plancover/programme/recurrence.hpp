// Recurrence rules of iCalendar (RFC 5545 section 3.3.10), day by day: a rule picks days,
// each occurrence has the clock time of the first. Refuses rules that repeat within a day,
// which no conference has, and stops at a bound however the rule is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plancover/base/time.hpp"

namespace plancover {

struct RecurrenceRule {
  enum class Unit { day, week, month, year };
  struct Weekday {
    int ordinal = 0;  ///< the n-th of the month or year, from its end where negative; 0: every one
    std::chrono::weekday day{};
  };

  Unit unit = Unit::day;
  int interval = 1;
  std::optional<int> count;
  std::string until;  ///< as written; the caller knows its zone
  std::vector<int> months;
  std::vector<int> month_days;
  std::vector<int> year_days;
  std::vector<int> positions;
  std::vector<Weekday> weekdays;
  std::chrono::weekday week_start = std::chrono::Monday;
};

/// The rule, or why it cannot be followed: words that go after "the rule".
[[nodiscard]] std::variant<RecurrenceRule, std::string> parse_recurrence(std::string_view text);

struct Occurrences {
  std::vector<LocalTime> starts;  ///< in order; the first is always `first`
  bool cut = false;               ///< a bound ended the list, not the rule
};

/// From `first` on, to `last` at most (a rule without end goes so far) and `most` in number.
/// `days_left` is what all rules of a file may look at together; it shrinks.
[[nodiscard]] Occurrences occurrences(const RecurrenceRule& given, LocalTime first, LocalTime last, std::size_t most,
                                      std::size_t& days_left);

}  // namespace plancover
