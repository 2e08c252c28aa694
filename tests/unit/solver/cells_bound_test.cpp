#include "plancover/solver/days_bound.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// What history holds: more than one of the attendees would take in all.
void decide_too_much(Problem& problem, const std::vector<CandidateIndex>& chosen) {
  if (chosen.empty()) return;
  const PersonIndex person = problem.candidates[chosen.front()].person;
  for (const CandidateIndex c : chosen) problem.candidates[c].fixed = problem.candidates[c].person == person;
  problem.people[person].minutes = test::hour / 2;
}

}  // namespace

TEST_CASE("the bound of days at a price is true, and reaches the best plan of many small problems") {
  int reached = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 8, 3, 3);
    if (seed % 3 == 0) decide_too_much(problem, solve(problem, {}).chosen);
    const test::Cut cut(problem);
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    const std::vector<BoundDay> days = test::held_days(problem, cut, best.chosen, test::Held::as_whole);
    const Cost cost = total_cost(problem, cut.all.sessions, problem.levels.back(), best.chosen);
    Budget budget = test::of_work(1'000'000);
    const DaysBound found = bound_by_days(problem, cut.cells, days, cut.fates, cost, budget);
    CHECK(found.bound <= cost);
    Budget none = test::of_work(0);
    const DaysBound at_once = bound_by_days(problem, cut.cells, days, cut.fates, cost, none);
    CHECK(at_once.bound <= cost);
    CHECK(at_once.bound > -1'000'000);
    CHECK(found.ahead.size() == problem.candidates.size());
    if (found.bound == cost) ++reached;
  }
  CHECK(reached >= 12);
}
