#include "plancover/solver/price_dive.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/greedy.hpp"
#include "plancover/solver/relevance.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// A problem whose hours bind, a plan of it, and the first level that this leaves open.
struct Tight {
  Problem problem;
  test::Cut cut;
  std::vector<CandidateIndex> plan;
  std::size_t level = 0;
  Fates fates;

  explicit Tight(unsigned seed) : problem(with_few_hours(seed)), cut(problem) {
    plan = filled_up(problem, cut.fates, cut.all.sessions, {});
    const auto values = evaluate(problem, plan);
    while (values[level] == 0) ++level;
    fates = fates_at(problem, cut.fates, first_levels(problem), level);
  }

  static Problem with_few_hours(unsigned seed) {
    Problem problem = test::random_problem(seed, 60, 10, 8);
    for (Person& person : problem.people) person.minutes = 6 * test::hour;
    return problem;
  }

  [[nodiscard]] BoundTask task() const {
    const BoundTask all = test::task_of(problem, cut, plan, test::Held::as_whole, level);
    return {problem, cut.cells, cut.all, cut.day_of, level, fates, all.open, all.held, all.value};
  }
  [[nodiscard]] bool counts_seats() const { return problem.levels[level].kind != LevelKind::quality; }
};

/// The values up to a level, the others 0.
std::vector<std::int64_t> values_up_to(std::size_t level, const Problem& problem,
                                       const std::vector<CandidateIndex>& plan) {
  auto values = evaluate(problem, plan);
  std::fill(values.begin() + static_cast<std::ptrdiff_t>(level) + 1, values.end(), 0);
  return values;
}

}  // namespace

TEST_CASE("a dive by prices keeps every rule, and often is better than what took who was best for a seat") {
  int open = 0;
  int better_plans = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const Tight tight(seed);
    if (!tight.counts_seats()) continue;
    ++open;
    Budget budget = test::of_work(1'000'000);
    const BoundTask task = tight.task();
    const CellsBound found = bound_by_cells(task, {}, budget);
    const auto plan = dive_by_prices(task, found, {tight.plan, {}}, budget);
    REQUIRE(test::keeps_rules(tight.problem, plan));
    for (const CandidateIndex c : plan) CHECK(tight.fates[c.value] != Fate::forbidden);
    const auto before = values_up_to(tight.level, tight.problem, tight.plan);
    const auto after = values_up_to(tight.level, tight.problem, plan);
    if (std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(tight.level), after.begin()))
      CHECK(after[tight.level] >= found.bound);
    if (better(tight.problem, after, before)) ++better_plans;
  }
  CHECK(open >= 30);
  CHECK(better_plans >= 15);
}

TEST_CASE("with enough loyalty a dive loses nothing that the plan known reaches at earlier levels") {
  int others = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    Tight tight(seed);
    tight.level = 7;
    tight.fates = tight.cut.fates;
    Budget budget = test::of_work(1'000'000);
    const BoundTask task = tight.task();
    const CellsBound found = bound_by_cells(task, {}, budget);
    const auto known = values_up_to(6, tight.problem, tight.plan);
    const auto loyal = dive_by_prices(task, found, {tight.plan, {}, 2.0}, budget);
    CHECK_FALSE(better(tight.problem, known, values_up_to(6, tight.problem, loyal)));
    const auto free = dive_by_prices(task, found, {tight.plan, {}, 0.0}, budget);
    if (better(tight.problem, known, values_up_to(6, tight.problem, free))) ++others;
  }
  CHECK(others > 0);  // without it they do
}

TEST_CASE("where people are many, a dive for quality is better than what took who was best for a seat") {
  int better_plans = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 40, 20, 5);
    const test::Cut cut(problem);
    const auto known = filled_up(problem, cut.fates, cut.all.sessions, {});
    const BoundTask task = test::task_of(problem, cut, known, test::Held::as_whole);
    Budget budget = test::of_work(1'000'000);
    const CellsBound found = bound_by_cells(task, {}, budget);
    const auto plan = dive_by_prices(task, found, {known, {}, 0.0}, budget);
    REQUIRE(test::keeps_rules(problem, plan));
    const auto before = evaluate(problem, known);
    const auto after = evaluate(problem, plan);
    if (std::equal(before.begin(), before.end() - 1, after.begin())) CHECK(-after.back() >= found.bound);
    if (better(problem, after, before)) ++better_plans;
  }
  CHECK(better_plans >= 35);
}

TEST_CASE("a dive without work decides everything at the prices it begins with") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const Tight tight(seed);
    const BoundTask task = tight.task();
    Budget budget = test::of_work(1'000'000);
    const CellsBound found = bound_by_cells(task, {}, budget);
    Budget none = test::of_work(0);
    const auto plan = dive_by_prices(task, found, {tight.plan, {}}, none);
    CHECK(none.used() == 0);
    CHECK_FALSE(plan.empty());
  }
}

TEST_CASE("a dive takes what is decided, and leaves the sessions of others alone") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    Tight tight(seed);
    Piece half;
    for (std::size_t day = 0; day < tight.cut.days.size(); day += 2) {
      const Piece& piece = *tight.cut.days[day];
      half.sessions.insert(half.sessions.end(), piece.sessions.begin(), piece.sessions.end());
      half.cells.insert(half.cells.end(), piece.cells.begin(), piece.cells.end());
    }
    std::sort(half.sessions.begin(), half.sessions.end());
    std::sort(half.cells.begin(), half.cells.end());
    const auto is_in_half = [&](CandidateIndex c) {
      return std::binary_search(half.sessions.begin(), half.sessions.end(), tight.problem.candidates[c].session);
    };
    std::vector<CandidateIndex> others;
    std::vector<CandidateIndex> ours;
    for (const CandidateIndex c : tight.plan) (is_in_half(c) ? ours : others).push_back(c);
    REQUIRE_FALSE(ours.empty());
    tight.fates[ours.front().value] = Fate::chosen;
    for (const CandidateIndex c : tight.problem.people[tight.problem.candidates[ours.front()].person].candidates) {
      if (c != ours.front() && clash(tight.problem, c, ours.front())) tight.fates[c.value] = Fate::forbidden;
    }
    const BoundTask all = tight.task();
    const BoundTask task{
        tight.problem, tight.cut.cells, half, tight.cut.day_of, tight.level, tight.fates, half.sessions, {}, 100};
    Budget budget = test::of_work(100'000);
    const CellsBound found = bound_by_cells(task, {}, budget);
    const auto plan = dive_by_prices(task, found, {ours, others}, budget);
    CHECK(std::all_of(plan.begin(), plan.end(), is_in_half));
    CHECK(std::find(plan.begin(), plan.end(), ours.front()) != plan.end());
    CHECK(test::keeps_rules(tight.problem, plan, others));
  }
}
