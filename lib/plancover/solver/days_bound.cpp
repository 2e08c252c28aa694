#include "plancover/solver/days_bound.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace plancover {

namespace {

/// The problem with continuity from other days turned into points, for all who could have it.
Problem as_if_continued(const Problem& problem, const Fates& fates) {
  Problem alone = problem;
  for (const PersonIndex person : problem.people.indexes()) {
    std::set<SlotIndex> reachable;
    for (const CandidateIndex c : problem.people[person].candidates) {
      if (fates[c.value] != Fate::forbidden) reachable.insert(problem.candidates[c].session);
    }
    for (const CandidateIndex c : problem.people[person].candidates) {
      const ProblemSession& session = problem.sessions[problem.candidates[c].session];
      const bool may_continue = std::any_of(session.previous.begin(), session.previous.end(), [&](SlotIndex s) {
        return problem.sessions[s].day != session.day && reachable.contains(s);
      });
      if (may_continue) alone.candidates[c].points += problem.continuity;
    }
  }
  for (ProblemSession& session : alone.sessions) {
    std::erase_if(session.previous, [&](SlotIndex s) { return problem.sessions[s].day != session.day; });
  }
  return alone;
}

}  // namespace

Cost bound_by_days(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<const Piece*>& days,
                   const Fates& fates, Budget& budget) {
  const Problem alone = as_if_continued(problem, fates);
  const std::vector<int> one_group(problem.sessions.size(), 0);
  Cost sum = 0;
  for (const Piece* day : days) {
    Master master(alone, day_cells, formulate(alone, day_cells, *day, one_group, false, fates), budget);
    master.open(day->sessions, false, fates);
    master.aim_at(problem.levels.back());
    Recorder nothing;
    sum += root_bound(master, fates, std::numeric_limits<Cost>::max() / 4, budget, nothing);
  }
  return sum;
}

}  // namespace plancover
