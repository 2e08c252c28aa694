// Another plan that promises more at a level, but lost something at those before it: what it
// lost is won back first, at the least cost to later ones, and then it is bettered itself.
#pragma once

#include <vector>

#include "plancover/solver/days_alone.hpp"

namespace plancover {

/// Takes the plan `other` of the whole in place of `incumbent` if it becomes better at the levels up to the one that
/// is polished, the first that differs deciding. Returns whether it did. Days of `fall_back` on which something stays
/// lost are as they were.
bool win_back(const Polish& what, Days fall_back, std::vector<CandidateIndex> other, Incumbent& incumbent,
              Budget& budget);

}  // namespace plancover
