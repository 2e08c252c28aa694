// A bound of quality from days alone, where a linear program of the whole is too large:
// each day by itself, with all the continuity that other days could at most give it.
#pragma once

#include <vector>

#include "plancover/solver/search.hpp"

namespace plancover {

/// No plan of the `days`, pieces of single days, costs less at the level of quality.
[[nodiscard]] Cost bound_by_days(const Problem& problem, const std::vector<Cell>& day_cells,
                                 const std::vector<const Piece*>& days, const Fates& fates, Budget& budget);

}  // namespace plancover
