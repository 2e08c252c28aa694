// The two decisions of settling: the zone of the whole, and the sessions of one event.
#pragma once

#include "plancover/programme/timetable.hpp"

namespace plancover {

/// What the file says, else what can be told from its times and said as a guess; an error
/// where nothing can.
[[nodiscard]] std::optional<Zone> chosen_zone(const Programme& programme, std::uint32_t file, Diagnostics& diagnostics);

/// One session, or one a day where the event lasts longer than a day; none where it has no
/// length. Without ids and committees.
[[nodiscard]] std::vector<TimetableSession> pieces_of(const ProgrammeEvent& event, const Timetable& timetable,
                                                      std::uint32_t file, Diagnostics& diagnostics);

}  // namespace plancover
