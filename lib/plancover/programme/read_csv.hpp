// A programme typed into a table: a line of headings, then a session a row. A day and a
// room may be written once for the rows that follow.
#pragma once

#include "plancover/programme/programme_reader.hpp"

namespace plancover {

/// Do the headings of the text's first line name at least two things that a programme has?
[[nodiscard]] bool looks_like_csv(std::string_view text);
void read_csv(ProgrammeReader& reader);

}  // namespace plancover
