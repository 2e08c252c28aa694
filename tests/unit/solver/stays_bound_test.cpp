#include "plancover/solver/stays_bound.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("the bound of whole stays is true, and says more than that of days where nights matter") {
  int reached = 0;
  int says_more = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 10, 4, 4);
    if (seed % 4 == 0) {
      for (Candidate& candidate : problem.candidates) candidate.points *= 1'000'000;
      problem.continuity = problem.load = 1'000'000;
    }
    const test::Cut cut(problem);
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    const BoundTask task = test::task_of(problem, cut, best.chosen, test::Held::as_day);
    const std::vector<bool> hours = hours_that_bind(problem, cut.cells, cut.fates);
    Budget budget = test::of_work(1'000'000);
    const CellsBound by_cells = bound_by_cells(task, {}, budget);
    const auto by_stays = [&](const NearPrices& near, int threads) {
      Budget work(1'000'000, {}, threads);
      work.open(1.0);
      return bound_by_stays(task, hours, near, work);
    };
    const Cost bound = by_stays(by_cells.prices, 1);
    CHECK(bound <= task.value);
    CHECK(by_stays(by_cells.prices, 2) == bound);
    CHECK(by_stays({}, 1) <= task.value);  // from no prices at all
    reached += bound == task.value ? 1 : 0;
    says_more += bound > by_cells.bound ? 1 : 0;
    Budget none = test::of_work(0);
    CHECK(bound_by_stays(task, hours, by_cells.prices, none) < -1'000'000'000'000);
  }
  CHECK(reached >= 20);
  CHECK(says_more >= 6);
}
