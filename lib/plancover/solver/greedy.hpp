// A first plan in a moment: seats in the order of the levels, the scarcest first, each
// given to whoever costs the rest least. Good enough to start from, proves nothing.
#pragma once

#include "plancover/solver/schedule.hpp"

namespace plancover {

/// Adds to `start`, which holds every fixed candidate of the sessions and breaks no rule,
/// whoever can be added in `sessions` without breaking one.
[[nodiscard]] std::vector<CandidateIndex> filled_up(const Problem& problem, const Fates& fates,
                                                    const std::vector<SlotIndex>& sessions,
                                                    const std::vector<CandidateIndex>& start);

}  // namespace plancover
