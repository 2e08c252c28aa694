#include "plancover/solver/win_back.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/greedy.hpp"
#include "plancover/solver/relevance.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("what another plan lost is won back, and it is taken only if it is better then") {
  int taken = 0;
  int left = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 40, 8, 6);
    const test::Cut cut(problem);
    Incumbent plan{filled_up(problem, cut.fates, cut.all.sessions, {}), 0};
    const auto before = evaluate(problem, plan.chosen);
    std::size_t level = 0;
    while (before[level] == 0) ++level;
    if (problem.levels[level].kind == LevelKind::quality) continue;
    const Fates fates = fates_at(problem, cut.fates, first_levels(problem), level);
    Polish what{problem, cut.cells, cut.all, {}, level, fates};
    for (const Piece* day : cut.days) what.days.push_back({day, 0});
    plan.cost = before[level];
    // The other plan is what is left of the first without every third assignment.
    std::vector<CandidateIndex> other;
    for (std::size_t i = 0; i < plan.chosen.size(); ++i) {
      if (i % 3 != 0) other.push_back(plan.chosen[i]);
    }
    Budget budget = test::of_work(seed % 2 == 0 ? 1'000'000 : 0);
    const std::vector<CandidateIndex> old = plan.chosen;
    win_back(what, what.days, other, plan, budget);
    const auto after = evaluate(problem, plan.chosen);
    REQUIRE(test::keeps_rules(problem, plan.chosen));
    CHECK(plan.cost == after[level]);
    CHECK(std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(level), after.begin()));
    CHECK(after[level] <= before[level]);
    if (after[level] < before[level]) ++taken;
    if (plan.chosen == old) ++left;
  }
  CHECK(taken >= 5);
  CHECK(left >= 15);  // without work nothing is won back
}
