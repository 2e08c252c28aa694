#include "plancover/solver/instant_bound.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/search.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

InstantBound bound_of(const Problem& problem, std::size_t level = 2) {
  return bound_by_instant(problem, problem.sessions.indexes(), problem.levels[level], initial_fates(problem));
}

}  // namespace

TEST_CASE("an instant with more seats than people says how many stay empty") {
  Problem problem = test::empty_problem();
  const SlotIndex one = test::add_session(problem, 0, 9 * test::hour, 11 * test::hour);
  const SlotIndex two = test::add_session(problem, 0, 10 * test::hour, 12 * test::hour);
  const SlotIndex three = test::add_session(problem, 0, 11 * test::hour, 12 * test::hour);
  for (const SlotIndex session : {one, two, three}) {
    test::add_seat(problem, session, 1, 1);  // empty, its room is empty too
  }
  const SeatIndex more = test::add_seat(problem, three, 2, 3);
  const PersonIndex person = test::add_person(problem);
  for (const SeatIndex seat : problem.seats.indexes()) test::add_candidate(problem, person, seat);
  // From 11: `two` costs 2, each of the three seats of `three` 1; the person is worth the 2.
  CHECK(bound_of(problem).bound == 3);
  const auto& rows = bound_of(problem).prices.rows;
  CHECK(rows.size() == 3);
  CHECK(rows.at({Row::Kind::seat, problem.sessions[two].seats[0].value, 0}) == 2);
  CHECK(rows.at({Row::Kind::seat, more.value, 0}) == 1);
  CHECK(bound_of(problem, 1).bound == 0);
  CHECK(bound_of(problem, 6).bound == 0);
}

TEST_CASE("sessions that touch share nobody's time") {
  Problem problem = test::empty_problem();
  const PersonIndex person = test::add_person(problem);
  for (int hour = 9; hour < 12; ++hour) {
    const SlotIndex session = test::add_session(problem, 0, hour * test::hour, (hour + 1) * test::hour);
    test::add_candidate(problem, person, test::add_seat(problem, session, 1, 1));
  }
  CHECK(bound_of(problem).bound == 0);
  CHECK(bound_of(problem).prices.rows.empty());
}

TEST_CASE("no plan is below what an instant says, and its prices say as much") {
  int positive = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 10, 2, 1);
    const InstantBound found = bound_of(problem, 0);
    CHECK(found.bound <= solve(problem, {}).levels[0].value);
    positive += found.bound > 0 ? 1 : 0;
    const test::Cut cut(problem);
    const std::vector<int> one_group(problem.sessions.size(), 0);
    Budget budget = test::of_work(1000);
    Master master(problem, cut.cells, formulate(problem, cut.cells, cut.all, one_group, false, cut.fates), budget);
    master.open(cut.all.sessions, false, cut.fates);
    master.aim_at(problem.levels[0]);
    master.start_at(prices_in(master.formulation(), found.prices, master.scale()));
    budget.open(0.0);  // for these prices alone
    CHECK(master.solve(master.root(cut.fates), 1000).bound >= found.bound);
    Incumbent nobody{{}, total_cost(problem, cut.all.sessions, problem.levels[0], {})};
    Recorder nothing;
    CHECK(search(master, cut.fates, nobody, 0, budget, nothing) >= found.bound);  // asked though no work is left
  }
  CHECK(positive >= 20);
}
