#include "plancover/solver/pair_gains.hpp"

#include <algorithm>

namespace plancover {

PairGains::PairGains(const Problem& problem, const Fates& fates)
    : problem_(problem),
      fates_(fates),
      held_(problem.people.size()),
      holders_(problem.seats.size()),
      filled_(problem.seats.size(), 0) {}

void PairGains::hold(CandidateIndex c) {
  const Candidate& candidate = problem_.candidates[c];
  std::vector<CandidateIndex>& held = held_[candidate.person.value];
  held.insert(std::upper_bound(held.begin(), held.end(), c), c);
  holders_[candidate.seat.value].push_back(c);
  ++filled_[candidate.seat.value];
}

void PairGains::let_go(CandidateIndex c) {
  const Candidate& candidate = problem_.candidates[c];
  std::erase(held_[candidate.person.value], c);
  std::erase(holders_[candidate.seat.value], c);
  --filled_[candidate.seat.value];
}

/// Whoever takes over may continue a committee, too.
std::int64_t PairGains::gain(CandidateIndex from, CandidateIndex to) const {
  return std::max<std::int64_t>(
      0, problem_.candidates[to].points - problem_.candidates[from].points + problem_.continuity);
}

std::vector<std::int64_t> PairGains::with(PersonIndex person, std::int64_t& steps) const {
  std::vector<std::int64_t> gains(problem_.people.size(), 0);
  for (const CandidateIndex mine : problem_.people[person].candidates) {
    if (fates_[mine.value] != Fate::open) continue;
    for (const CandidateIndex theirs : holders_[problem_.candidates[mine].seat.value])
      gains[problem_.candidates[theirs].person.value] += gain(theirs, mine);
  }
  steps += static_cast<std::int64_t>(problem_.people[person].candidates.size());
  for (const CandidateIndex mine : held_[person.value]) {
    const std::vector<CandidateIndex>& all = problem_.seats[problem_.candidates[mine].seat].candidates;
    for (const CandidateIndex theirs : all) {
      if (fates_[theirs.value] == Fate::open) gains[problem_.candidates[theirs].person.value] += gain(mine, theirs);
    }
    steps += static_cast<std::int64_t>(all.size());
  }
  return gains;
}

}  // namespace plancover
