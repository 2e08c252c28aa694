#include "plancover/simplex/lp.hpp"

#include <doctest/doctest.h>

using namespace plancover;

TEST_CASE("a linear program and what its prices say") {
  // Two products, three machines (the usual example): 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18.
  Lp lp;
  const int one = lp.add_row(-lp_infinity, 4);
  const int two = lp.add_row(-lp_infinity, 12);
  const int three = lp.add_row(-lp_infinity, 18);
  const int x = lp.add_columns({{-3, 0, lp_infinity, {{one, 1}, {three, 3}}}});
  const int y = lp.add_columns({{-5, 0, lp_infinity, {{two, 2}, {three, 2}}}});
  REQUIRE(lp.solve(1000));
  CHECK(lp.objective() == doctest::Approx(-36));
  CHECK(lp.values()[x] == doctest::Approx(2));
  CHECK(lp.values()[y] == doctest::Approx(6));
  CHECK(lp.duals()[one] == doctest::Approx(0));
  CHECK(lp.duals()[two] == doctest::Approx(-1.5));
  CHECK(lp.duals()[three] == doctest::Approx(-1));

  SUBCASE("rows of which some sum leaves only what is not basic") {
    // Of the three rows so much that neither x nor y is left.
    const std::vector<std::pair<std::size_t, double>> rows = lp.multipliers_of_row(one);
    REQUIRE(rows.size() == 3);
    for (const auto& [row, times] : rows) {
      const int index = static_cast<int>(row);
      CHECK(times == doctest::Approx(index == one ? 1.0 : index == two ? 1.0 / 3 : -1.0 / 3));
    }
    CHECK(lp.multipliers_of_row(two).empty());  // it leaves nothing
  }
  SUBCASE("a column that is worth more than it takes") {
    const int z = lp.add_columns({{-4, 0, 1, {{one, 1}, {three, 1}}}});
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-39));
    CHECK(lp.values()[z] == doctest::Approx(1));
  }
  SUBCASE("a bound that changes, tried and then set") {
    CHECK(lp.objective_with({{y, 0, 3}}, 100) == doctest::Approx(-27));
    CHECK(lp.objective_with({{y, 7, 7}}, 100) == lp_infinity);
    const long tried = lp.iterations();
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-36));
    CHECK(lp.iterations() == tried);  // nothing was left of the trials
    lp.set_column_bounds(y, 0, 3);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-27));
    lp.set_column_bounds(y, 7, 7);
    CHECK_FALSE(lp.solve(1000));
    lp.set_column_bounds(y, 0, lp_infinity);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-36));
  }
  SUBCASE("back where a solve ended, after others and a new column") {
    const Lp::Basis basis = lp.basis();
    lp.set_column_bounds(y, 0, 1);
    REQUIRE(lp.solve(1000));
    const int z = lp.add_columns({{-4, 0, 1, {{one, 1}, {three, 1}}}});
    lp.set_column_bounds(y, 0, lp_infinity);
    lp.set_column_bounds(z, 0, 0);
    lp.start_from(basis);
    const long before = lp.iterations();
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-36));
    CHECK(lp.iterations() == before);  // it was the answer already
    lp.set_column_bounds(z, 0, 1);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-39));
  }
  SUBCASE("back where something basic had gone") {
    lp.remove_columns({x});
    const Lp::Basis basis = lp.basis();
    const int only = 0;  // y moved up
    lp.set_column_bounds(only, 0, 1);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-5));
    lp.set_column_bounds(only, 0, lp_infinity);
    lp.start_from(basis);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-30));
    CHECK(lp.objective_with({{only, 0, 3}}, 100) == doctest::Approx(-15));
    lp.set_column_bounds(only, 0, 2);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-10));
  }
  SUBCASE("a basis of other rows is none") {
    const Lp::Basis basis = lp.basis();
    const int cut = lp.add_row(-lp_infinity, 7, {{x, 1}, {y, 1}});
    REQUIRE(lp.solve(1000));
    lp.start_from(basis);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-33));
    const Lp::Basis with_cut = lp.basis();
    lp.drop_row(cut);
    REQUIRE(lp.solve(1000));
    lp.start_from(with_cut);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-36));
    lp.remove_columns({x});
    REQUIRE(lp.solve(1000));
    lp.start_from(with_cut);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-30));
  }
  SUBCASE("a row that cuts the answer off") {
    lp.add_row(-lp_infinity, 7, {{x, 1}, {y, 1}});
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-33));
  }
  SUBCASE("a row of large numbers, a column in it, and without the row again") {
    const int cut = lp.add_row(-lp_infinity, 14'000, {{x, 2000}, {y, 2000}});
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-33));
    CHECK(lp.duals()[cut] == doctest::Approx(-0.0015));
    REQUIRE(lp.multipliers(x).size() == 2);
    for (const auto& [row, times] : lp.multipliers(x)) {
      const bool is_cut = static_cast<int>(row) == cut;
      CHECK((is_cut || static_cast<int>(row) == two));
      CHECK(times == doctest::Approx(is_cut ? 1 / 2000.0 : -0.5));
    }
    const int z = lp.add_columns({{-10, 0, lp_infinity, {{cut, 2000}}}});
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-70));
    lp.set_row_bounds(cut, -lp_infinity, 16'000);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-80));
    lp.drop_row(cut);
    CHECK_FALSE(lp.solve(1000));  // nothing keeps z from growing
    lp.set_column_bounds(z, 0, 1);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-46));
    CHECK(lp.duals()[cut] == doctest::Approx(0));
    lp.set_row_bounds(cut, -lp_infinity, 0);  // nothing is in it any more
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-46));
  }
  SUBCASE("a column that is taken away") {
    const int z = lp.add_columns({{-7, 0, lp_infinity, {{one, 1}}}});
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-58));
    lp.remove_columns({x});
    REQUIRE(lp.solve(1000));
    CHECK(lp.columns() == 2);
    CHECK(lp.values()[z - 1] == doctest::Approx(4));
    CHECK(lp.objective() == doctest::Approx(-58));
  }
  SUBCASE("another cost") {
    lp.set_cost(x, 1);
    REQUIRE(lp.solve(1000));
    CHECK(lp.objective() == doctest::Approx(-30));
  }
}

