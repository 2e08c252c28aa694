#include "plancover/solver/polish.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/polish_groups.hpp"
#include "plancover/solver/polish_pairs.hpp"
#include "plancover/solver/schedule.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
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

using Polishing = std::function<void(const Polish&, Incumbent&, Budget&)>;

/// Polishes a bad plan of each of some problems, of so many people, with so much work. Returns how many became
/// better, and how many as good as can be.
std::pair<int, int> polished(int people, std::int64_t work, const Polishing& way, int days = 3,
                             bool two_at_once = false) {
  int better = 0;
  int best = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 8 + 2 * (days - 3), people, days);
    const test::Cut cut(problem);
    const std::size_t level = problem.levels.size() - 1;
    Incumbent plan{bad_plan(problem), 0};
    const Cost begun = total_cost(problem, cut.all.sessions, problem.levels[level], plan.chosen);
    plan.cost = begun;
    const auto before = evaluate(problem, plan.chosen);
    Budget budget(work, {}, 2);
    budget.open(1.0);
    Polish what{problem, cut.cells, cut.all, {}, level, cut.fates, worthless, two_at_once};
    for (const Piece* day : cut.days) what.days.push_back({day, worthless});
    way(what, plan, budget);
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
    if (plan.cost < begun) ++better;
    if (after == evaluate(problem, solve(problem, {}).chosen)) ++best;
  }
  return {better, best};
}

void days(const Polish& what, Incumbent& plan, Budget& budget) {
  polish(what, {1, 3}, plan, budget);
}

void pairs(const Polish& what, Incumbent& plan, Budget& budget) {
  polish_pairs(what, hours_that_bind(what.problem, what.day_cells, what.fates), plan, budget);
}

Polishing groups(GroupShape shape) {
  return [shape](const Polish& what, Incumbent& plan, Budget& budget) { polish_groups(what, shape, plan, budget); };
}

}  // namespace

TEST_CASE("a sweep keeps the rules and the levels before, and makes the plan no worse") {
  const auto [better, best] = polished(3, 1'000'000, [](const Polish& what, Incumbent& plan, Budget& budget) {
    sweep(what, std::vector<std::int64_t>(what.problem.candidates.size(), 0), plan, budget);
  });
  CHECK(better >= 20);
}

TEST_CASE("pairs of people keep the rules and the levels before, and two people alone do their best") {
  const auto [better, best] = polished(5, 1'000'000, pairs);
  CHECK(better >= 20);
  CHECK(polished(2, 1'000'000, pairs).second == 60);
  CHECK(polished(5, 0, pairs).first == 0);
}

TEST_CASE("days far apart are solved at the same time, and go together") {
  const auto [better, best] = polished(4, 1'000'000, days, 6, true);
  const auto [also_better, also_best] = polished(4, 1'000'000, days, 6, false);
  CHECK(better >= 40);
  CHECK(std::abs(better - also_better) <= 6);
  CHECK(std::abs(best - also_best) <= 12);
}

TEST_CASE("groups of people keep the rules and the levels before, and everyone on all days does the best there is") {
  CHECK(polished(5, 1'000'000, groups({1, 3})).first >= 30);
  CHECK(polished(5, 1'000'000, groups({2, 3})).first >= 30);
  CHECK(polished(5, 1'000'000, groups({2, 3}), 6, true).first >= 30);
  CHECK(polished(4, 1'000'000, groups({3, 4})).second >= 55);
  CHECK(polished(5, 0, groups({1, 3})).first == 0);
}

TEST_CASE("a group does not take a morning after a late evening, whatever it promises") {
  Problem problem = test::empty_problem();
  const SeatIndex evening =
      test::add_seat(problem, test::add_session(problem, 0, 20 * test::hour, 24 * test::hour), 0, 1);
  const SeatIndex morning =
      test::add_seat(problem, test::add_session(problem, 1, 8 * test::hour, 10 * test::hour), 0, 1);
  const PersonIndex late = test::add_person(problem);
  problem.people[late].rest = 10 * test::hour;
  const CandidateIndex in_the_evening = test::add_candidate(problem, late, evening, 10);
  test::add_candidate(problem, late, morning, 100);
  const CandidateIndex in_the_morning = test::add_candidate(problem, test::add_person(problem), morning, 5);
  const test::Cut cut(problem);
  Polish what{problem, cut.cells, cut.all, {}, problem.levels.size() - 1, cut.fates, worthless, false};
  for (const Piece* day : cut.days) what.days.push_back({day, worthless});
  Incumbent plan{{in_the_evening, in_the_morning}, 0};
  plan.cost = total_cost(problem, cut.all.sessions, problem.levels.back(), plan.chosen);
  Budget budget = test::of_work(1'000'000);
  polish_groups(what, {1, 2}, plan, budget);
  CHECK(test::keeps_rules(problem, plan.chosen));
}

TEST_CASE("of two pairs at a time only one takes a seat that both want") {
  Problem problem = test::empty_problem();
  const SlotIndex session = test::add_session(problem, 0, 540, 600, 0);
  const SeatIndex seat = test::add_seat(problem, session, 0, 1);
  for (int person = 0; person < 4; ++person)
    test::add_candidate(problem, test::add_person(problem), seat, 100 + 10 * person);
  const test::Cut cut(problem);
  Polish what{problem, cut.cells, cut.all, {}, problem.levels.size() - 1, cut.fates, worthless, false};
  for (const Piece* day : cut.days) what.days.push_back({day, worthless});
  Incumbent plan;
  Budget budget = test::of_work(1'000'000);
  pairs(what, plan, budget);
  REQUIRE(plan.chosen.size() == 1);
  CHECK(problem.candidates[plan.chosen.front()].points == 130);
}

TEST_CASE("pairs and groups come to the same with any number of threads") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const Polishing way = seed % 2 == 0 ? Polishing(pairs) : groups({1, 4});
    const Problem problem = test::random_problem(seed, 20, 8, 6);
    const test::Cut cut(problem);
    Polish what{problem, cut.cells, cut.all, {}, problem.levels.size() - 1, cut.fates, worthless, true};
    for (const Piece* day : cut.days) what.days.push_back({day, worthless});
    std::vector<std::vector<CandidateIndex>> plans;
    for (const int threads : {1, 2, 8}) {
      Incumbent plan{bad_plan(problem), 0};
      plan.cost = total_cost(problem, cut.all.sessions, problem.levels.back(), plan.chosen);
      Budget budget(20'000, {}, threads);
      budget.open(1.0);
      way(what, plan, budget);
      plans.push_back(plan.chosen);
    }
    CHECK(plans[0] == plans[1]);
    CHECK(plans[0] == plans[2]);
  }
}
