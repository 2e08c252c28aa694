#include "plancover/solver/cells_bound.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/schedule.hpp"
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

TEST_CASE("the bound of cells at a price is true, and reaches the best plan of many small problems") {
  int reached = 0;
  int sits = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 8, 3, 3);
    if (seed % 3 == 0) decide_too_much(problem, solve(problem, {}).chosen);
    const test::Cut cut(problem);
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    const BoundTask task = test::task_of(problem, cut, best.chosen, test::Held::as_whole);
    Budget budget = test::of_work(1'000'000);
    const CellsBound found = bound_by_cells(task, {}, budget);
    CHECK(found.bound <= task.value);
    Budget none = test::of_work(0);
    const CellsBound at_once = bound_by_cells(task, {}, none);
    CHECK(at_once.bound <= task.value);
    CHECK(at_once.bound > -1'000'000);
    CHECK(found.ahead.size() == problem.candidates.size());
    Schedule schedule(problem);
    for (const bool decided : {true, false}) {
      for (const CandidateIndex c : found.plan) {
        if (problem.candidates[c].fixed != decided) continue;
        CHECK((decided || schedule.fits(c)));
        schedule.add(c);
      }
    }
    sits += static_cast<int>(found.plan.size());
    if (found.bound == task.value) ++reached;
  }
  CHECK(reached >= 12);
  CHECK(sits >= 300);
}

TEST_CASE("many cells are priced by two threads as by one") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 20, 80, 1);
    const test::Cut cut(problem);
    REQUIRE(cut.all.cells.size() >= 64);  // fewer are not worth a thread
    SolveOptions little;
    little.work = 20'000;
    const SolveResult some = solve(problem, little);
    const BoundTask task = test::task_of(problem, cut, some.chosen, test::Held::as_whole);
    Budget one = test::of_work(100'000);
    Budget two(100'000, {}, 2);
    two.open(1.0);
    const CellsBound by_one = bound_by_cells(task, {}, one);
    const CellsBound by_two = bound_by_cells(task, {}, two);
    CHECK(by_one.bound == by_two.bound);
    CHECK(by_one.plan == by_two.plan);
    CHECK(by_one.taken == by_two.taken);
    CHECK(one.used() == two.used());
  }
}

TEST_CASE("the bound of cells is true at every level of seats, from near prices too and with two threads") {
  int open = 0;
  int reached = 0;
  for (unsigned seed = 0; seed < 16; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 10, 4, 4);
    for (Person& person : problem.people) person.minutes = 3 * test::hour;
    const test::Cut cut(problem);
    const std::vector<Cell> cells = make_cells(problem, cut.fates);
    Piece all{{}, cut.all.sessions};
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    NearPrices near;
    for (std::size_t level = 0; level + 1 < problem.levels.size(); ++level) {
      const BoundTask days = test::task_of(problem, cut, best.chosen, test::Held::as_whole, level);
      const BoundTask task{problem, cells, all, days.group_of, level, cut.fates, days.open, days.held, days.value};
      Budget budget = test::of_work(1'000'000);
      CellsBound found = bound_by_cells(task, near, budget);
      CHECK(found.bound <= task.value);
      Budget two(1'000'000, {}, 2);
      two.open(1.0);
      CHECK(bound_by_cells(task, near, two).bound == found.bound);
      near = std::move(found.prices);
      if (task.value == 0) continue;
      ++open;
      if (found.bound == task.value) ++reached;
    }
  }
  CHECK(open >= 40);
  CHECK(reached * 5 >= open * 2);
}
