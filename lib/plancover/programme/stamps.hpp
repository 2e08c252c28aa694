// Dates, times and lengths in the spellings that published programmes have: basic and
// extended ISO 8601, with and without offset, `1:30`, `01:30:00`, `PT90M`. An Instant is a
// minute, so a start is taken to the minute it lies in and an end or length to the next.
#pragma once

#include <optional>
#include <string_view>

#include "plancover/base/time.hpp"

namespace plancover {

/// A date, and the time and the offset where they are written.
struct Stamp {
  Day day{};
  std::optional<Minutes> clock;   ///< after midnight; absent: a date alone
  bool seconds = false;           ///< the clock had seconds that were cut off
  std::optional<Minutes> offset;  ///< from UTC; absent: no zone is written

  [[nodiscard]] LocalTime wall() const { return LocalTime{day} + clock.value_or(Minutes{0}); }
};

/// `2014-12-27T11:00:00+01:00`, `20141227T110000Z`, `2014-12-27 11:00`, `20141227`, with or without what may be left
/// out.
[[nodiscard]] std::optional<Stamp> parse_stamp(std::string_view whole);
/// A length, rounded up to minutes: `0:30`, `01:00`, `01:00:00` (hours first), `1:02:03:00` (days first), `PT1H30M`,
/// `P1D`, `P1W`, `1 day, 0:30:00`, `90` (minutes), `90m`, `1h30m`, `90 min`, `1.5h`. Never negative.
[[nodiscard]] std::optional<Minutes> parse_length(std::string_view text);
/// `11:00`, `11:00:00`, `9:30`.
[[nodiscard]] std::optional<Minutes> parse_wall_clock(std::string_view whole);

}  // namespace plancover
