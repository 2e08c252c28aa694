// What a program without columns takes of a cell's candidates, as columns of it: where it takes half of a session, half
// of the time is spent with it and half without.
#pragma once

#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

/// One way to spend a part of the cell's time.
struct Strand {
  double share = 0;
  std::vector<CandidateIndex> chosen;  ///< ascending; what `fates` has chosen is in all
};

/// Strands that break no rule; their shares sum up to 1. Together they take of each open candidate what `sits` says, by
/// CandidateIndex, or less where rules of the cell leave no room. Sessions that overlap are spread like trains over
/// platforms, by their start, each where there is room.
[[nodiscard]] std::vector<Strand> spread(const Problem& problem, const Cell& cell, const Fates& fates,
                                         const std::vector<double>& sits);

}  // namespace plancover
