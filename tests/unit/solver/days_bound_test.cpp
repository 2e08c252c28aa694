#include "plancover/solver/days_bound.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/polish.hpp"
#include "plancover/solver/schedule.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

constexpr Cost worthless = -1'000'000;  // no plan of a small problem costs as little

/// Of the seat levels as good as can be, and of quality as bad as comes.
std::vector<CandidateIndex> bad_plan(const Problem& problem) {
  Problem other = problem;
  for (Candidate& candidate : other.candidates) candidate.points = -candidate.points;
  other.continuity = 0;
  return solve(other, {}).chosen;
}

Budget of_work(std::int64_t work) {
  Budget budget(work, {});
  budget.open(1.0);
  return budget;
}

/// What history holds: more than one of the attendees would take in all.
void decide_too_much(Problem& problem, const std::vector<CandidateIndex>& chosen) {
  if (chosen.empty()) return;
  const PersonIndex person = problem.candidates[chosen.front()].person;
  for (const CandidateIndex c : chosen) problem.candidates[c].fixed = problem.candidates[c].person == person;
  problem.people[person].minutes = test::hour / 2;
}

struct Cut {
  explicit Cut(const Problem& problem)
      : fates(initial_fates(problem)), cells(make_day_cells(problem)), pieces(split(problem, cells, fates, {})) {
    for (const Piece& piece : pieces) days.push_back(&piece);
    all.sessions = problem.sessions.indexes();
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
  }

  Fates fates;
  std::vector<Cell> cells;
  std::vector<Piece> pieces;
  std::vector<const Piece*> days;
  Piece all;
};

}  // namespace

TEST_CASE("the bound of days at a price is true, and reaches the best plan of many small problems") {
  int reached = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 8, 3, 3);
    if (seed % 3 == 0) decide_too_much(problem, solve(problem, {}).chosen);
    const Cut cut(problem);
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    std::vector<BoundDay> days;
    for (const Piece* piece : cut.days) {
      days.push_back({piece, {}});
      for (std::size_t level = 0; level + 1 < problem.levels.size(); ++level) {
        days.back().at_most.push_back(total_cost(problem, cut.all.sessions, problem.levels[level], best.chosen));
      }
    }
    const Cost cost = total_cost(problem, cut.all.sessions, problem.levels.back(), best.chosen);
    Budget budget = of_work(1'000'000);
    const DaysBound found = bound_by_days(problem, cut.cells, days, cut.fates, cost, budget);
    CHECK(found.bound <= cost);
    Budget none = of_work(0);
    const DaysBound at_once = bound_by_days(problem, cut.cells, days, cut.fates, cost, none);
    CHECK(at_once.bound <= cost);
    CHECK(at_once.bound > -1'000'000);
    CHECK(found.ahead.size() == problem.candidates.size());
    if (found.bound == cost) ++reached;
  }
  CHECK(reached >= 12);
}

TEST_CASE("a sweep keeps the rules and the levels before, and makes the plan no worse") {
  int improved = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 8, 3, 3);
    const Cut cut(problem);
    const std::size_t level = problem.levels.size() - 1;
    Incumbent plan{bad_plan(problem), 0};
    const Cost begun = total_cost(problem, cut.all.sessions, problem.levels[level], plan.chosen);
    plan.cost = begun;
    const auto before = evaluate(problem, plan.chosen);
    Budget budget = of_work(1'000'000);
    const std::vector<std::int64_t> ahead(problem.candidates.size(), 0);
    Polish what{problem, cut.cells, cut.all, {}, level, cut.fates, worthless};
    for (const Piece* day : cut.days) what.days.push_back({day, worthless});
    sweep(what, ahead, plan, budget);
    std::sort(plan.chosen.begin(), plan.chosen.end());
    Schedule schedule(problem);
    for (const CandidateIndex c : plan.chosen) {
      REQUIRE(schedule.fits(c));
      schedule.add(c);
    }
    const auto after = evaluate(problem, plan.chosen);
    CHECK(std::equal(before.begin(), before.end() - 1, after.begin()));
    CHECK(plan.cost == total_cost(problem, cut.all.sessions, problem.levels[level], plan.chosen));
    CHECK(plan.cost <= begun);
    if (plan.cost < begun) ++improved;
  }
  CHECK(improved >= 20);
}
