#include "plancover/simplex/methods.hpp"

#include <doctest/doctest.h>

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

}  // namespace

TEST_CASE("the primal method goes from bounds to bounds") {
  Tableau tableau = many_steps(250);
  LpLimit limit{1000, {}};
  CHECK(primal_simplex(tableau, limit, true) == LpEnd::optimal);
  CHECK(tableau.objective() == doctest::Approx(-250));
}

TEST_CASE("where a value is far out of its bounds, the primal method does not go on for long") {
  Tableau tableau = many_steps(250);
  tableau.set_bounds(tableau.add_row(), 0, 0);
  tableau.add_variable(0, 5, 5, {{250, 1.0}});  // its row is short of 5
  LpLimit limit{1000, {}};
  CHECK(primal_simplex(tableau, limit, true) == LpEnd::lost);
  CHECK(limit.iterations > 1000 - 250);
}
