// Another plan that promises more at a level, but lost something at those before it: what it
// lost is won back first, at the least cost to later ones, and then it is bettered itself. Days
// on which that is in vain are as they were.
#pragma once

#include <vector>

#include "plancover/solver/days_alone.hpp"

namespace plancover {

/// Takes the plan `other` of the whole in place of `incumbent` if it becomes better at the levels up to the one that
/// is polished, the first that differs deciding. Returns whether it did. The days of `what` are those of `all` that
/// can be solved again.
bool win_back(const Polish& what, Days all, std::vector<CandidateIndex> other, Incumbent& incumbent, Budget& budget);

}  // namespace plancover
