#include "plancover/solver/bound.hpp"
#include "plancover/solver/ties.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// Everything open, and all that ties days.
Formulation of_all_days(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates) {
  Piece all;
  for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
  all.sessions = problem.sessions.indexes();
  Formulation f = formulate(problem, cells, all, std::vector<int>(problem.sessions.size(), 0), true, fates);
  open_sessions(problem, f, all.sessions);
  add_links(problem, cells, fates, f);
  return f;
}

}  // namespace

TEST_CASE("any prices give a bound that the best plan is not below") {
  std::mt19937 random(11);
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Problem problem = test::random_problem(seed, 8, 3, 2);
    const SolveResult solved = solve(problem, {});
    REQUIRE(solved.proved);
    const auto cells = make_day_cells(problem);
    const Fates fates = initial_fates(problem);
    const Formulation f = of_all_days(problem, cells, fates);
    VariableBounds bounds;
    for (const Variable& variable : f.variables) {
      bounds.lower.push_back(variable.lower);
      bounds.upper.push_back(variable.upper);
    }
    for (const ProblemLevel& level : problem.levels) {
      RowPrices prices;
      prices.scale = 16;
      const double farthest = random() % 2 == 0 ? 32 : 1e30;  // far beyond what is kept of them
      for (const Row& row : f.rows) {
        const double price = farthest * (static_cast<double>(random() % 64) - 32) / 32;
        prices.of.push_back(rounded_price(row.equal ? price : -std::abs(price), row));
      }
      Relaxed relaxed;
      relax(problem, cells, f, level, prices, bounds, relaxed);
      Wide sum = relaxed.constant;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        std::int64_t work = 0;
        sum -= price_cell(problem, cells[i], relaxed.prices, relaxed.prices.charges[i], fates, work).bound;
      }
      CHECK(round_up(sum, prices.scale) <= total_cost(problem, f.piece.sessions, level, solved.chosen));
    }
  }
}

TEST_CASE("what columns cost, with what links pay back, is the quality of a plan") {
  std::int64_t continued = 0;
  std::int64_t paid_back = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Problem problem = test::random_problem(seed, 12, 3, 3);
    const SolveResult solved = solve(problem, {});
    const ProblemLevel& quality = problem.levels.back();
    const auto cells = make_day_cells(problem);
    const Fates fates = initial_fates(problem);
    const Formulation f = of_all_days(problem, cells, fates);

    std::vector<std::int64_t> held(f.rows.size(), 0);
    Cost sum = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Column column{static_cast<int>(i), {}};
      for (const CandidateIndex c : cells[i].candidates) {
        if (std::binary_search(solved.chosen.begin(), solved.chosen.end(), c)) column.chosen.push_back(c);
      }
      appraise(problem, column);
      sum += cost(f, column, quality);
      for (const CandidateIndex c : column.chosen) continued += f.hoped[c.value];
      for (const Entry& entry : entries(problem, f, i, column))
        held[static_cast<std::size_t>(entry.row)] += entry.value;
    }
    for (const Variable& variable : f.variables) {
      if (variable.kind != Variable::Kind::link) continue;
      const std::int64_t alone =
          std::max<std::int64_t>(0, held[static_cast<std::size_t>(variable.entries.front().row)]);
      sum += alone * cost(problem, variable, quality);
      paid_back += alone * problem.continuity;
    }
    for (const Seat& seat : problem.seats) {
      const auto here = std::count_if(solved.chosen.begin(), solved.chosen.end(), [&](CandidateIndex c) {
        return &problem.seats[problem.candidates[c].seat] == &seat;
      });
      const bool earns = seat.all && !problem.sessions[seat.session].history;
      if (earns) sum -= problem.attend * std::max<std::int64_t>(0, here - seat.required);
    }
    CHECK(sum == total_cost(problem, f.piece.sessions, quality, solved.chosen));
  }
  CHECK(paid_back > 0);
  CHECK(continued > paid_back);
}

TEST_CASE("prices are rounded to where sums of them fit") {
  const Row seat{.equal = true};
  const Row hours{.kind = Row::Kind::hours};
  CHECK(rounded_price(2.5, seat) == 3);
  CHECK(rounded_price(-2.4, seat) == -2);
  CHECK(rounded_price(2.5, hours) == 0);
  CHECK(rounded_price(-2.4, hours) == -2);
  CHECK(rounded_price(1e30, seat) == dearest(seat));
  CHECK(rounded_price(-1e30, seat) == -dearest(seat));
  CHECK(rounded_price(-1e30, hours) == -dearest(hours));
  CHECK(rounded_price(std::nan(""), seat) == 0);
  // A stay of a hundred sessions of a day each, all of whose minutes are paid for.
  std::int64_t sum = 0;
  CHECK_FALSE(__builtin_mul_overflow(dearest(hours), 100 * 1440, &sum));
  CHECK_FALSE(__builtin_mul_overflow(dearest(seat), 10'000, &sum));
}

TEST_CASE("rounding up is exact on both sides of zero") {
  CHECK(round_up(7, 4) == 2);
  CHECK(round_up(8, 4) == 2);
  CHECK(round_up(-7, 4) == -1);
  CHECK(round_up(-8, 4) == -2);
  CHECK(round_up(0, 4) == 0);
}
