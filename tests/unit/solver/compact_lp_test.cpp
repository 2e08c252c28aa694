#include "plancover/solver/compact_lp.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "plancover/solver/cut_choice.hpp"
#include "plancover/solver/incumbent.hpp"
#include "plancover/solver/search.hpp"
#include "plancover/solver/solve.hpp"
#include "plancover/solver/tree.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// The root of each level of seats of a problem solved, with earlier levels kept.
template <class Look>
void at_each_level(const Problem& problem, unsigned seed, const Look& look) {
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
    look(master, master.root(cut.fates), value, solved.chosen, budget);
    master.keep(level, -1, value);
  }
}

template <class Look>
void at_each_level(unsigned seed, const Look& look) {
  at_each_level(test::random_problem(seed, 24, 5, 2), seed, look);
}

CompactRow row_of(std::vector<Term> terms, std::int64_t right) {
  return {false, right, std::move(terms)};
}

}  // namespace

TEST_CASE("cuts leave the best plan where it is, and bring bounds nearer to it") {
  int with_cuts = 0;
  int reached = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    at_each_level(seed, [&](Master& master, Node node, Cost value, const auto& plan, Budget&) {
      const NodeResult before = master.solve(node, value + 1);
      REQUIRE_FALSE(before.pruned);
      const std::size_t rows = master.formulation().rows.size();
      master.go_compact(node, 1e9);
      const NodeResult after = master.solve(node, value + 1);
      CHECK_FALSE(after.pruned);
      CHECK(after.bound <= value);
      CHECK(after.objective <= static_cast<double>(value) + 1e-6);
      if (master.formulation().rows.size() > rows) ++with_cuts;
      if (before.bound < value && after.bound == value) ++reached;
      master.tighten(node, value + 1);
      for (const CandidateIndex c : plan) CHECK(node.fates[c.value] != Fate::forbidden);
      master.leave_compact();
      master.drop_cuts();
      // Without them all is as it was.
      master.aim_at(master.level());
      CHECK(master.solve(node, value + 1).bound >= before.bound);
    });
  }
  CHECK(with_cuts >= 100);
  CHECK(reached >= 9);  // 8 where only variables are rounded, and not what rows leave
}

TEST_CASE(
    "a program of columns that starts from one without them ends where it does, and breaks fewer rows on the way") {
  int plain_breaks = 0;
  int breaks = 0;
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    at_each_level(seed, [&](Master& master, const Node& node, Cost value, const auto&, Budget& budget) {
      const auto fresh = master.twin(budget);
      const auto started = master.twin(budget);
      started->start_without_columns(node);
      (void)fresh->solve(node, value + 1, 1);
      (void)started->solve(node, value + 1, 1);
      if (fresh->broken()) ++plain_breaks;
      if (started->broken()) ++breaks;
      const NodeResult result = started->solve(node, value + 1);
      CHECK(result.bound <= value);
      CHECK(result.bound == fresh->solve(node, value + 1).bound);
    });
  }
  CHECK(plain_breaks > breaks + 20);
}

TEST_CASE("what a compact program says is proved by its prices") {
  int compared = 0;
  int with_nights = 0;
  for (unsigned seed = 0; seed < 24; seed += 2) {  // where each cell is a day: columns know its rules to the last
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 24, 5, 3);
    for (const PersonIndex p : problem.people.indexes()) problem.people[p].rest = 18 * test::hour;  // which binds
    at_each_level(problem, seed, [&](Master& master, const Node& node, Cost value, const auto&, Budget&) {
      master.go_compact(node, 1e9);
      const NodeResult result = master.solve(node, value + 1);
      CHECK(result.bound >= static_cast<Cost>(std::ceil(result.objective - 1e-3)));
      if (result.bound > 0) ++compared;
      const auto& rows = master.formulation().rows;
      for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].kind == Row::Kind::night && master.best_prices().of[row] != 0) ++with_nights;
      }
      master.leave_compact();
      master.drop_cuts();
    });
  }
  CHECK(compared >= 20);
  CHECK(with_nights >= 20);
}

TEST_CASE("a compact program that is whole is a plan, and a dive in it finds one that keeps every rule") {
  int better = 0;
  for (unsigned seed = 0; seed < 16; ++seed) {
    CAPTURE(seed);
    at_each_level(seed, [&](Master& master, const Node& node, Cost value, const auto&, Budget& budget) {
      master.go_compact(node, 1e9);
      Incumbent none{{}, value + 1000};
      if (!master.solve(node, none.cost).pruned) (void)accept(master, none);
      dive(master, node, none, budget);
      if (none.cost < value + 1000) {
        CHECK(test::keeps_rules(master.problem(), none.chosen));
        CHECK(none.cost >= value);
        ++better;
      }
      master.leave_compact();
      master.drop_cuts();
    });
  }
  CHECK(better >= 60);
}

TEST_CASE("a tree without columns ends at the best plan") {
  int branched = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    at_each_level(seed, [&](Master& master, const Node& node, Cost value, const auto&, Budget& budget) {
      Incumbent none{{}, value + 5};
      master.go_compact(node, -1e9);  // which is enough: no cut spares the tree its work
      const NodeResult root = master.solve(node, none.cost);
      REQUIRE_FALSE(root.pruned);
      if (root.bound < value) ++branched;
      Recorder nothing;
      const Cost bound =
          explore(master, {{node, root.bound, 0, master.here()}}, -1'000'000, 10'000, none, budget, nothing);
      CHECK(bound == value);
      CHECK(none.cost == value);
      CHECK(test::keeps_rules(master.problem(), none.chosen));
      master.leave_compact();
    });
  }
  CHECK(branched >= 10);
}

TEST_CASE("of cuts, those are taken that are broken by most and say different things") {
  Compact compact;
  compact.lower = {0, 0, 0, 0};
  compact.upper = {1, 1, 1, 1};
  const std::vector<double> values{0.5, 0.5, 0.5, 0.0};
  const CompactRow sparse = row_of({{0, 1}, {1, 1}}, 0);
  const CompactRow says_more = row_of({{0, 1}, {1, 1}, {3, 1}}, 0);
  const CompactRow dense = row_of({{0, 1}, {1, 1}, {2, 1}}, 0);
  CHECK(rating(compact, sparse, values.data()) == doctest::Approx(1 / std::sqrt(2.0) / 2));
  CHECK(rating(compact, says_more, values.data()) == doctest::Approx(rating(compact, sparse, values.data())));
  CHECK(rating(compact, dense, values.data()) < rating(compact, sparse, values.data()));

  const CompactRow apart = row_of({{2, 1}}, 0);
  const std::vector<CompactRow> both{sparse, apart};
  CHECK(chosen_cuts({{0.3, dense}, {0.4, sparse}, {0.2, apart}}, 0.4) == both);
  CHECK(chosen_cuts({{0.4, sparse}, {0.01, apart}}, 0.4).size() == 1);
  CHECK(chosen_cuts({{0.01, apart}}, 0.4).size() == 1);  // the best of a round in any case
  CHECK(chosen_cuts({}, 0.4).empty());
}
