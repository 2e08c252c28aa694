// From what the solver chose to the plan that people read: levels with their names, the
// gaps, the status. Holds the result against the model's own arithmetic and the hard
// rules; a difference is a bug and throws.
#pragma once

#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"
#include "plancover/problem/build.hpp"
#include "plancover/solver/solve.hpp"

namespace plancover {

/// `built` from this conference and past, `result` from `built`. Throws std::logic_error when the plan breaks a
/// rule, a value differs from score(), or a bound is worse than its value.
[[nodiscard]] Plan make_plan(const Conference& conference, const Past& past, const BuiltProblem& built,
                             const SolveResult& result);

}  // namespace plancover
