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

/// Seats that somebody must fill, by days that cost something: what no plan fills yet, the dual method begins with.
Tableau covered(unsigned seed) {
  std::mt19937 random(seed);
  constexpr int seats = 40;
  Tableau tableau;
  for (int r = 0; r < seats; ++r) tableau.set_bounds(tableau.add_row(), -lp_infinity, -1);
  for (int i = 0; i < 150; ++i) {
    std::vector<LpEntry> entries;
    for (int seat = 0; seat < seats; ++seat) {
      if (random() % 5 == 0) entries.push_back({seat, 1});
    }
    tableau.add_variable(1 + static_cast<double>(random() % 20), 0, lp_infinity, entries);
  }
  return tableau;
}

void check_edges(Tableau& tableau) {
  std::vector<std::size_t> listed;
  for (std::size_t r = 0; r < tableau.rows(); ++r) {
    tableau.row(r, listed);
    CHECK(tableau.variables().edge[tableau.basic_in(r)] == doctest::Approx(tableau.edge_of_row()));
  }
}

}  // namespace

TEST_CASE("kept edges of the dual method are exact whatever method goes on, and go along with a basis") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Tableau tableau = covered(seed);
    tableau.keep_edges();
    LpLimit few{10, {}};
    REQUIRE(dual_simplex(tableau, few) == LpEnd::stopped);
    const std::vector<Stand> stands = tableau.stands();
    const std::vector<double> edges = tableau.edges();
    LpLimit enough{10'000, {}};
    REQUIRE(dual_simplex(tableau, enough) == LpEnd::optimal);
    check_edges(tableau);
    tableau.use_basis(stands, edges);
    tableau.refresh();
    check_edges(tableau);

    Tableau other = crowded(seed);
    other.keep_edges();
    other.refresh();
    REQUIRE(primal_simplex(other, enough, any_idle_steps) == LpEnd::optimal);
    check_edges(other);
  }
}

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
