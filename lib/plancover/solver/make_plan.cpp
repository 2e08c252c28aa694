#include "plancover/solver/make_plan.hpp"

#include <algorithm>
#include <stdexcept>

#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"

namespace plancover {

Plan make_plan(const Conference& conference, const Past& past, const BuiltProblem& built, const SolveResult& result) {
  Plan plan;
  plan.now = past.now;
  plan.assignments = assignments_of(built, result.chosen);

  const Diagnostics broken = verify(conference, plan.assignments, past);
  if (has_errors(broken)) throw std::logic_error("the solver's plan breaks a rule: " + broken.front().message);

  plan.levels = score(conference, plan.assignments, past);
  if (plan.levels.size() != result.levels.size()) throw std::logic_error("the solver and the score count other levels");
  for (std::size_t i = 0; i < plan.levels.size(); ++i) {
    Level& level = plan.levels[i];
    const LevelResult& found = result.levels[i];
    if (level.value != found.value) {
      throw std::logic_error("the solver says " + level.name + " is " + std::to_string(found.value) + ", but it is " +
                             std::to_string(level.value));
    }
    const bool beaten = level.name == "quality" ? found.bound < found.value : found.bound > found.value;
    if (beaten) throw std::logic_error("the plan is better than the bound of " + level.name);
    level.bound = found.bound;
  }
  const bool proved = std::all_of(plan.levels.begin(), plan.levels.end(),
                                  [](const Level& level) { return level.value == level.bound; });
  plan.status = proved ? Status::optimal : Status::feasible;
  plan.gaps = gaps(conference, plan.assignments, past);
  sort_plan(conference, plan);
  return plan;
}

}  // namespace plancover
