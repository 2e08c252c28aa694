// A problem cut into days, as the search by levels cuts it, and what a part of the search may spend.
#pragma once

#include <vector>

#include "plancover/solver/budget.hpp"
#include "plancover/solver/days_bound.hpp"
#include "plancover/solver/piece.hpp"

namespace plancover::test {

inline Budget of_work(std::int64_t work) {
  Budget budget(work, {});
  budget.open(1.0);
  return budget;
}

struct Cut {
  explicit Cut(const Problem& problem)
      : fates(initial_fates(problem)), cells(make_day_cells(problem)), pieces(split(problem, cells, fates, {})) {
    for (const Piece& piece : pieces) days.push_back(&piece);
    all.sessions = problem.sessions.indexes();
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
  }

  Fates fates;
  std::vector<Cell> cells;
  std::vector<Piece> pieces;
  std::vector<const Piece*> days;
  Piece all;
};

/// What each day may cost at the levels before quality: what it costs in the plan itself, or what the whole does.
enum class Held { as_day, as_whole };
inline std::vector<BoundDay> held_days(const Problem& problem, const Cut& cut, const std::vector<CandidateIndex>& plan,
                                       Held held) {
  std::vector<BoundDay> days;
  for (const Piece* piece : cut.days) {
    days.push_back({piece, {}});
    const std::vector<SlotIndex>& sessions = held == Held::as_day ? piece->sessions : cut.all.sessions;
    for (std::size_t level = 0; level + 1 < problem.levels.size(); ++level) {
      days.back().at_most.push_back(total_cost(problem, sessions, problem.levels[level], plan));
    }
  }
  return days;
}

}  // namespace plancover::test
