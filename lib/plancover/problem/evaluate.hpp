// The value of every level for a set of chosen candidates: the solver's own arithmetic,
// in whole numbers. What it says of a plan is held against plan/score, which counts
// from the model.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover {

/// `chosen` in any order; one value per level of the problem.
[[nodiscard]] std::vector<std::int64_t> evaluate(const Problem& problem, const std::vector<CandidateIndex>& chosen);

/// a before b in the order of plancover-format(5), WHAT IS BEST: fewer is better in every level but quality.
[[nodiscard]] bool better(const Problem& problem, const std::vector<std::int64_t>& a,
                          const std::vector<std::int64_t>& b);

}  // namespace plancover
