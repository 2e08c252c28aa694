// Large neighbourhood search (Shaw 1998) over days: all but one day, then all but two in a
// row and so on, is held as it is, and these are solved again by branch and price with what
// the others leave them; round by round, until nothing can be bettered. It needs no linear
// program of the whole.
#pragma once

#include <utility>
#include <vector>

#include "plancover/solver/search.hpp"

namespace plancover {

/// Betters `incumbent`, a plan of `whole`, at the level, without a loss at those before it,
/// as far as the budget goes. `days` are pieces of single days that make up `whole`; their
/// cells are among `day_cells`. First `wide.first`
/// days in a row are solved together, at last `wide.second`.
void polish(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<const Piece*>& days,
            const Piece& whole, std::size_t level, std::pair<std::size_t, std::size_t> wide, const Fates& fates,
            Incumbent& incumbent, Budget& budget);

/// Makes another plan day by day, for what each is worth `ahead` (by CandidateIndex) to later ones,
/// polishes it, and takes it if it is better.
void sweep(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<const Piece*>& days,
           const Piece& whole, std::size_t level, const std::vector<std::int64_t>& ahead, const Fates& fates,
           Incumbent& incumbent, Budget& budget);

}  // namespace plancover