TEST_CASE("a program without an answer") {
  Lp lp;
  const int row = lp.add_row(1, lp_infinity);
  SUBCASE("nothing can fill the row") {
    CHECK_FALSE(lp.solve(1000));
  }
  SUBCASE("a row of large numbers whose limit is none") {
    const int x = lp.add_columns({{-1, 0, lp_infinity, {{row, 1}}}});
    lp.add_row(-lp_infinity, 1e12, {{x, 1e6}});
    CHECK_FALSE(lp.solve(1000));
  }
  SUBCASE("more is always better") {
    lp.add_columns({{-1, 0, lp_infinity, {{row, 1}}}});
    CHECK_FALSE(lp.solve(1000));
  }
}

TEST_CASE("the one that circles where ties are broken by order (Beale 1955)") {
  Lp lp;
  const int one = lp.add_row(-lp_infinity, 0);
  const int two = lp.add_row(-lp_infinity, 0);
  const int three = lp.add_row(-lp_infinity, 1);
  lp.add_columns({{-0.75, 0, lp_infinity, {{one, 0.25}, {two, 0.5}}},
                  {150, 0, lp_infinity, {{one, -60}, {two, -90}}},
                  {-0.02, 0, lp_infinity, {{one, -0.04}, {two, -0.02}, {three, 1}}},
                  {6, 0, lp_infinity, {{one, 9}, {two, 3}}}});
  REQUIRE(lp.solve(1000));
  CHECK(lp.objective() == doctest::Approx(-0.05));
}
