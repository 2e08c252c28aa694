#include "plancover/simplex/methods.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace plancover;

namespace {

/// Sums of one variable each, at most 1, that are worth something: as many exchanges as there are.
Tableau many_steps(int steps) {
  Tableau tableau;
  for (int i = 0; i < steps; ++i) {
    tableau.set_bounds(tableau.add_row(), -1, 0);
    tableau.add_variable(-1, 0, lp_infinity, {{i, 1.0}});
  }
  return tableau;
}

/// Of many ways to spend the days of few people, seats of a committee are filled: nearly all steps have no length.
Tableau crowded(unsigned seed) {
  std::mt19937 random(seed);
  constexpr int people = 12;
  constexpr int seats = 60;
  Tableau tableau;
  for (int r = 0; r < people; ++r) tableau.set_bounds(tableau.add_row(), -1, 0);
  for (int r = 0; r < seats; ++r) tableau.set_bounds(tableau.add_row(), -1, 0);
  for (int i = 0; i < 400; ++i) {
    std::vector<LpEntry> entries{{static_cast<int>(random() % people), 1}};
    for (int seat = 0; seat < seats; ++seat) {
      if (random() % 6 == 0) entries.push_back({people + seat, 1});
    }
    tableau.add_variable(1 - static_cast<double>(entries.size()), 0, lp_infinity, entries);
  }
  return tableau;
}

}  // namespace

TEST_CASE("the primal method goes from bounds to bounds") {
  Tableau tableau = many_steps(250);
  LpLimit limit{1000, {}};
  CHECK(primal_simplex(tableau, limit, idle_steps) == LpEnd::optimal);
  CHECK(tableau.objective() == doctest::Approx(-250));
}

TEST_CASE("where a value is far out of its bounds, the primal method does not go on for long") {
  Tableau tableau = many_steps(250);
  tableau.set_bounds(tableau.add_row(), 0, 0);
  tableau.add_variable(0, 5, 5, {{250, 1.0}});  // its row is short of 5
  LpLimit limit{1000, {}};
  CHECK(primal_simplex(tableau, limit, idle_steps) == LpEnd::lost);
  CHECK(limit.iterations > 1000 - 250);
}

TEST_CASE("moved bounds are put back, and the other method mends what is beyond them then") {
  int other_ways = 0;
  for (unsigned seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    Tableau plain = crowded(seed);
    plain.refresh();
    LpLimit of_plain{10'000, {}};
    REQUIRE(primal_simplex(plain, of_plain, any_idle_steps) == LpEnd::optimal);

    Tableau moved = crowded(seed);
    moved.refresh();
    const Variables before = moved.variables();
    LpLimit of_moved{10'000, {}};
    REQUIRE(primal_simplex(moved, of_moved, 0) == LpEnd::optimal);
    if (of_moved.iterations != of_plain.iterations) ++other_ways;
    CHECK(moved.variables().lower == before.lower);
    CHECK(moved.variables().upper == before.upper);
    CHECK(moved.objective() == doctest::Approx(plain.objective()).epsilon(1e-3));
    REQUIRE(dual_simplex(moved, of_moved) == LpEnd::optimal);
    REQUIRE(primal_simplex(moved, of_moved, any_idle_steps) == LpEnd::optimal);
    CHECK(moved.objective() == doctest::Approx(plain.objective()));
  }
  CHECK(other_ways >= 20);
}
