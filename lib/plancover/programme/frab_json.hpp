// schedule.json of frab, pretalx and c3voc, read as it streams by: no tree is built, so a
// file's size is all the memory it can ask for.
#pragma once

#include "plancover/programme/programme_reader.hpp"

namespace plancover {

/// What stands before the first place that is no JSON is read.
void read_frab_json(ProgrammeReader& reader);

}  // namespace plancover
