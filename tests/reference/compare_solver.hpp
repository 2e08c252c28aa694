// The solver against the best plan of a brute force, through the doors that everybody
// uses: build_problem, solve, verify, score. For any test that has a conference and the answer.
#pragma once

#include <optional>
#include <string>

#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/problem/build.hpp"
#include "plancover/solver/solve.hpp"
#include "reference/brute_force.hpp"

namespace plancover::reference {

/// Solves, and says the first thing that is wrong: a broken rule, a level that differs from
/// the best or from score(), a bound that is not its value. Empty when all is well.
inline std::string solver_trouble(const Conference& conference, const Past& past, const Best& best,
                                  const SolveOptions& options = {}) {
  const BuiltProblem built = build_problem(conference, past);
  const SolveResult result = solve(built.problem, options);
  const std::vector<Assignment> plan = assignments_of(built, result.chosen);
  const Diagnostics broken = verify(conference, plan, past);
  if (!broken.empty()) return "the plan breaks a rule: " + broken.front().message;
  const std::vector<Level> levels = score(conference, plan, past);
  if (levels.size() != result.levels.size() || levels.size() != best.levels.size()) return "levels are missing";
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::string& name = levels[i].name;
    const std::int64_t value = result.levels[i].value;
    if (best.levels[i].name != name) return "level " + name + " stands in the wrong place";
    if (levels[i].value != value) {
      return name + " is reported as " + std::to_string(value) + ", and is " + std::to_string(levels[i].value);
    }
    if (best.levels[i].value != value) {
      return name + " is " + std::to_string(value) + ", and could be " + std::to_string(best.levels[i].value);
    }
    if (result.levels[i].bound != value) {
      return name + " is " + std::to_string(value) + " with bound " + std::to_string(result.levels[i].bound);
    }
  }
  return result.proved ? "" : "not said to be proved";
}

}  // namespace plancover::reference
