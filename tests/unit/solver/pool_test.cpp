#include "plancover/solver/pool.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/relaxation.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("a pool is all that its people could do, each within their limits") {
  Problem problem = test::empty_problem();
  const SlotIndex one = test::add_session(problem, 0, 9 * test::hour, 12 * test::hour);
  const SlotIndex two = test::add_session(problem, 0, 11 * test::hour, 13 * test::hour);
  const SlotIndex later = test::add_session(problem, 1, 9 * test::hour, 10 * test::hour);
  problem.sessions[two].counts = false;
  std::vector<SeatIndex> seats;
  for (const SlotIndex session : {one, two, later}) {
    seats.push_back(test::add_seat(problem, session, 1, 2));
    seats.push_back(test::add_seat(problem, session, 1, 1));
  }
  const PersonIndex everywhere = test::add_person(problem);
  const PersonIndex seldom = test::add_person(problem, 0, 30);
  const PersonIndex little = test::add_person(problem);
  problem.people[little].minutes = 90;
  for (const SeatIndex seat : seats) test::add_candidate(problem, everywhere, seat);
  test::add_candidate(problem, seldom, seats[2]);
  test::add_candidate(problem, little, seats[0]);
  test::add_candidate(problem, little, seats[4]);
  const test::Cut cut(problem);
  const std::vector<int> one_group(problem.sessions.size(), 0);
  Formulation formulation = formulate(problem, cut.cells, cut.all, one_group, false, cut.fates);
  open_held(problem, formulation, {one, two, later}, {});
  const Pool pool = pool_of(problem, cut.cells, formulation, cut.fates);
  CHECK(pool.instants == std::vector<std::int64_t>{9 * 60, 11 * 60, 33 * 60});
  CHECK(pool.present == std::vector<std::int64_t>{2, 3, 2});
  CHECK(pool.able == std::vector<std::int64_t>{2, 1, 2, 1, 2, 1});
  CHECK(pool.minutes == std::vector<std::int64_t>{240 + 30 + 180, 60 + 60});
  CHECK(pool.counted == std::vector<std::int64_t>{2, 2});
  CHECK(pool.minutes_in_all == 300 + 30 + 90);

  SUBCASE("who is not asked is not there") {
    Formulation first = formulate(problem, cut.cells, cut.all, one_group, false, cut.fates);
    open_held(problem, first, {one}, {});
    const Pool at_first = pool_of(problem, cut.cells, first, cut.fates);
    CHECK(at_first.present == std::vector<std::int64_t>{2, 2, 0});
    CHECK(at_first.minutes == std::vector<std::int64_t>{180 + 180, 0});
    Fates fates = cut.fates;
    for (const CandidateIndex c : problem.people[everywhere].candidates) fates[c.value] = Fate::forbidden;
    CHECK(pool_of(problem, cut.cells, formulation, fates).present == std::vector<std::int64_t>{1, 2, 1});
  }
}
