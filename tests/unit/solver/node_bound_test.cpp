#include "plancover/solver/node_bound.hpp"

#include <doctest/doctest.h>

#include <random>

#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("of several prices those that prove most are kept, and a row that came later costs nothing") {
  std::mt19937 random(5);
  int kept_before = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Problem problem = test::random_problem(seed, 12, 4, 3);
    const SolveResult solved = solve(problem, {});
    const test::Cut cut(problem);
    Formulation f = formulate(problem, cut.cells, cut.all, cut.day_of, true, cut.fates);
    open_sessions(problem, f, cut.all.sessions);
    const ProblemLevel& level = problem.levels[1];
    const Program program{problem, cut.cells, f, level};
    NodeBound bound(problem);
    Node node{cut.fates, {}};
    for (const Variable& variable : f.variables) {
      node.bounds.lower.push_back(variable.lower);
      node.bounds.upper.push_back(variable.upper);
    }
    REQUIRE_FALSE(bound.has_prices());
    std::vector<Priced> best;
    std::optional<Cost> most;
    std::optional<Wide> most_scaled;
    for (int time = 0; time < 10; ++time) {
      RowPrices prices{bound.scale(), {}};
      for (const Row& row : f.rows) {
        const double price = static_cast<double>(random() % 1000) / 1000 * static_cast<double>(bound.scale());
        prices.of.push_back(rounded_price(row.equal ? price : -price, row));
      }
      Relaxed alone;
      relax(problem, cut.cells, f, level, prices, node.bounds, alone);
      const auto says = bound.learn(program, node, prices, time == 0, best);
      REQUIRE(says);
      Wide scaled = alone.constant;
      for (const Priced& priced : best) scaled -= priced.bound;
      CHECK(*says == round_up(scaled, bound.scale()));
      const bool is_more = !most_scaled || scaled > *most_scaled;
      CHECK((bound.best_prices().of == prices.of) == is_more);
      if (!is_more) ++kept_before;
      if (is_more) most_scaled = scaled;
      most = std::max(most.value_or(*says), *says);
    }
    CHECK(*most <= total_cost(problem, cut.all.sessions, level, solved.chosen));

    add_total(problem, f, problem.levels[0], -1, 1000);
    node.bounds.lower.resize(f.variables.size(), 0);
    node.bounds.upper.resize(f.variables.size(), 0);
    bound.extend_to(f.rows.size());
    REQUIRE(bound.best_prices().of.size() == f.rows.size());
    CHECK(bound.best_prices().of.back() == 0);
    CHECK(bound.learn(program, node, bound.best_prices(), true, best) == most);
  }
  CHECK(kept_before > 100);
}
