// The best way for one attendee to spend the days of a cell at given prices, in whole
// numbers. A cell of many days is a knapsack over its days: each day offers its best
// value for so many minutes, and the limit on total hours is shared out among them.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/potential.hpp"
#include "plancover/solver/prices.hpp"

namespace plancover {

struct Priced {
  bool feasible = false;               ///< false: what fates have chosen cannot be in one day
  std::int64_t bound = 0;              ///< no column of the cell is worth more
  std::int64_t value = 0;              ///< of `chosen`; equal to `bound` unless the work ran out
  std::vector<CandidateIndex> chosen;  ///< ascending
};

/// `work` is counted up by the steps taken. Gives up on exactness, never on the bound,
/// after a fixed number of steps.
[[nodiscard]] Priced price_cell(const Problem& problem, const Cell& cell, const Prices& prices,
                                const std::vector<Charge>& charges, const Fates& fates, std::int64_t& work);

/// For each candidate of the cell (in the cell's order) a bound on the worth of every
/// column that holds it; `impossible` for one that no column can hold.
[[nodiscard]] std::vector<std::int64_t> price_each(const Problem& problem, const Cell& cell, const Prices& prices,
                                                   const std::vector<Charge>& charges, const Fates& fates);
/// The same for a cell that holds a whole attendee; `prices.gain` holds the credits of `potential`.
[[nodiscard]] std::vector<std::int64_t> price_each_whole(const Problem& problem, const Cell& cell, const Prices& prices,
                                                         const Potential& potential, const Fates& fates);

}  // namespace plancover
