// Plans as iCalendar (RFC 5545): an event for each attendee in a session, with a UID made of
// ids, so that a session that moves also moves in calendars that hold it already. Needs no
// clock: revisions are counted from an earlier export, and DTSTAMP follows from them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/report/ics_previous.hpp"
#include "plancover/report/view.hpp"

namespace plancover {

struct CalendarWishes {
  std::optional<Minutes> alarm;  ///< before each event; absent: none
  PreviousEvents previous;       ///< empty: every event is its first revision
};

struct AttendeeCalendar {
  std::string attendee;  ///< id; may be one whom only the earlier export knows
  std::string text;
};

/// One calendar of all that the filter shows; titles begin with the attendee's name unless the filter names one.
/// What the earlier export has and the plan has no more is struck out (STATUS:CANCELLED), as far as it passes
/// the filter; what was struck out stays so, until the plan's `now` is past it.
[[nodiscard]] std::string calendar_of(const Conference& conference, const Plan& plan, const PlanFilter& filter,
                                      const CalendarWishes& wishes);
/// The same apart, by attendee id; nobody has an empty one.
[[nodiscard]] std::vector<AttendeeCalendar> calendars_by_attendee(const Conference& conference, const Plan& plan,
                                                                  const PlanFilter& filter,
                                                                  const CalendarWishes& wishes);

}  // namespace plancover
