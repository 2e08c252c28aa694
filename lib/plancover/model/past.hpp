// What a solve or a score starts from when it is not the first: the previous plan, the
// present moment, and how far people may be disturbed. All empty for a fresh plan.
#pragma once

#include <optional>
#include <vector>

#include "plancover/model/assignment.hpp"
#include "plancover/model/conference.hpp"

namespace plancover {

struct Past {
  bool has_previous = false;         ///< then there is a level `changes`
  std::vector<Assignment> previous;  ///< of sessions that still exist and attendees that still exist
  int vanished_attendees = 0;  ///< previous assignments in live, future sessions whose attendee is gone: 2 changes each
  std::optional<Instant> now;  ///< sessions that started before it are history (rule 8)
  Priority disturb_for = Priority::low;  ///< levels of required seats below this tier come after `changes`

  [[nodiscard]] bool is_history(const Session& session) const { return now && session.time.value.from < *now; }
};

}  // namespace plancover
