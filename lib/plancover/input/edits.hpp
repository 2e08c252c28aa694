// The events of a day as changes of the planning files' own text: the lines of the attendees,
// sessions and pins that they touch, in flow or block style, comments and all the rest as
// they stand. Refuses to guess: what it made is read again and compared.
#pragma once

#include <vector>

#include "plancover/base/location.hpp"
#include "plancover/base/splice.hpp"
#include "plancover/model/events.hpp"

namespace plancover {

struct PermanentEdits {
  std::vector<Splice> splices;
  /// The files with the splices read as the conference after the events does. False where a value is shared
  /// through an anchor, or written in a way that no single line can change: then people must edit.
  bool sound = true;
};

/// `sources` hold the planning files that `written` was read from (what else they hold is not looked at), and the
/// texts of the events at their places. `today` is `written` after the events, without the pins in `dropped`.
[[nodiscard]] PermanentEdits permanent_edits(const Conference& written, const Conference& today, const Sources& sources,
                                             std::size_t planning_files, const Events& events,
                                             const std::vector<Pin>& dropped);

}  // namespace plancover
