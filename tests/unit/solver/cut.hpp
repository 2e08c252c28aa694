// A problem cut into days, as the search by levels cuts it, and what a part of the search may spend.
#pragma once

#include <vector>

#include "plancover/solver/budget.hpp"
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

}  // namespace plancover::test
