#include "plancover/solver/win_back.hpp"

#include "plancover/solver/mixed_plan.hpp"

namespace plancover {

namespace {

Cost cost_at(std::size_t level, const Polish& what, const std::vector<CandidateIndex>& plan) {
  return total_cost(what.problem, what.whole.sessions, what.problem.levels[level], plan);
}

}  // namespace

bool win_back(const Polish& what, Days fall_back, std::vector<CandidateIndex> other, Incumbent& incumbent,
              Budget& budget) {
  Incumbent now{std::move(other), 0};
  const auto costs_of = [&](const std::vector<CandidateIndex>& plan) {
    return costs_up_to(what.problem, what.whole.sessions, what.level, plan);
  };
  const std::vector<Cost> known = costs_of(incumbent.chosen);
  for (std::size_t level = 0; level <= what.level; ++level) {
    Polish at = what;
    at.level = level;
    at.last = what.level;
    at.enough = level < what.level ? known[level] : what.enough;
    // A day whose share of earlier levels is another now may cost less than it ever did.
    for (PolishDay& day : at.days) day.least = 0;
    now.cost = cost_at(level, what, now.chosen);
    polish(at, {1, 2}, now, budget);
    if (now.cost > known[level] && !fall_back.empty()) {
      now.chosen = with_days_of(incumbent.chosen, what.problem, fall_back, what.problem.levels[level], now.chosen);
      now.cost = cost_at(level, what, now.chosen);
    }
    if (now.cost > known[level]) break;
  }
  if (costs_of(now.chosen) >= known) return false;
  now.cost = cost_at(what.level, what, now.chosen);
  incumbent = std::move(now);
  return true;
}

}  // namespace plancover
