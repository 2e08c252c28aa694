#include "plancover/solver/previous_plan.hpp"

#include <map>

#include "plancover/solver/schedule.hpp"

namespace plancover {

namespace {

/// Of one previous assignment: the candidates that save most, and how much.
struct Keepers {
  int units = 0;
  std::vector<CandidateIndex> best;
};

/// One for each previous assignment in `sessions` that can still be kept at all.
std::vector<Keepers> keepers_in(const Problem& problem, const Fates& fates, const std::vector<SlotIndex>& sessions) {
  std::map<std::pair<PersonIndex, SlotIndex>, Keepers> found;
  for (const SlotIndex s : sessions) {
    for (const SeatIndex seat : problem.sessions[s].seats) {
      for (const CandidateIndex c : problem.seats[seat].candidates) {
        const Candidate& candidate = problem.candidates[c];
        if (candidate.kept == 0 || fates[c.value] == Fate::forbidden) continue;
        Keepers& keepers = found[{candidate.person, s}];
        if (candidate.kept > keepers.units) keepers = {candidate.kept, {}};
        if (candidate.kept == keepers.units) keepers.best.push_back(c);
      }
    }
  }
  std::vector<Keepers> all;
  all.reserve(found.size());
  for (auto& [key, keepers] : found) all.push_back(std::move(keepers));
  return all;
}

}  // namespace

std::vector<CandidateIndex> kept_plan(const Problem& problem, const Fates& fates) {
  std::vector<CandidateIndex> chosen;
  for (const CandidateIndex c : problem.candidates.indexes()) {
    const Candidate& candidate = problem.candidates[c];
    if (candidate.fixed || (candidate.kept == 2 && fates[c.value] != Fate::forbidden)) chosen.push_back(c);
  }
  return repaired(problem, chosen);
}

Cost least_changes(const Problem& problem, const Fates& fates, const std::vector<SlotIndex>& sessions) {
  Cost sum = 0;
  for (const Keepers& keepers : keepers_in(problem, fates, sessions)) sum -= keepers.units;
  return sum;
}

void choose_kept(const Problem& problem, Fates& fates, const std::vector<SlotIndex>& sessions) {
  for (const Keepers& keepers : keepers_in(problem, fates, sessions)) {
    if (keepers.best.size() == 1) fates[keepers.best.front().value] = Fate::chosen;
  }
}

void forbid_misfits(const Problem& problem, Fates& fates) {
  Schedule schedule(problem);
  for (const CandidateIndex c : problem.candidates.indexes()) {
    if (fates[c.value] == Fate::chosen) schedule.add(c);
  }
  for (const CandidateIndex c : problem.candidates.indexes()) {
    if (fates[c.value] == Fate::open && !schedule.fits(c)) fates[c.value] = Fate::forbidden;
  }
}

}  // namespace plancover
