// An iCalendar file (RFC 5545) to a Programme: its zones, its events, each occurrence of
// those that repeat, with what was changed of single ones.
#pragma once

#include "plancover/programme/programme_reader.hpp"

namespace plancover {

void read_ics(ProgrammeReader& reader);

}  // namespace plancover
