// Seats that a plan leaves empty are filled by chains: whoever could sit there leaves
// another seat, which somebody else takes over (augmenting paths, Berge 1957; ejection
// chains, Glover 1996). Where people are many this fills what can be filled, at once;
// proves nothing.
#pragma once

#include "plancover/solver/budget.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover {

/// Fills more seats of the first `levels` levels, without a loss at any level up to the seat's own. `chosen` breaks
/// no rule; nor does what is returned. Ends when the budget's time is up.
[[nodiscard]] std::vector<CandidateIndex> chained(const Problem& problem, const Fates& fates, std::size_t levels,
                                                  const std::vector<CandidateIndex>& chosen, Budget& budget);

}  // namespace plancover
