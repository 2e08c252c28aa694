// Days and times as people type them into tables: `10.00`, `1000`, `9:30 am`, `10.00 - 13.00`,
// `20/10/2014`, `Mon 20 October 2014`. Refuses to guess whether 3/4 is in March or in April.
#pragma once

#include <optional>
#include <string_view>

#include "plancover/base/time.hpp"

namespace plancover {

/// In minutes after midnight, 00:00 to 24:00.
[[nodiscard]] std::optional<Minutes> typed_clock(std::string_view given);

struct TypedSpan {
  Minutes from{};
  Minutes until{};  ///< past 24 h where it is on the next day; may equal `from`
};
/// Two times with a dash or a word between them.
[[nodiscard]] std::optional<TypedSpan> typed_span(std::string_view text);

/// Which of two numbers before the year is the month.
enum class DayOrder { unknown, day_first, month_first };
/// What this text tells of the order; unknown where both readings are days or it has none.
[[nodiscard]] DayOrder order_of(std::string_view text);
/// Is it a day, whatever the order?
[[nodiscard]] bool needs_order(std::string_view text);
[[nodiscard]] std::optional<Day> typed_day(std::string_view text, DayOrder order);

}  // namespace plancover
