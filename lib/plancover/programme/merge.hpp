// A newer programme into a planning folder: what came from the programme is refreshed in the
// text as people keep it, byte for byte but for the values that changed; what planners added
// stays. Never deletes a session: one that is gone is marked as cancelled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"
#include "plancover/programme/timetable.hpp"

namespace plancover {

enum class MergeKind { added, moved, renamed, room_changed, cancelled, vanished, reinstated };

struct MergeChange {
  MergeKind kind{};
  std::string session;  ///< its id
  std::string before;   ///< empty for what is added, cancelled, vanished, reinstated
  std::string after;
};

struct Merged {
  std::vector<std::string> texts;    ///< of the sources, in their order; most as they were
  std::string new_text;              ///< a file to be added to the folder; empty for none
  std::vector<MergeChange> changes;  ///< by kind, then as the programme has them
  Diagnostics diagnostics;           ///< of the planning files
};

/// Matches sessions by id. The name, day, time, room and the mark `cancelled` are those of
/// the programme; committees and all else stay. New sessions go to the end of the imported
/// file. A text that cannot be changed safely is left as it is, and said.
/// With `whole` false, where a part of the programme could not be read, nothing is taken
/// for vanished.
[[nodiscard]] Merged merge_timetable(const Sources& planning, const Timetable& timetable, bool whole);

/// The zone that the planning files give the conference, where one can be read.
[[nodiscard]] std::optional<Zone> zone_of_planning(const Sources& planning);

/// "new", "moved", "renamed", "room changed", "cancelled", "vanished", "back"
[[nodiscard]] std::string_view word(MergeKind kind);

}  // namespace plancover
