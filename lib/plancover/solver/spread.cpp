#include "plancover/solver/spread.hpp"

#include <algorithm>

namespace plancover {

namespace {

constexpr double no_share = 1e-6;

/// May the person of `chosen`, all of one cell, do `c` too?
bool has_room(const Problem& problem, const std::vector<CandidateIndex>& chosen, CandidateIndex c) {
  const Candidate& candidate = problem.candidates[c];
  const ProblemSession& session = problem.sessions[candidate.session];
  std::int64_t minutes = session.end - session.start;
  std::int64_t minutes_of_day = minutes;
  int counted = session.counts ? 1 : 0;
  for (const CandidateIndex other : chosen) {
    if (clash(problem, other, c)) return false;
    const ProblemSession& each = problem.sessions[problem.candidates[other].session];
    minutes += each.end - each.start;
    if (each.day != session.day) continue;
    minutes_of_day += each.end - each.start;
    counted += each.counts ? 1 : 0;
  }
  const Person& limits = problem.people[candidate.person];
  const bool may_count = !session.counts || counted <= limits.sessions_per_day;  // history may be above it
  return may_count && minutes_of_day <= limits.minutes_per_day && minutes <= limits.minutes;
}

}  // namespace

std::vector<Strand> spread(const Problem& problem, const Cell& cell, const Fates& fates,
                           const std::vector<double>& sits) {
  std::vector<Strand> strands{{1.0, {}}};
  for (const CandidateIndex c : cell.candidates) {
    if (fates[c.value] == Fate::chosen) strands.front().chosen.push_back(c);
  }
  for (const CandidateIndex c : cell.candidates) {
    if (fates[c.value] != Fate::open) continue;
    double left = sits[c.value];
    for (std::size_t i = strands.size(); i-- > 0 && left > no_share;) {
      if (!has_room(problem, strands[i].chosen, c)) continue;
      if (strands[i].share > left + no_share) {
        strands.push_back({strands[i].share - left, strands[i].chosen});
        strands[i].share = left;
      }
      left -= strands[i].share;
      strands[i].chosen.push_back(c);
    }
  }
  for (Strand& strand : strands) std::sort(strand.chosen.begin(), strand.chosen.end());
  return strands;
}

}  // namespace plancover
