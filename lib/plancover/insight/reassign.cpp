#include "plancover/insight/reassign.hpp"

#include <algorithm>

#include "plancover/model/eligibility.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/solver/make_plan.hpp"

namespace plancover {

namespace {

/// The previous assignments in sessions that take place, with the presence that the windows give now.
std::vector<Assignment> still_there(const Conference& conference, const Past& past) {
  std::vector<Assignment> kept;
  for (Assignment a : past.previous) {
    const Session& session = conference.sessions[a.session];
    if (session.cancelled) continue;
    if (!past.is_history(session)) {
      const auto way = candidate(conference, a.attendee, a.session, a.role);
      if (way) a.presence = *way;
    }
    kept.push_back(a);
  }
  return kept;
}

/// In the order of the levels; true where `a` is worth no less.
bool no_worse(const std::vector<Level>& a, const std::vector<Level>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].value != b[i].value) return (a[i].name == "quality") == (a[i].value > b[i].value);
  }
  return true;
}

}  // namespace

Plan reassigned(const Conference& conference, const Past& past, const SolveOptions& options) {
  const BuiltProblem built = build_problem(conference, past, options.threads);
  Plan plan = make_plan(conference, past, built, solve(built.problem, options));
  std::vector<Assignment> kept = still_there(conference, past);
  if (!verify(conference, kept, past).empty()) return plan;
  std::vector<Level> levels = score(conference, kept, past);
  if (!no_worse(levels, plan.levels)) return plan;
  for (std::size_t i = 0; i < levels.size(); ++i) levels[i].bound = plan.levels[i].bound;
  plan.levels = std::move(levels);
  plan.assignments = std::move(kept);
  plan.gaps = gaps(conference, plan.assignments, past);
  const bool proved = std::all_of(plan.levels.begin(), plan.levels.end(),
                                  [](const Level& level) { return level.value == level.bound; });
  plan.status = proved ? Status::optimal : Status::feasible;
  sort_plan(conference, plan);
  return plan;
}

}  // namespace plancover
