#include "plancover/solver/piece.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace plancover {

namespace {

/// Disjoint sets with path halving (Tarjan and van Leeuwen 1984).
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  std::size_t find(std::size_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

std::int64_t length(const Problem& problem, CandidateIndex c) {
  const ProblemSession& session = problem.sessions[problem.candidates[c].session];
  return session.end - session.start;
}

/// The most minutes a cell can hold: a chain of open sessions, however many.
std::int64_t most_minutes(const Problem& problem, const Cell& cell, const Fates& fates) {
  std::vector<CandidateIndex> steps;
  for (const CandidateIndex c : cell.candidates) {
    if (fates[c.value] != Fate::forbidden) steps.push_back(c);
  }
  std::vector<std::int64_t> most(steps.size() + 1, 0);
  for (std::size_t i = steps.size(); i-- > 0;) {
    const ProblemSession& session = problem.sessions[problem.candidates[steps[i]].session];
    std::size_t next = i + 1;
    while (next < steps.size() && problem.sessions[problem.candidates[steps[next]].session].start < session.end) ++next;
    most[i] = std::max(most[i + 1], length(problem, steps[i]) + most[next]);
  }
  return std::min(most[0], problem.people[cell.person].minutes_per_day);
}

bool clash_somewhere(const Problem& problem, const Cell& a, const Cell& b, const Fates& fates) {
  // Only the last to end of one day and the first to start of the next can be near.
  for (const CandidateIndex x : a.candidates) {
    if (fates[x.value] == Fate::forbidden) continue;
    for (const CandidateIndex y : b.candidates) {
      if (fates[y.value] == Fate::forbidden) continue;
      if (fates[x.value] == Fate::chosen && fates[y.value] == Fate::chosen) continue;
      if (clash(problem, x, y)) return true;
    }
  }
  return false;
}

}  // namespace

bool hours_can_bind(const Problem& problem, const std::vector<Cell>& cells, PersonIndex person, const Fates& fates) {
  std::int64_t sum = 0;
  for (const Cell& cell : cells) {
    if (cell.person == person) sum += most_minutes(problem, cell, fates);
  }
  return sum > problem.people[person].minutes;
}

std::vector<Piece> split(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates, Ties ties) {
  const std::size_t sessions = problem.sessions.size();
  Groups groups(sessions + cells.size());
  std::map<std::pair<PersonIndex, int>, std::size_t> cell_at;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cell_at[{cells[i].person, cells[i].day}] = i;
    for (const CandidateIndex c : cells[i].candidates) {
      if (fates[c.value] != Fate::forbidden) groups.join(problem.candidates[c].session.value, sessions + i);
    }
  }
  for (std::size_t i = 0; ties.limits && i + 1 < cells.size(); ++i) {
    // Cells stand by person and day, so whatever is near in time is near in the list.
    for (std::size_t j = i + 1; j < cells.size() && cells[j].person == cells[i].person && j < i + 3; ++j) {
      if (clash_somewhere(problem, cells[i], cells[j], fates)) groups.join(sessions + i, sessions + j);
    }
    if (cells[i + 1].person == cells[i].person && hours_can_bind(problem, cells, cells[i].person, fates)) {
      groups.join(sessions + i, sessions + i + 1);
    }
  }
  for (std::size_t i = 0; ties.continuity && problem.continuity != 0 && i < cells.size(); ++i) {
    for (const CandidateIndex c : cells[i].candidates) {
      const SlotIndex slot = problem.candidates[c].session;
      if (fates[c.value] == Fate::forbidden || continuity_within_day(problem, slot)) continue;
      for (const SlotIndex before : problem.sessions[slot].previous) {
        const auto it = cell_at.find({cells[i].person, problem.sessions[before].day});
        if (it == cell_at.end()) continue;
        const auto& others = cells[it->second].candidates;
        if (std::any_of(others.begin(), others.end(), [&](CandidateIndex o) {
              return problem.candidates[o].session == before && fates[o.value] != Fate::forbidden;
            })) {
          groups.join(sessions + i, sessions + it->second);
        }
      }
    }
  }
  std::map<std::size_t, Piece> pieces;
  for (std::size_t s = 0; s < sessions; ++s) pieces[groups.find(s)].sessions.push_back(SlotIndex(s));
  for (std::size_t i = 0; i < cells.size(); ++i) pieces[groups.find(sessions + i)].cells.push_back(static_cast<int>(i));
  std::vector<Piece> result;
  for (auto& [root, piece] : pieces) {
    // A person-day in which nothing is possible belongs to no session, and so to nothing.
    if (!piece.sessions.empty()) result.push_back(std::move(piece));
  }
  return result;
}

}  // namespace plancover
