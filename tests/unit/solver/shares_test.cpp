#include "plancover/solver/shares.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/cells_bound.hpp"
#include "plancover/solver/greedy.hpp"
#include "plancover/solver/relevance.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("a plan by shares of hours keeps the rules, is taken only if better, and often is where hours bind") {
  int better = 0;
  int open = 0;
  for (unsigned seed = 0; seed < 16; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 60, 10, 8);
    for (Person& person : problem.people) person.minutes = 6 * test::hour;
    const test::Cut cut(problem);
    std::vector<CandidateIndex> fixed;
    for (const CandidateIndex c : problem.candidates.indexes()) {
      if (problem.candidates[c].fixed) fixed.push_back(c);
    }
    Incumbent plan{filled_up(problem, cut.fates, cut.all.sessions, fixed), 0};
    const auto before = evaluate(problem, plan.chosen);
    std::size_t level = 0;
    while (before[level] == 0) ++level;
    if (problem.levels[level].kind == LevelKind::quality) continue;
    ++open;
    const BoundTask task = test::task_of(problem, cut, plan.chosen, test::Held::as_whole, level);
    plan.cost = task.value;
    Budget budget = test::of_work(1'000'000);
    const CellsBound found = bound_by_cells(task, {}, budget);
    const Fates fates = fates_at(problem, cut.fates, first_levels(problem), level);
    Polish what{problem, cut.cells, cut.all, {}, level, fates};
    for (const Piece* day : cut.days) what.days.push_back({day, 0});
    share_out(what, found.minutes, plan, budget);
    std::sort(plan.chosen.begin(), plan.chosen.end());
    Schedule schedule(problem);
    for (const CandidateIndex c : plan.chosen) {
      if (!problem.candidates[c].fixed) REQUIRE(schedule.fits(c));
      schedule.add(c);
    }
    const auto after = evaluate(problem, plan.chosen);
    CHECK(std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(level), after.begin()));
    CHECK(after[level] <= before[level]);
    CHECK(plan.cost == total_cost(problem, cut.all.sessions, problem.levels[level], plan.chosen));
    if (after[level] < before[level]) ++better;
  }
  CHECK(open >= 12);
  CHECK(better >= 5);
}

TEST_CASE("shares of hours leave the sessions of others alone") {
  int better = 0;
  for (unsigned seed = 0; seed < 16; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 60, 10, 8);
    for (Person& person : problem.people) person.minutes = 6 * test::hour;
    const test::Cut cut(problem);
    Piece half;
    Polish what{problem, cut.cells, half, {}, 1, cut.fates};
    for (std::size_t day = 0; day < cut.days.size(); day += 2) {
      const Piece& piece = *cut.days[day];
      half.sessions.insert(half.sessions.end(), piece.sessions.begin(), piece.sessions.end());
      half.cells.insert(half.cells.end(), piece.cells.begin(), piece.cells.end());
      what.days.push_back({&piece, 0});
    }
    std::sort(half.sessions.begin(), half.sessions.end());
    std::sort(half.cells.begin(), half.cells.end());
    Incumbent plan;  // nobody sits anywhere
    plan.cost = total_cost(problem, half.sessions, problem.levels[1], {});
    const Cost begun = plan.cost;
    Budget budget = test::of_work(1'000'000);
    const std::vector<std::vector<double>> minutes(8, std::vector<double>(problem.people.size(), 60.0));
    share_out(what, minutes, plan, budget);
    for (const CandidateIndex c : plan.chosen) {
      CHECK(std::binary_search(half.sessions.begin(), half.sessions.end(), problem.candidates[c].session));
    }
    if (plan.cost < begun) ++better;
  }
  CHECK(better >= 8);
}
