// Large neighbourhood search (Shaw 1998) over days: all but one day, then all but two in a
// row and so on, is held as it is, and these are solved again by branch and price with what
// the others leave them; round by round, until nothing can be bettered. It needs no linear
// program of the whole.
#pragma once

#include <utility>
#include <vector>

#include "plancover/solver/relaxation.hpp"
#include "plancover/solver/search.hpp"

namespace plancover {

/// A piece of a single day, and what it is not hoped to cost less than: at that, it is let be.
struct PolishDay {
  const Piece* piece = nullptr;
  Cost least = 0;
};

/// What is to be bettered, and where that ends.
struct Polish {
  const Problem& problem;
  const std::vector<Cell>& day_cells;  ///< the cells of `days` are among them
  const Piece& whole;
  std::vector<PolishDay> days;  ///< make up `whole`
  std::size_t level = 0;
  const Fates& fates;
  Cost enough = 0;                   ///< a plan that costs no more need not be bettered
  bool two_at_once = false;          ///< days far apart are solved at the same time
  std::size_t last = 0;              ///< days that are bettered at `level` are so at those after it, up to this one
  const NearPrices* near = nullptr;  ///< of rows, where they are known: linear programs start from these
};

/// Betters `incumbent`, a plan of the whole, at the level, without a loss at those before it, as far
/// as the budget goes; with any number of threads in the same way. First `wide.first` days in a row are solved
/// together, at last `wide.second`.
void polish(const Polish& what, std::pair<std::size_t, std::size_t> wide, Incumbent& incumbent, Budget& budget);

/// Makes another plan day by day, for what each is worth `ahead` (by CandidateIndex) to later ones,
/// polishes it, and takes it if it is better.
void sweep(const Polish& what, const std::vector<std::int64_t>& ahead, Incumbent& incumbent, Budget& budget);

}  // namespace plancover
