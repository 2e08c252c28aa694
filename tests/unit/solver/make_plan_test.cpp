#include "plancover/solver/make_plan.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

struct Answered {
  Conference conference = conference_of(R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-21}
committees:
  - {id: pl, seats: {lead: 1, notes: 0..1}}
sessions:
  - {id: s1, committee: pl, day: 2014-10-20, time: 09:00-10:00, room: A}
  - {id: s2, committee: pl, day: 2014-10-20, time: 09:00-10:00, room: B}
attendees:
  - {id: ann}
)");
  BuiltProblem built = build_problem(conference, {});
  SolveResult result = solve(built.problem, {});

  [[nodiscard]] Plan plan() const { return make_plan(conference, {}, built, result); }
};

}  // namespace

TEST_CASE("a solved problem becomes a plan with named levels, gaps and a status") {
  const Answered solved;
  const Plan plan = solved.plan();
  CHECK(plan.status == Status::optimal);
  CHECK(plan.assignments.size() == 1);
  REQUIRE(plan.levels.size() == 9);
  CHECK(plan.levels[2].name == "required normal");
  CHECK(plan.levels[2].value == 2);  // one seat empty, one session abandoned
  CHECK(plan.levels[2].bound == 2);
  CHECK(plan.gaps.size() == 3);
}

TEST_CASE("a bound that does not meet its value makes the plan feasible") {
  Answered solved;
  solved.result.levels[2].bound = 1;
  CHECK(solved.plan().status == Status::feasible);
  Answered other;
  other.result.levels.back().bound += 7;  // of quality more is better
  CHECK(other.plan().status == Status::feasible);
}

TEST_CASE("what the solver got wrong is a bug, never a plan") {
  Answered rule;
  for (const CandidateIndex c : rule.built.problem.candidates.indexes()) {
    if (rule.result.chosen.size() < 2 && rule.result.chosen.front() != c) rule.result.chosen.push_back(c);
  }
  CHECK_THROWS_AS(static_cast<void>(rule.plan()), std::logic_error);

  Answered value;
  value.result.levels[2].value = 1;
  CHECK_THROWS_AS(static_cast<void>(value.plan()), std::logic_error);

  Answered bound;
  bound.result.levels[2].bound = 3;
  CHECK_THROWS_AS(static_cast<void>(bound.plan()), std::logic_error);

  Answered quality;
  quality.result.levels.back().bound -= 1;
  CHECK_THROWS_AS(static_cast<void>(quality.plan()), std::logic_error);

  Answered levels;
  levels.result.levels.pop_back();
  CHECK_THROWS_AS(static_cast<void>(levels.plan()), std::logic_error);
}
