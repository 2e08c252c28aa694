#include "plancover/solver/piece.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "plancover/solver/potential.hpp"

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

bool clash_somewhere(const Problem& problem, const Cell& a, const Cell& b, const Fates& fates) {
  const Night night = night_between(problem, a.candidates, b.candidates, fates);
  const auto decided = [&](CandidateIndex c) { return fates[c.value] == Fate::chosen; };
  return std::any_of(night.late.begin(), night.late.end(), [&](CandidateIndex x) {
    return std::any_of(night.early.begin(), night.early.end(),
                       [&](CandidateIndex y) { return !(decided(x) && decided(y)) && clash(problem, x, y); });
  });
}

}  // namespace

std::vector<Piece> split(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates, Ties ties) {
  const std::size_t sessions = problem.sessions.size();
  Groups groups(sessions + cells.size());
  std::vector<std::size_t> cell_of(problem.candidates.size(), 0);
  const auto possible = [&](CandidateIndex c) { return fates[c.value] != Fate::forbidden; };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const CandidateIndex c : cells[i].candidates) {
      cell_of[c.value] = i;
      if (possible(c)) groups.join(problem.candidates[c].session.value, sessions + i);
    }
  }
  for (std::size_t i = 0; ties.clashes && i + 1 < cells.size(); ++i) {
    // Cells stand by person and day, so whatever is near in time is near in the list.
    for (std::size_t j = i + 1; j < cells.size() && cells[j].person == cells[i].person; ++j) {
      if (!within_reach(problem, cells[i].candidates, cells[j].candidates)) break;
      if (clash_somewhere(problem, cells[i], cells[j], fates)) groups.join(sessions + i, sessions + j);
    }
  }
  const std::vector<bool> binds = hours_that_bind(problem, cells, fates);
  for (std::size_t i = 0; ties.hours && i + 1 < cells.size(); ++i) {
    if (cells[i + 1].person == cells[i].person && binds[cells[i].person.value]) {
      groups.join(sessions + i, sessions + i + 1);
    }
  }
  for (const Cell& cell : cells) {
    if (!ties.continuity || problem.continuity == 0) break;
    for (const CandidateIndex c : cell.candidates) {
      const SlotIndex slot = problem.candidates[c].session;
      if (!possible(c) || continuity_within_day(problem, slot)) continue;
      std::vector<CandidateIndex> before;
      bool decided = fates[c.value] == Fate::chosen;  // with all of it: what it earns is the same in every plan
      for (const SlotIndex previous : problem.sessions[slot].previous) {
        for (const CandidateIndex b : candidates_at(problem, cell.person, previous)) {
          if (!possible(b)) continue;
          before.push_back(b);
          decided = decided && fates[b.value] == Fate::chosen;
        }
      }
      for (const CandidateIndex b : before) {
        if (!decided) groups.join(sessions + cell_of[c.value], sessions + cell_of[b.value]);
      }
    }
  }
  std::map<std::size_t, Piece> pieces;
  for (std::size_t s = 0; s < sessions; ++s) pieces[groups.find(s)].sessions.emplace_back(s);
  for (std::size_t i = 0; i < cells.size(); ++i) pieces[groups.find(sessions + i)].cells.push_back(static_cast<int>(i));
  std::vector<Piece> result;
  for (auto& [root, piece] : pieces) {
    // A person-day in which nothing is possible belongs to no session, and so to nothing.
    if (!piece.sessions.empty()) result.push_back(std::move(piece));
  }
  return result;
}

std::int64_t continuity_from_outside(const Problem& problem, const Piece& piece, const Fates& fates) {
  std::int64_t sum = 0;
  const auto is_inside = [&](SlotIndex s) {
    return std::binary_search(piece.sessions.begin(), piece.sessions.end(), s);
  };
  const auto sits_in = [&](PersonIndex person, SlotIndex s) {
    const auto all = candidates_at(problem, person, s);
    return std::any_of(all.begin(), all.end(), [&](CandidateIndex c) { return fates[c.value] == Fate::chosen; });
  };
  for (const SlotIndex slot : piece.sessions) {
    const auto& previous = problem.sessions[slot].previous;
    if (std::all_of(previous.begin(), previous.end(), is_inside)) continue;
    for (const PersonIndex person : problem.people.indexes()) {
      if (!sits_in(person, slot)) continue;
      const auto continues = [&](bool inside) {
        return std::any_of(previous.begin(), previous.end(),
                           [&](SlotIndex s) { return is_inside(s) == inside && sits_in(person, s); });
      };
      if (continues(false) && !continues(true)) sum += problem.continuity;
    }
  }
  return sum;
}

}  // namespace plancover
