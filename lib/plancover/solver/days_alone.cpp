#include "plancover/solver/days_alone.hpp"

#include <algorithm>
#include <map>

namespace plancover {

namespace {

bool contains(const Piece& now, SlotIndex session) {
  return std::binary_search(now.sessions.begin(), now.sessions.end(), session);
}

bool holds_any(const std::set<SlotIndex>& some, const std::vector<SlotIndex>& sought) {
  return std::any_of(sought.begin(), sought.end(), [&](SlotIndex s) { return some.contains(s); });
}

/// Those that continue from another of them already.
std::set<SlotIndex> continued_by(const Problem& problem, const std::set<SlotIndex>& sessions) {
  std::set<SlotIndex> result;
  for (const SlotIndex s : sessions) {
    if (holds_any(sessions, problem.sessions[s].previous)) result.insert(s);
  }
  return result;
}

}  // namespace

Piece joined(Days days) {
  Piece all;
  for (const PolishDay& day : days) {
    all.cells.insert(all.cells.end(), day.piece->cells.begin(), day.piece->cells.end());
    all.sessions.insert(all.sessions.end(), day.piece->sessions.begin(), day.piece->sessions.end());
  }
  std::sort(all.cells.begin(), all.cells.end());
  std::sort(all.sessions.begin(), all.sessions.end());
  return all;
}

DaysAlone::DaysAlone(const Problem& problem, const std::vector<Cell>& day_cells)
    : problem_(problem), alone_(problem), day_cells_(day_cells) {}

std::vector<CandidateIndex> DaysAlone::take_out(const Piece& now, std::vector<CandidateIndex>& plan) const {
  std::vector<CandidateIndex> part;
  std::vector<CandidateIndex> others;
  for (const CandidateIndex c : plan) (contains(now, problem_.candidates[c].session) ? part : others).push_back(c);
  plan = std::move(others);
  return part;
}

void DaysAlone::lay_out(const Piece& now, const std::vector<CandidateIndex>& others, bool tied,
                        const std::vector<std::int64_t>* ahead) {
  for (const SlotIndex slot : now.sessions) {
    std::vector<SlotIndex>& previous = alone_.sessions[slot].previous;
    previous = problem_.sessions[slot].previous;
    std::erase_if(previous, [&](SlotIndex s) { return !contains(now, s); });
  }
  std::map<PersonIndex, std::set<SlotIndex>> sits;
  std::map<PersonIndex, std::int64_t> minutes;
  for (const CandidateIndex c : others) {
    const Candidate& candidate = problem_.candidates[c];
    const ProblemSession& session = problem_.sessions[candidate.session];
    sits[candidate.person].insert(candidate.session);
    minutes[candidate.person] += session.end - session.start;
  }
  for (const int cell : now.cells) {
    const Cell& all = day_cells_[static_cast<std::size_t>(cell)];
    const Person& person = problem_.people[all.person];
    const std::int64_t left = std::max<std::int64_t>(person.minutes - minutes[all.person], 0);
    alone_.people[all.person].minutes = left;
    alone_.people[all.person].minutes_per_day = tied ? person.minutes_per_day : std::min(person.minutes_per_day, left);
    const std::set<SlotIndex>& elsewhere = sits[all.person];
    const std::set<SlotIndex> continued = continued_by(problem_, elsewhere);
    for (const CandidateIndex c : all.candidates) {
      const SlotIndex slot = problem_.candidates[c].session;
      std::int64_t points = problem_.candidates[c].points;
      if (holds_any(elsewhere, problem_.sessions[slot].previous)) points += problem_.continuity;
      if (ahead != nullptr) {
        points += (*ahead)[c.value];
      } else {
        points +=
            problem_.continuity * std::count_if(elsewhere.begin(), elsewhere.end(), [&](SlotIndex later) {
              const auto& previous = problem_.sessions[later].previous;
              return !continued.contains(later) && std::find(previous.begin(), previous.end(), slot) != previous.end();
            });
      }
      alone_.candidates[c].points = points;
    }
  }
}

void DaysAlone::forbid_clashes(const Piece& now, const std::vector<CandidateIndex>& others, Fates& fates) const {
  std::map<PersonIndex, std::vector<CandidateIndex>> held;
  for (const CandidateIndex c : others) held[problem_.candidates[c].person].push_back(c);
  for (const int cell : now.cells) {
    const Cell& all = day_cells_[static_cast<std::size_t>(cell)];
    const std::vector<CandidateIndex>& elsewhere = held[all.person];
    for (const CandidateIndex c : all.candidates) {
      if (fates[c.value] != Fate::open) continue;
      const bool clashes = std::any_of(elsewhere.begin(), elsewhere.end(),
                                       [&](CandidateIndex other) { return clash(problem_, c, other); });
      if (clashes) fates[c.value] = Fate::forbidden;
    }
  }
}

}  // namespace plancover
