#include "plancover/solver/column_lp.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/solve.hpp"
#include "plancover/solver/ties.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// Each cell's share of the plan, nothing, and each candidate alone.
void add_columns(ColumnLp& lp, const Program& program, const std::vector<CandidateIndex>& plan) {
  for (std::size_t i = 0; i < program.formulation.piece.cells.size(); ++i) {
    std::vector<CandidateIndex> share;
    lp.add(program, i, {}, false);
    for (const CandidateIndex c : program.cell(i).candidates) {
      lp.add(program, i, {c}, false);
      if (std::binary_search(plan.begin(), plan.end(), c)) share.push_back(c);
    }
    lp.add(program, i, std::move(share), false);
  }
  lp.flush();
}

}  // namespace

TEST_CASE("a program that columns were in before its rows came is the one that had all rows at first") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 12, 4, 3);
    for (const CandidateIndex c : problem.candidates.indexes()) problem.candidates[c].kept = c.value % 3 == 0 ? 1 : 0;
    std::vector<CandidateIndex> plan = solve(problem, {}).chosen;
    std::sort(plan.begin(), plan.end());
    const test::Cut cut(problem);
    const ProblemLevel& quality = problem.levels.back();
    Formulation f = formulate(problem, cut.cells, cut.all, cut.day_of, true, cut.fates);
    const Program program{problem, cut.cells, f, quality};
    Budget budget = test::of_work(1'000'000);

    ColumnLp grown(f);
    add_columns(grown, program, plan);
    const auto add_rows = [&](const auto& add) {
      add();
      grown.grow(problem, f);
    };
    const std::vector<SlotIndex> all = problem.sessions.indexes();
    add_rows([&] { open_sessions(problem, f, {all.begin(), all.begin() + 6}); });
    add_rows([&] {
      open_sessions(problem, f, {all.begin() + 6, all.end()});
      add_links(problem, cut.cells, cut.fates, f);
    });
    for (const ProblemLevel& level : problem.levels) {
      if (level.kind == LevelKind::quality) continue;
      add_rows([&] { add_total(problem, f, level, -1, total_cost(problem, all, level, plan)); });
    }
    const ProblemLevel changes{LevelKind::changes, 0};
    add_rows([&] { add_total(problem, f, changes, -1, total_cost(problem, all, changes, plan)); });
    add_rows([&] { add_count(problem, f, problem.levels.front(), 0, 0); });
    // Of three candidates at most one more than the plan takes.
    Cut three{1, {}, {}};
    for (std::size_t c = 0; c < 3; ++c) {
      const CandidateIndex candidate(c);
      three.candidates.emplace_back(candidate, 1);
      if (std::binary_search(plan.begin(), plan.end(), candidate)) ++three.right;
    }
    add_rows([&] { add_cut(problem, f, three); });
    grown.aim_at(program);

    ColumnLp at_once(f);
    at_once.aim_at(program);
    add_columns(at_once, program, plan);
    REQUIRE(grown.solve(budget));
    REQUIRE(at_once.solve(budget));
    CHECK(grown.objective() == doctest::Approx(at_once.objective()));
    CHECK_FALSE(grown.broken());
    // The plan is among the columns, and keeps all rows.
    CHECK(grown.objective() <= static_cast<double>(total_cost(problem, all, quality, plan)) + 1e-6);
  }
}

TEST_CASE("without columns a program breaks rows, at a price that grows until it is as dear as may be") {
  const Problem problem = test::random_problem(3, 12, 4, 3);
  const test::Cut cut(problem);
  Formulation f = formulate(problem, cut.cells, cut.all, cut.day_of, true, cut.fates);
  open_sessions(problem, f, problem.sessions.indexes());
  const Program program{problem, cut.cells, f, problem.levels.front()};
  Budget budget = test::of_work(1'000'000);
  ColumnLp lp(f);
  lp.aim_at(program);
  add_total(problem, f, problem.levels.front(), -1, -1);  // fewer than none
  lp.grow(problem, f);
  const RowPrices none{1, std::vector<std::int64_t>(f.rows.size(), 0)};
  double before = -1;
  int times = 0;
  do {
    REQUIRE(lp.solve(budget));
    CHECK(lp.broken());
    CHECK(lp.objective() > before);
    before = lp.objective();
    ++times;
  } while (lp.make_breaking_dearer(none));
  CHECK(times > 5);
}
