// The plan for a later morning: as good as it can be at the price of the fewest changes, and
// the previous plan itself wherever nothing is better. Assumes that the past fits the conference.
#pragma once

#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"
#include "plancover/solver/solve.hpp"

namespace plancover {

/// Expects previous_plan and pins_left to have found no error. Solves; where the previous assignments that are left
/// keep every rule and are worth no less than what was found, they are the plan, so that a second run changes nothing.
[[nodiscard]] Plan reassigned(const Conference& conference, const Past& past, const SolveOptions& options);

}  // namespace plancover
