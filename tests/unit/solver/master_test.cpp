#include "plancover/solver/master.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/solve.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// What the plan has of a variable about a seat or a session.
std::int64_t count_of(const Problem& problem, const Formulation& f, const Variable& variable,
                      const std::vector<CandidateIndex>& chosen) {
  const auto sitting = [&](auto belongs) {
    return static_cast<std::int64_t>(std::count_if(chosen.begin(), chosen.end(), belongs));
  };
  if (variable.kind == Variable::Kind::abandoned) {
    return sitting([&](CandidateIndex c) { return problem.candidates[c].session == variable.session; }) == 0 ? 1 : 0;
  }
  const auto index = f.rows[static_cast<std::size_t>(variable.entries.front().row)].subject;
  const SeatIndex number(static_cast<std::size_t>(index));
  const Seat& seat = problem.seats[number];
  const std::int64_t here = sitting([&](CandidateIndex c) { return problem.candidates[c].seat == number; });
  if (variable.kind == Variable::Kind::empty) return std::max<std::int64_t>(0, seat.required - here);
  return seat.wanted - seat.required - std::max<std::int64_t>(0, here - seat.required);
}

/// All days of the problem in one master.
struct MasterOfAll {
  explicit MasterOfAll(const Problem& problem)
      : cells(make_day_cells(problem)),
        fates(initial_fates(problem)),
        budget(1'000'000, {}),
        master(problem, cells, formulated(problem, cells, fates), budget) {
    budget.open(1);
    master.open(problem.sessions.indexes(), true, fates);
  }

  static Formulation formulated(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates) {
    Piece all;
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
    all.sessions = problem.sessions.indexes();
    return formulate(problem, cells, all, std::vector<int>(problem.sessions.size(), 0), true, fates);
  }

  std::vector<Cell> cells;
  Fates fates;
  Budget budget;
  Master master;
};

}  // namespace

TEST_CASE("back at a node, its program is solved already; another master takes the prices alone") {
  constexpr Cost dear = 1'000'000;
  std::int64_t from_basis = 0;
  std::int64_t from_anywhere = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    const Problem problem = test::random_problem(seed, 20, 6, 2);
    MasterOfAll all(problem);
    Master& master = all.master;
    master.aim_at(problem.levels.back());
    const Node root = master.root(all.fates);
    REQUIRE_FALSE(master.solve(root, dear).pruned);
    const double objective = master.objective();
    const auto start = master.here();
    Node below = root;
    for (std::size_t c = 0; c < below.fates.size(); ++c) {
      if (below.fates[c] == Fate::open && master.sits()[c] > 0.5) below.fates[c] = Fate::forbidden;
    }
    const auto back = [&](Master& each, const auto& go_back) {
      (void)each.solve(below, dear);
      const std::int64_t before = all.budget.used();
      go_back(each);
      REQUIRE_FALSE(each.solve(root, dear).pruned);
      CHECK(each.objective() == doctest::Approx(objective));
      return all.budget.used() - before;
    };
    const auto twin = master.twin(all.budget);
    from_anywhere += back(*twin, [&](Master& each) { each.start_from(*start); });
    from_basis += back(master, [&](Master& each) { each.start_from(*start); });
  }
  CHECK(from_basis * 2 < from_anywhere);
}

TEST_CASE("what is tightened leaves room for the best plan") {
  int tightened = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    const Problem problem = test::random_problem(seed, 10, 3, 2);
    const SolveResult solved = solve(problem, {});
    REQUIRE(solved.proved);
    MasterOfAll all(problem);
    const Fates& fates = all.fates;
    Master& master = all.master;
    for (const ProblemLevel& level : problem.levels) {
      const Cost value = total_cost(problem, problem.sessions.indexes(), level, solved.chosen);
      master.aim_at(level);
      Node node = master.root(fates);
      REQUIRE_FALSE(master.solve(node, value + 1).pruned);
      master.tighten(node, value + 1);
      for (const CandidateIndex c : solved.chosen) CHECK(node.fates[c.value] != Fate::forbidden);
      const Formulation& f = master.formulation();
      for (std::size_t v = 0; v < f.variables.size(); ++v) {
        const Variable& variable = f.variables[v];
        if (variable.kind == Variable::Kind::link || variable.kind == Variable::Kind::more) continue;
        const std::int64_t count = count_of(problem, f, variable, solved.chosen);
        CHECK(node.bounds.lower[v] <= count);
        CHECK(count <= node.bounds.upper[v]);
        tightened += node.bounds.upper[v] - node.bounds.lower[v] < variable.upper - variable.lower ? 1 : 0;
      }
      if (level.kind != LevelKind::quality) master.keep(level, -1, value);
    }
  }
  CHECK(tightened > 1000);
}
