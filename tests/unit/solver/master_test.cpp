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

}  // namespace

TEST_CASE("what is tightened leaves room for the best plan") {
  int tightened = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    const Problem problem = test::random_problem(seed, 10, 3, 2);
    const SolveResult solved = solve(problem, {});
    REQUIRE(solved.proved);
    const auto cells = make_day_cells(problem);
    const Fates fates = initial_fates(problem);
    Piece all;
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
    all.sessions = problem.sessions.indexes();
    Formulation formulation = formulate(problem, cells, all, std::vector<int>(problem.sessions.size(), 0), true, fates);
    Budget budget(1'000'000, {});
    budget.open(1);
    Master master(problem, cells, std::move(formulation), budget);
    master.open(all.sessions, true, fates);
    for (const ProblemLevel& level : problem.levels) {
      const Cost value = total_cost(problem, all.sessions, level, solved.chosen);
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
