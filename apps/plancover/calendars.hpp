// What `show --format ics` does with files: earlier exports read, one calendar an attendee
// written to a folder. What stands in a calendar is decided in report/ics.hpp.
#pragma once

#include <optional>
#include <string>

#include "exit_status.hpp"
#include "plancover/report/ics.hpp"

namespace plancover::app {

/// Adds the events of an exported calendar, or of all *.ics of a folder. A status where that fails (said).
[[nodiscard]] std::optional<ExitStatus> read_earlier(const std::string& path, PreviousEvents& events);

/// Writes ID.ics for each into the folder, which is made where it is not there.
[[nodiscard]] ExitStatus write_calendars(const std::vector<AttendeeCalendar>& calendars, const std::string& folder,
                                         ExitStatus status);

}  // namespace plancover::app
