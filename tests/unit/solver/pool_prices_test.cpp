#include "plancover/solver/pool_prices.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "plancover/solver/relaxation.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// Sessions of one day, and people of whom each may sit anywhere.
Problem alike(unsigned seed, int sessions, int people) {
  Problem problem = test::random_problem(seed, sessions, 0, 1);
  for (Seat& seat : problem.seats) seat.all = false;
  for (int i = 0; i < people; ++i) {
    const PersonIndex person = test::add_person(problem);
    for (const SeatIndex seat : problem.seats.indexes()) test::add_candidate(problem, person, seat, i % 3);
  }
  return problem;
}

/// What the pool's prices prove of the level, with earlier ones held to what they are in the plan.
Cost proved_by_pool(const Problem& problem, const std::vector<CandidateIndex>& plan, std::size_t level) {
  const test::Cut cut(problem);
  const BoundTask task = test::task_of(problem, cut, plan, test::Held::as_whole, level);
  Formulation formulation = formulate(problem, cut.cells, cut.all, cut.day_of, true, cut.fates);
  open_held(problem, formulation, task.open, task.held);
  Budget budget = test::of_work(1'000'000);
  const auto prices = pool_prices(problem, cut.cells, formulation, problem.levels[level], cut.fates, budget);
  REQUIRE(prices.has_value());
  Relaxation relaxation(problem, cut.cells, formulation, problem.levels[level], cut.fates);
  const std::optional<Wide> bound = relaxation.solve(*prices, budget);
  REQUIRE(bound.has_value());
  const Cost proved = round_up(*bound, prices->scale);
  CHECK(proved <= task.value);
  return proved;
}

}  // namespace

TEST_CASE("where everyone can do everything, the pool's prices prove the best plan") {
  int open = 0;
  int reached = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    Problem problem = alike(seed, 12, 3);
    problem.transfer = 0;
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    for (std::size_t level = 0; level + 1 < problem.levels.size(); ++level) {
      const Cost proved = proved_by_pool(problem, best.chosen, level);
      if (best.levels[level].value == 0) continue;
      ++open;
      reached += proved == best.levels[level].value ? 1 : 0;
    }
  }
  CHECK(open >= 100);
  CHECK(reached * 20 >= open * 19);  // a row for all of a level is not of the matrix of intervals
}

TEST_CASE("hours and counts of all are in the pool's prices") {
  for (const bool by_hours : {false, true}) {
    CAPTURE(by_hours);
    Problem problem = alike(1, 12, 3);
    for (Person& person : problem.people) {
      person.sessions_per_day = by_hours ? person.sessions_per_day : 1;
      person.minutes = by_hours ? 2 * test::hour : person.minutes;
    }
    const SolveResult best = solve(problem, {});
    std::int64_t proved = 0;
    std::int64_t empty = 0;
    for (std::size_t level = 0; level < 4; ++level) {
      proved += proved_by_pool(problem, best.chosen, level);
      empty += best.levels[level].value;
    }
    CHECK(empty >= 10);
    CHECK(proved * 2 >= empty);
  }
}

TEST_CASE("what is held of a previous plan does not silence the pool") {
  std::int64_t more_than_nothing = 0;
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 10, 3, 3);
    problem.levels.insert(problem.levels.begin() + 2, {LevelKind::changes, 0});
    for (Candidate& candidate : problem.candidates) candidate.kept = candidate.seat.value % 3 == 0 ? 2 : 0;
    problem.changes_at_most = 1000;
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    for (std::size_t level = 3; level < problem.levels.size(); ++level)
      more_than_nothing += proved_by_pool(problem, best.chosen, level) > 0 ? 1 : 0;
  }
  CHECK(more_than_nothing >= 15);
}

TEST_CASE("the pool's prices are true at every level of many small problems") {
  std::int64_t more_than_nothing = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 10, 3, 3);
    if (seed % 2 == 0) {
      for (Person& person : problem.people) person.minutes = 2 * test::hour;
    }
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    for (std::size_t level = 0; level < problem.levels.size(); ++level) {
      const Cost proved = proved_by_pool(problem, best.chosen, level);
      more_than_nothing += level + 1 < problem.levels.size() && proved > 0 ? 1 : 0;
    }
  }
  CHECK(more_than_nothing >= 60);
}

TEST_CASE("without work the pool says nothing") {
  const Problem problem = alike(2, 12, 3);
  const test::Cut cut(problem);
  Formulation formulation = formulate(problem, cut.cells, cut.all, cut.day_of, true, cut.fates);
  open_held(problem, formulation, cut.all.sessions, {});
  Budget none = test::of_work(0);
  CHECK(!pool_prices(problem, cut.cells, formulation, problem.levels[2], cut.fates, none).has_value());
}
