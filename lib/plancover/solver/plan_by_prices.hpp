// A plan that follows prices: one cell after another takes what is best at them and still fits.
#pragma once

#include <vector>

#include "plancover/solver/budget.hpp"
#include "plancover/solver/piece.hpp"
#include "plancover/solver/prices.hpp"

namespace plancover {

/// Who sits in the piece, in no order: all that `fates` has chosen, and what breaks no rule with it. `prices` has
/// charges by position of the cell in the piece.
[[nodiscard]] std::vector<CandidateIndex> plan_by_prices(const Problem& problem, const std::vector<Cell>& cells,
                                                         const Piece& piece, const Prices& prices, Fates fates,
                                                         Budget& budget);

}  // namespace plancover
