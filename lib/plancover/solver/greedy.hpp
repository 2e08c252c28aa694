// A first plan in a moment: seats in the order of the levels, the scarcest first, each
// given to whoever costs the rest least. Good enough to start from, proves nothing.
#pragma once

#include "plancover/solver/schedule.hpp"

namespace plancover {

/// Holds every fixed candidate and breaks no rule.
[[nodiscard]] Schedule greedy(const Problem& problem, const Fates& fates);

}  // namespace plancover
