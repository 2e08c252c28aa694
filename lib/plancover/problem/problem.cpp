#include "plancover/problem/problem.hpp"

#include <algorithm>

namespace plancover {

bool clash(const Problem& problem, CandidateIndex a, CandidateIndex b) {
  const Candidate& one = problem.candidates[a];
  const Candidate& two = problem.candidates[b];
  const ProblemSession* first = &problem.sessions[one.session];
  const ProblemSession* second = &problem.sessions[two.session];
  if (first->history && second->history) return false;
  if (one.session == two.session) return true;
  if (second->start < first->start) std::swap(first, second);
  const std::int64_t between = second->start - first->end;
  if (between < 0) return true;
  const bool walks = !one.remote && !two.remote && (first->room < 0 || first->room != second->room);
  if (walks && between < problem.transfer) return true;
  return first->day != second->day && between < problem.people[one.person].rest;
}

std::span<const CandidateIndex> candidates_at(const Problem& problem, PersonIndex person, SlotIndex session) {
  const std::vector<CandidateIndex>& all = problem.people[person].candidates;
  const auto first = std::partition_point(all.begin(), all.end(),
                                          [&](CandidateIndex c) { return problem.candidates[c].session < session; });
  const auto last =
      std::find_if(first, all.end(), [&](CandidateIndex c) { return problem.candidates[c].session != session; });
  return {first, last};
}

}  // namespace plancover
