// schedule.xml of frab, pentabarf and pretalx. The only door to the XML library, which
// expands no entity of a document's own and opens no other file.
#pragma once

#include "plancover/programme/programme_reader.hpp"

namespace plancover {

/// What stands before the first place that is no XML is read.
void read_frab_xml(ProgrammeReader& reader);

}  // namespace plancover
