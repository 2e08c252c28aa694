#include "plancover/solver/people_polish.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/schedule.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

constexpr std::size_t required = 0;  // the level of critical sessions, and so are all
constexpr std::size_t optional = 4;

Problem day_of(unsigned seed, int sessions, int people) {
  Problem problem = test::random_problem(seed, sessions, people, 1);
  for (ProblemSession& session : problem.sessions) session.tier = 0;
  for (Person& person : problem.people) person.minutes = 1 << 20;  // no day knows of the others
  return problem;
}

/// Of days that nobody sits in at first, how many are filled as well as can be, at both levels.
int filled(int days, int sessions, int people, std::int64_t work) {
  int best = 0;
  for (unsigned seed = 0; seed < static_cast<unsigned>(days); ++seed) {
    CAPTURE(seed);
    const Problem problem = day_of(seed, sessions, people);
    const test::Cut cut(problem);
    const auto optimum = evaluate(problem, solve(problem, {}).chosen);
    Incumbent plan;
    for (const std::size_t level : {required, optional}) {
      const Cost before = evaluate(problem, plan.chosen)[required];
      plan.cost = total_cost(problem, cut.all.sessions, problem.levels[level], plan.chosen);
      Budget budget = test::of_work(work);
      polish_people({problem, cut.cells, cut.all, {}, level, cut.fates, optimum[level]}, plan, budget);
      CHECK(plan.cost == evaluate(problem, plan.chosen)[level]);
      CHECK(evaluate(problem, plan.chosen)[required] <= before);
    }
    Schedule schedule(problem);
    for (const CandidateIndex c : plan.chosen) {
      REQUIRE(schedule.fits(c));
      schedule.add(c);
    }
    const auto values = evaluate(problem, plan.chosen);
    CHECK(values[required] >= optimum[required]);
    if (values[required] == optimum[required] && values[optional] <= optimum[optional]) ++best;
  }
  return best;
}

}  // namespace

TEST_CASE("groups of people keep the rules and the level before, and few people do their best") {
  CHECK(filled(30, 12, 5, 5'000) >= 27);
}

TEST_CASE("groups of people go on from one to the other where a single one cannot fill a seat") {
  CHECK(filled(3, 24, 14, 20'000) >= 2);
}

TEST_CASE("without work, groups of people leave a plan as it is") {
  const Problem problem = day_of(1, 12, 5);
  const test::Cut cut(problem);
  Incumbent plan;
  plan.cost = total_cost(problem, cut.all.sessions, problem.levels[required], plan.chosen);
  Budget budget = test::of_work(0);
  polish_people({problem, cut.cells, cut.all, {}, required, cut.fates}, plan, budget);
  CHECK(plan.chosen.empty());
}

TEST_CASE("a day that is filled by groups first comes to the same, proved") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    CAPTURE(seed);
    const Problem problem = day_of(seed, 24, 22);
    SolveOptions large;
    large.large_sessions = 3;
    const SolveResult one = solve(problem, large);
    const SolveResult other = solve(problem, {});
    CHECK(one.proved);
    CHECK(evaluate(problem, one.chosen) == evaluate(problem, other.chosen));
  }
}
