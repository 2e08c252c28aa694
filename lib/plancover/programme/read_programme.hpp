// A published programme, iCalendar or schedule.xml or schedule.json, to a Timetable. What
// cannot be read is said with its place, and the rest is read all the same.
#pragma once

#include <optional>
#include <string>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"
#include "plancover/programme/timetable.hpp"

namespace plancover {

struct ProgrammeRead {
  std::optional<Timetable> timetable;  ///< empty where nothing could be used
  Diagnostics diagnostics;             ///< tidy; their places are in `text`
  std::string text;                    ///< the source as it was read: UTF-8, with line feeds
};

/// The format is told from the text. Locations have `file` as their file; `zone` is that of
/// the conference, and wins over what the text says.
[[nodiscard]] ProgrammeRead read_programme(const Source& source, std::uint32_t file, const std::optional<Zone>& zone);

}  // namespace plancover
