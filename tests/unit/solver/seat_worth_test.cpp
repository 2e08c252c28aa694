#include "plancover/solver/seat_worth.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/solve.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

Cost seats_bound_of(const Problem& problem) {
  return bound_by_seats(problem, problem.sessions.indexes(), initial_fates(problem));
}

/// A session of its own with a seat for `wanted`, and people who are worth these points there.
SeatIndex add_worth(Problem& problem, int wanted, const std::vector<int>& points) {
  const auto hour = static_cast<std::int64_t>(problem.sessions.size());
  const SlotIndex session = test::add_session(problem, 0, hour * test::hour, (hour + 1) * test::hour);
  const SeatIndex seat = test::add_seat(problem, session, 0, wanted);
  for (const int each : points) test::add_candidate(problem, test::add_person(problem), seat, each);
  return seat;
}

}  // namespace

TEST_CASE("a seat earns no more than those who are best for it") {
  Problem problem = test::empty_problem();
  add_worth(problem, 2, {3, 9, 5, -4});
  CHECK(seats_bound_of(problem) == -14);
  add_worth(problem, 2, {7, -1});
  CHECK(seats_bound_of(problem) == -21);
}

TEST_CASE(
    "continuity is hoped for wherever there is something to continue, and whoever comes to a seat for all counts") {
  Problem problem = test::empty_problem();
  problem.continuity = 10;
  problem.attend = 6;
  const SeatIndex first = add_worth(problem, 1, {3});
  const SeatIndex second = add_worth(problem, 1, {-2, -4});
  problem.sessions[problem.seats[second].session].previous = {problem.seats[first].session};
  CHECK(seats_bound_of(problem) == -(3 + 8));
  problem.seats[second].all = true;
  CHECK(seats_bound_of(problem) == -(3 + 14 + 12));
}

TEST_CASE("who is decided counts, wanted or not, and takes a seat from the others") {
  Problem problem = test::empty_problem();
  const SeatIndex seat = add_worth(problem, 1, {3, -9});
  const CandidateIndex held = problem.seats[seat].candidates[1];
  problem.candidates[held].fixed = true;
  CHECK(seats_bound_of(problem) == 9);
  problem.seats[seat].wanted = 0;
  CHECK(seats_bound_of(problem) == 9);
}

TEST_CASE("no plan is worth more than its seats") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 10, 3, 2);
    CHECK(-seats_bound_of(problem) >= solve(problem, {}).levels.back().value);
  }
}

TEST_CASE("a seat costs about what the first who gets none there would earn in it") {
  Problem problem = test::empty_problem();
  problem.continuity = 10;
  const SeatIndex seat = add_worth(problem, 2, {3, 9, 5, -4});
  const auto worth = [&] { return worth_of_a_seat(problem, seat, initial_fates(problem)); };
  CHECK(worth() == 3 + 5);  // half of continuity, for it may be continued
  problem.sessions[problem.seats[seat].session].previous = {SlotIndex(0)};
  CHECK(worth() == 3 + 10);
  problem.seats[seat].wanted = 4;
  CHECK(!worth());
  problem.seats[seat].wanted = 0;
  CHECK(worth() == 9 + 10);
  problem.seats[seat].all = true;
  CHECK(!worth());
}
