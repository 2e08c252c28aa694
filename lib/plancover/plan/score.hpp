// The levels of plancover-format(5), WHAT IS BEST, and the gaps, computed from the model and the assignments
// alone. Slow and plain on purpose: it is what the solver's own arithmetic is held against.
#pragma once

#include <vector>

#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

/// The names and order of the levels for such a past, values and bounds 0.
[[nodiscard]] std::vector<Level> level_names(const Past& past);
/// The value of every level; each bound is set equal to its value.
[[nodiscard]] std::vector<Level> score(const Conference& conference, const std::vector<Assignment>& assignments,
                                       const Past& past);
/// One per session, role and kind of seat that is not full, in the order Plan promises; none in history.
[[nodiscard]] std::vector<Gap> gaps(const Conference& conference, const std::vector<Assignment>& assignments,
                                    const Past& past);

}  // namespace plancover
