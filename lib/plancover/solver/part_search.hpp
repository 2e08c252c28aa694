// A few people's part of a plan solved again over their days, while everyone else stays.
#pragma once

#include <vector>

#include "plancover/solver/polish.hpp"
#include "plancover/solver/subproblem.hpp"

namespace plancover {

/// What ends the search: a better plan of the part, or another one that is as good.
enum class Sought : unsigned char { better, as_good };

/// What the people of the part do at best at the level of `what`, without a loss at those before it; `theirs`
/// (ascending, of the whole) where nothing sought was found. With `tied`, what ties the part's days counts. What is
/// spent counts in `budget` itself.
[[nodiscard]] std::vector<CandidateIndex> solved_again(const Polish& what, const Subproblem& part,
                                                       const std::vector<CandidateIndex>& theirs, bool tied,
                                                       Sought sought, Budget& budget);

}  // namespace plancover
