// Two plans mixed day by day: what one of them loses at a level is as the other has it.
#pragma once

#include <vector>

#include "plancover/solver/days_alone.hpp"

namespace plancover {

/// `plan`, but as in `known` on the days on which it costs more at the level, and on those that do not go together with
/// these: at worst, `known` itself. Both keep all rules, and so does what is returned.
[[nodiscard]] std::vector<CandidateIndex> with_days_of(const std::vector<CandidateIndex>& known, const Problem& problem,
                                                       Days days, const ProblemLevel& level,
                                                       const std::vector<CandidateIndex>& plan);

}  // namespace plancover
