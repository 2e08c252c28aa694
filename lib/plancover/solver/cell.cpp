#include "plancover/solver/cell.hpp"

#include <algorithm>
#include <map>

namespace plancover {

std::vector<Cell> make_cells(const Problem& problem) {
  std::vector<Cell> cells;
  for (const PersonIndex p : problem.people.indexes()) {
    std::map<int, std::vector<CandidateIndex>> by_day;
    for (const CandidateIndex c : problem.people[p].candidates) {
      by_day[problem.sessions[problem.candidates[c].session].day].push_back(c);
    }
    for (auto& [day, candidates] : by_day) cells.push_back({p, day, std::move(candidates)});
  }
  return cells;
}

Fates initial_fates(const Problem& problem) {
  Fates fates(problem.candidates.size(), Fate::open);
  for (const Person& person : problem.people) {
    for (const CandidateIndex fixed : person.candidates) {
      if (!problem.candidates[fixed].fixed) continue;
      fates[fixed.value] = Fate::chosen;
      for (const CandidateIndex other : person.candidates) {
        if (!problem.candidates[other].fixed && clash(problem, fixed, other)) fates[other.value] = Fate::forbidden;
      }
    }
  }
  return fates;
}

bool continuity_within_day(const Problem& problem, SlotIndex session) {
  const ProblemSession& slot = problem.sessions[session];
  return std::all_of(slot.previous.begin(), slot.previous.end(),
                     [&](SlotIndex s) { return problem.sessions[s].day == slot.day; });
}

void appraise(const Problem& problem, Column& column) {
  std::vector<SlotIndex> sits;
  for (const CandidateIndex c : column.chosen) sits.push_back(problem.candidates[c].session);
  std::int64_t counted = 0;
  column.quality = 0;
  column.kept = 0;
  for (const CandidateIndex c : column.chosen) {
    const Candidate& candidate = problem.candidates[c];
    const ProblemSession& session = problem.sessions[candidate.session];
    column.quality += candidate.points;
    column.kept += candidate.kept;
    if (session.counts) column.quality -= problem.load * counted++;
    const bool continues = continuity_within_day(problem, candidate.session) &&
                           std::any_of(session.previous.begin(), session.previous.end(), [&](SlotIndex s) {
                             return std::find(sits.begin(), sits.end(), s) != sits.end();
                           });
    if (continues) column.quality += problem.continuity;
  }
}

}  // namespace plancover
