#include "plancover/solver/cell.hpp"

#include <algorithm>
#include <map>

namespace plancover {

namespace {

int day_of(const Problem& problem, CandidateIndex c) {
  return problem.sessions[problem.candidates[c].session].day;
}

/// The most minutes of one day: what is decided, and a chain of what is open, however
/// many, up to the day's limit (which history may exceed).
std::int64_t most_minutes(const Problem& problem, const Cell& cell, const Fates& fates) {
  std::vector<const ProblemSession*> steps;
  std::int64_t decided = 0;
  for (const CandidateIndex c : cell.candidates) {
    const ProblemSession& session = problem.sessions[problem.candidates[c].session];
    if (fates[c.value] == Fate::chosen) decided += session.end - session.start;
    if (fates[c.value] == Fate::open) steps.push_back(&session);
  }
  std::vector<std::int64_t> most(steps.size() + 1, 0);
  for (std::size_t i = steps.size(); i-- > 0;) {
    std::size_t next = i + 1;
    while (next < steps.size() && steps[next]->start < steps[i]->end) ++next;
    most[i] = std::max(most[i + 1], steps[i]->end - steps[i]->start + most[next]);
  }
  return std::max(decided, std::min(decided + most[0], problem.people[cell.person].minutes_per_day));
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> days_of(const Problem& problem,
                                                         const std::vector<CandidateIndex>& candidates) {
  std::vector<std::pair<std::size_t, std::size_t>> days;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i == 0 || day_of(problem, candidates[i]) != day_of(problem, candidates[i - 1])) days.emplace_back(i, i);
    days.back().second = i + 1;
  }
  return days;
}

std::vector<Cell> make_day_cells(const Problem& problem) {
  std::vector<Cell> cells;
  for (const PersonIndex p : problem.people.indexes()) {
    std::map<int, std::vector<CandidateIndex>> by_day;
    for (const CandidateIndex c : problem.people[p].candidates) by_day[day_of(problem, c)].push_back(c);
    for (auto& [day, candidates] : by_day) cells.push_back({p, std::move(candidates), false, false});
  }
  return cells;
}

std::vector<bool> hours_that_bind(const Problem& problem, const std::vector<Cell>& day_cells, const Fates& fates) {
  std::int64_t all = 0;  // nobody sits longer, and most have no limit
  for (const ProblemSession& session : problem.sessions) all += session.end - session.start;
  std::vector<std::int64_t> minutes(problem.people.size(), 0);
  for (const Cell& cell : day_cells) {
    if (problem.people[cell.person].minutes < all) minutes[cell.person.value] += most_minutes(problem, cell, fates);
  }
  std::vector<bool> binds;
  for (const PersonIndex p : problem.people.indexes()) binds.push_back(minutes[p.value] > problem.people[p].minutes);
  return binds;
}

std::vector<Cell> make_cells(const Problem& problem, const Fates& fates) {
  std::vector<Cell> days = make_day_cells(problem);
  const std::vector<bool> binds = hours_that_bind(problem, days, fates);
  std::vector<Cell> result;
  for (Cell& day : days) {
    const bool again = !result.empty() && result.back().person == day.person;
    if (!binds[day.person.value] || !again) {
      result.push_back(std::move(day));
      continue;
    }
    auto& all = result.back().candidates;
    all.insert(all.end(), day.candidates.begin(), day.candidates.end());
    result.back().many_days = true;
  }
  return result;
}

std::vector<Cell> make_whole_cells(const Problem& problem) {
  std::vector<Cell> cells;
  for (const PersonIndex p : problem.people.indexes()) {
    Cell cell;
    cell.person = p;
    cell.candidates = problem.people[p].candidates;
    cell.whole = true;
    if (!cell.candidates.empty()) cells.push_back(std::move(cell));
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

void appraise(const Problem& problem, Column& column, bool whole) {
  std::vector<SlotIndex> sits;
  for (const CandidateIndex c : column.chosen) sits.push_back(problem.candidates[c].session);
  std::int64_t counted = 0;
  int day = -1;
  column.quality = 0;
  column.kept = 0;
  for (const CandidateIndex c : column.chosen) {
    const Candidate& candidate = problem.candidates[c];
    const ProblemSession& session = problem.sessions[candidate.session];
    column.quality += candidate.points;
    column.kept += candidate.kept;
    if (session.day != day) counted = 0;
    day = session.day;
    if (session.counts) column.quality -= problem.load * counted++;
    const bool continues = (whole || continuity_within_day(problem, candidate.session)) &&
                           std::any_of(session.previous.begin(), session.previous.end(), [&](SlotIndex s) {
                             return std::find(sits.begin(), sits.end(), s) != sits.end();
                           });
    if (continues) column.quality += problem.continuity;
  }
}

}  // namespace plancover
