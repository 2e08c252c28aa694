// The single changes of the input that fill a seat at no loss above it, each tried by
// solving the changed conference. What the solver says no to is no repair.
#pragma once

#include <vector>

#include "plancover/insight/changes_for.hpp"
#include "plancover/insight/plan_at_hand.hpp"

namespace plancover {

struct RepairsFound {
  std::vector<Repair> repairs;  ///< by the levels they lead to, then in the order of InputChange::Kind, then by size
  bool complete = false;        ///< every proposal was tried, and every no is proved
};

/// A repair fills more of the seat than the plan at hand, betters its level, and makes no level before it worse.
[[nodiscard]] RepairsFound find_repairs(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat,
                                        bool required, const std::vector<Proposal>& proposals, Asking& asking);

}  // namespace plancover
