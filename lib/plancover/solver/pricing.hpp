// The best way for one attendee to spend one day at given prices, in whole numbers:
// a search over the day's candidates in order of start, cut off by an optimistic
// backward bound (weighted interval scheduling by dynamic programming; Kleinberg and
// Tardos, Algorithm Design, section 6.1, with a count of sessions as second index).
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

/// Charged once to a column that holds any of `members`.
struct Charge {
  std::vector<CandidateIndex> members;  ///< ascending
  std::int64_t amount = 0;              ///< never negative
};

/// What things are worth, all in units of 1/scale of the level's own unit.
struct Prices {
  std::vector<std::int64_t> gain;            ///< by CandidateIndex
  std::int64_t continuity = 0;               ///< for continuity inside a day
  std::int64_t load = 0;                     ///< for each earlier counted session of the day
  std::vector<std::vector<Charge>> charges;  ///< by cell; may be empty
};

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
inline constexpr std::int64_t impossible = INT64_MIN / 4;
[[nodiscard]] std::vector<std::int64_t> price_each(const Problem& problem, const Cell& cell, const Prices& prices,
                                                   const Fates& fates);

}  // namespace plancover
