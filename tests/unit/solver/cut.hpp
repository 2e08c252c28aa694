// A problem cut into days, as the search by levels cuts it, and what a part of the search may spend.
#pragma once

#include <optional>
#include <vector>

#include "plancover/solver/budget.hpp"
#include "plancover/solver/cells_bound.hpp"
#include "plancover/solver/piece.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover::test {

inline Budget of_work(std::int64_t work) {
  Budget budget(work, {});
  budget.open(1.0);
  return budget;
}

/// Does the plan break no rule beside `others`, who do not?
inline bool keeps_rules(const Problem& problem, const std::vector<CandidateIndex>& plan,
                        const std::vector<CandidateIndex>& others = {}) {
  Schedule schedule(problem);
  for (const CandidateIndex c : others) schedule.add(c);
  for (const CandidateIndex c : plan) {
    if (!schedule.fits(c)) return false;
    schedule.add(c);
  }
  return true;
}

struct Cut {
  explicit Cut(const Problem& problem)
      : fates(initial_fates(problem)), cells(make_day_cells(problem)), pieces(split(problem, cells, fates, {})) {
    day_of.assign(problem.sessions.size(), 0);
    for (std::size_t day = 0; day < pieces.size(); ++day) {
      days.push_back(&pieces[day]);
      for (const SlotIndex s : pieces[day].sessions) day_of[s.value] = static_cast<int>(day);
    }
    all.sessions = problem.sessions.indexes();
    for (std::size_t i = 0; i < cells.size(); ++i) all.cells.push_back(static_cast<int>(i));
  }

  Fates fates;
  std::vector<Cell> cells;
  std::vector<Piece> pieces;
  std::vector<const Piece*> days;
  std::vector<int> day_of;  ///< by SlotIndex: the place in `days`
  Piece all;
};

/// What each day may cost at the earlier levels: what it costs in the plan itself, or what the whole does.
enum class Held { as_day, as_whole };

/// The task to bound the plan's problem at a level, quality where none is given, with earlier ones as they are in the
/// plan.
inline BoundTask task_of(const Problem& problem, const Cut& cut, const std::vector<CandidateIndex>& plan, Held held,
                         std::optional<std::size_t> at = {}) {
  const std::size_t level = at.value_or(problem.levels.size() - 1);
  BoundTask task{problem, cut.cells, cut.all, cut.day_of, level, cut.fates, cut.all.sessions, {}, 0};
  for (std::size_t before = 0; before < level; ++before) {
    const ProblemLevel& kind = problem.levels[before];
    if (held == Held::as_whole) {
      task.held.push_back({kind, -1, total_cost(problem, cut.all.sessions, kind, plan)});
      continue;
    }
    for (std::size_t day = 0; day < cut.pieces.size(); ++day) {
      task.held.push_back({kind, static_cast<int>(day), total_cost(problem, cut.pieces[day].sessions, kind, plan)});
    }
  }
  task.value = total_cost(problem, cut.all.sessions, problem.levels[level], plan);
  return task;
}

}  // namespace plancover::test
