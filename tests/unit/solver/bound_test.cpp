#include "plancover/solver/bound.hpp"
#include "plancover/solver/ties.hpp"

#include <doctest/doctest.h>

#include <random>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("any prices give a bound that the best plan is not below") {
  std::mt19937 random(11);
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Problem problem = test::random_problem(seed, 8, 3, 2);
    const SolveResult solved = solve(problem, {});
    REQUIRE(solved.proved);
    const auto cells = make_day_cells(problem);
    const Fates fates = initial_fates(problem);
    Piece all;
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
    all.sessions = problem.sessions.indexes();
    Formulation f = formulate(problem, cells, all, std::vector<int>(problem.sessions.size(), 0), true, fates);
    open_sessions(problem, f, all.sessions);
    add_links(problem, cells, fates, f);
    VariableBounds bounds;
    for (const Variable& variable : f.variables) {
      bounds.lower.push_back(variable.lower);
      bounds.upper.push_back(variable.upper);
    }
    for (const ProblemLevel& level : problem.levels) {
      RowPrices prices;
      prices.scale = 16;
      for (const Row& row : f.rows) {
        const std::int64_t price = static_cast<int>(random() % 64) - 32;
        prices.of.push_back(row.equal ? price : -std::abs(price));
      }
      Relaxed relaxed;
      relax(problem, cells, f, level, prices, bounds, relaxed);
      Wide sum = relaxed.constant;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        std::int64_t work = 0;
        sum -= price_cell(problem, cells[i], relaxed.prices, relaxed.prices.charges[i], fates, work).bound;
      }
      CHECK(round_up(sum, prices.scale) <= total_cost(problem, all.sessions, level, solved.chosen));
    }
  }
}

TEST_CASE("rounding up is exact on both sides of zero") {
  CHECK(round_up(7, 4) == 2);
  CHECK(round_up(8, 4) == 2);
  CHECK(round_up(-7, 4) == -1);
  CHECK(round_up(-8, 4) == -2);
  CHECK(round_up(0, 4) == 0);
}
