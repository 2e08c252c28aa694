#include "plancover/solver/mixed_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plancover/solver/formulation.hpp"
#include "plancover/solver/greedy.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// A plan that begins with the sessions that come last, or, of these, with every second one.
std::vector<CandidateIndex> filled_from_behind(const Problem& problem, const test::Cut& cut, bool every_second) {
  std::vector<CandidateIndex> plan;
  for (std::size_t i = cut.all.sessions.size(); i-- > 0;) {
    if (every_second && i % 2 == 0) continue;
    plan = filled_up(problem, cut.fates, {cut.all.sessions[i]}, plan);
  }
  return plan;
}

}  // namespace

TEST_CASE("of two plans each day costs no more at the level than in the one that is known, and all keeps the rules") {
  int of_both = 0;
  int known_in_all = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 30, 6, 6);
    const test::Cut cut(problem);
    Polish what{problem, cut.cells, cut.all, {}, 0, cut.fates};
    for (const Piece* day : cut.days) what.days.push_back({day, 0});
    std::vector<CandidateIndex> known = filled_up(problem, cut.fates, cut.all.sessions, {});
    std::sort(known.begin(), known.end());
    const std::vector<CandidateIndex> plan = filled_from_behind(problem, cut, seed % 2 == 0);
    const ProblemLevel& level = problem.levels[seed % (problem.levels.size() - 1)];
    const std::vector<CandidateIndex> mixed = with_days_of(known, problem, what.days, level, plan);
    REQUIRE(test::keeps_rules(problem, mixed));
    bool any_known = false;
    bool any_other = false;
    for (const Piece* day : cut.days) {
      const auto on_day = [&](std::vector<CandidateIndex> all) {
        std::erase_if(all, [&](CandidateIndex c) {
          return !std::binary_search(day->sessions.begin(), day->sessions.end(), problem.candidates[c].session);
        });
        std::sort(all.begin(), all.end());
        return all;
      };
      CHECK(total_cost(problem, day->sessions, level, mixed) <= total_cost(problem, day->sessions, level, known));
      const bool is_known = on_day(mixed) == on_day(known);
      const bool is_other = on_day(mixed) == on_day(plan);
      CHECK((is_known || is_other));
      any_known = any_known || !is_other;
      any_other = any_other || !is_known;
    }
    if (any_known && any_other) ++of_both;
    if (mixed == known) ++known_in_all;
  }
  CHECK(of_both >= 20);
  CHECK(known_in_all <= 20);
}
