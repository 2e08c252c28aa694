// What candidates are worth to the master at one moment, in whole units of 1/scale of
// the level's own unit.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

/// Worth less than anything: no column can do it.
inline constexpr std::int64_t impossible = INT64_MIN / 4;

/// Charged once to a column that holds any of `members`.
struct Charge {
  std::vector<CandidateIndex> members;  ///< ascending
  std::int64_t amount = 0;              ///< never negative
};

struct Prices {
  std::vector<std::int64_t> gain;            ///< by CandidateIndex
  std::int64_t continuity = 0;               ///< for continuity inside a day
  std::int64_t load = 0;                     ///< for each earlier counted session of the day
  std::vector<std::vector<Charge>> charges;  ///< by cell; may be empty
};

}  // namespace plancover
