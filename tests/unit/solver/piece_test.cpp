#include "plancover/solver/piece.hpp"

#include <doctest/doctest.h>

#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("days fall apart unless something ties them") {
  Problem problem = test::empty_problem();
  const SlotIndex one = test::add_session(problem, 0, 18 * 60, 20 * 60);
  const SlotIndex two = test::add_session(problem, 1, 8 * 60, 9 * 60);
  const SeatIndex a = test::add_seat(problem, one, 1, 1);
  const SeatIndex b = test::add_seat(problem, two, 1, 1);
  const PersonIndex person = test::add_person(problem);
  test::add_candidate(problem, person, a);
  test::add_candidate(problem, person, b);
  const auto cells = make_day_cells(problem);
  const Fates fates = initial_fates(problem);
  CHECK(cells.size() == 2);
  CHECK(split(problem, cells, fates, {true, true, true}).size() == 2);

  SUBCASE("rest that cannot be kept") {
    problem.people[person].rest = 13 * 60;
    CHECK(split(problem, cells, fates, {false, false, false}).size() == 2);
    CHECK(split(problem, cells, fates, {true, true, false}).size() == 1);
  }
  SUBCASE("rest that is always kept") {
    problem.people[person].rest = 12 * 60;
    CHECK(split(problem, cells, fates, {true, true, false}).size() == 2);
  }
  SUBCASE("total hours that can bind") {
    problem.people[person].minutes = 3 * 60 - 1;
    const auto joined = make_cells(problem, fates);
    CHECK(joined.size() == 1);
    CHECK(joined.front().many_days);
    CHECK(split(problem, joined, fates, {true, true, false}).size() == 1);
  }
  SUBCASE("total hours that cannot") {
    problem.people[person].minutes = 3 * 60;
    CHECK(make_cells(problem, fates).size() == 2);
  }
  SUBCASE("continuity over a night") {
    problem.sessions[two].previous.push_back(one);
    CHECK(split(problem, cells, fates, {true, true, false}).size() == 2);
    const auto joined = split(problem, cells, fates, {false, false, true});
    REQUIRE(joined.size() == 1);
    CHECK(continuity_from_outside(problem, joined[0], Fates(2, Fate::chosen)) == 0);

    // The same in every plan, where both are decided.
    const Fates decided(2, Fate::chosen);
    const auto apart = split(problem, cells, decided, {false, false, true});
    REQUIRE(apart.size() == 2);
    CHECK(continuity_from_outside(problem, apart[0], decided) == 0);
    CHECK(continuity_from_outside(problem, apart[1], decided) == problem.continuity);
  }
}
