// A timetable as planning files: what `check` takes as it is. One session a line, so that
// the difference between two programmes can be read.
#pragma once

#include <string>

#include "plancover/programme/timetable.hpp"

namespace plancover {

/// The first words of a file that the importer wrote, by which it knows the file again.
inline constexpr std::string_view imported_mark = "# Sessions of a published programme";

/// The whole file: the conference, committees, topics, sessions.
[[nodiscard]] std::string planning_yaml(const Timetable& timetable);

/// `{id: …, committee: …, …}`
[[nodiscard]] std::string session_yaml(const TimetableSession& session);
[[nodiscard]] std::string entry_yaml(const TimetableEntry& entry);
/// `09:30-12:30`
[[nodiscard]] std::string span_text(const TimetableSession& session);

}  // namespace plancover
