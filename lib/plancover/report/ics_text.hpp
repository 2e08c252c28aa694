// The letters of iCalendar (RFC 5545): text escaped, lines folded at 75 octets and never
// inside a character, times in UTC. Knows nothing of plans.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plancover/base/time.hpp"

namespace plancover {

/// A value of type TEXT on one line: breaks become blanks, and what else a terminal would obey is spelled out.
[[nodiscard]] std::string ics_escaped(std::string_view text);
/// "20141031T003000Z"
[[nodiscard]] std::string ics_time(Instant time);
/// The content line with CRLF after every 75 octets at most, further ones behind a blank.
[[nodiscard]] std::string ics_folded(std::string_view line);
/// The content lines of a calendar, whole again; takes LF alone for a line's end too.
[[nodiscard]] std::vector<std::string> ics_unfolded(std::string_view text);

}  // namespace plancover
