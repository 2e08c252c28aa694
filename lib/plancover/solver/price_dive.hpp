// A plan from prices that climb: who sits where in the columns of a bound on average is about
// what a linear program would say. The surest of it is decided, prices climb a little on what
// is left, and so on (a dive, as in a Lagrangean relaxation: Fisher 1981). It goes level by
// level, so that nothing that matters less stands in the way, and takes no longer for all days
// than a linear program of one.
#pragma once

#include <vector>

#include "plancover/solver/cells_bound.hpp"

namespace plancover {

/// Plans that the dive is to keep near and beside.
struct KnownPlan {
  std::vector<CandidateIndex> chosen;     ///< of the task's whole: what it reaches at earlier levels is hard to reach
  std::vector<CandidateIndex> elsewhere;  ///< who sits in other wholes
  double loyalty = 0.5;  ///< as if `chosen` sat there so often more; above 1, what it fills stays filled
};

/// A plan of the task's whole, which breaks no rule; sessions that do not matter at the level stay empty. `from` is
/// what bounds the task.
[[nodiscard]] std::vector<CandidateIndex> dive_by_prices(const BoundTask& task, const CellsBound& from,
                                                         const KnownPlan& known, Budget& budget);

}  // namespace plancover
