#include "plancover/solver/cuts.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/solve.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("cuts leave the best plan where it is, and bring bounds nearer to it") {
  int nodes_with_cuts = 0;
  int reached = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 24, 5, 2);
    const SolveResult solved = solve(problem, {});
    REQUIRE(solved.proved);
    const test::Cut cut(problem);
    const std::vector<Cell> cells = seed % 2 == 0 ? cut.cells : make_cells(problem, cut.fates);
    Piece all = cut.all;
    all.cells.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
    Budget budget = test::of_work(10'000'000);
    Master master(problem, cells, formulate(problem, cells, all, cut.day_of, true, cut.fates), budget);
    master.open(all.sessions, false, cut.fates);
    for (const ProblemLevel& level : problem.levels) {
      if (level.kind == LevelKind::quality) break;
      const Cost value = total_cost(problem, all.sessions, level, solved.chosen);
      master.aim_at(level);
      Node node = master.root(cut.fates);
      const NodeResult before = master.solve(node, value + 1);
      REQUIRE_FALSE(before.pruned);
      const Cuts cuts = find_cuts(master, node, 1e9, budget);
      if (!cuts.all.empty()) {
        ++nodes_with_cuts;
        REQUIRE(cuts.prices.of.size() == master.formulation().rows.size() + cuts.all.size());
        master.add_cuts(cuts.all, seed % 3 == 0 ? RowPrices{} : cuts.prices);
        const NodeResult after = master.solve(node, value + 1);
        CHECK_FALSE(after.pruned);
        CHECK(after.bound <= value);
        if (before.bound < value && after.bound == value) ++reached;
        master.tighten(node, value + 1);
        for (const CandidateIndex c : solved.chosen) CHECK(node.fates[c.value] != Fate::forbidden);
        master.drop_cuts();
        // Without them all is as it was.
        master.aim_at(level);
        CHECK(master.solve(master.root(cut.fates), value + 1).bound == before.bound);
      }
      master.keep(level, -1, value);
    }
  }
  CHECK(nodes_with_cuts >= 100);
  CHECK(reached >= 3);
}
