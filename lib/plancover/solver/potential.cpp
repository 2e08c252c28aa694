#include "plancover/solver/potential.hpp"

#include <algorithm>
#include <map>

namespace plancover {

namespace {

/// How long after the end of a session what follows may still clash with it.
std::int64_t reach_of(const Problem& problem, CandidateIndex c) {
  return std::max(problem.transfer, problem.people[problem.candidates[c].person].rest);
}

const ProblemSession& session_of(const Problem& problem, CandidateIndex c) {
  return problem.sessions[problem.candidates[c].session];
}

}  // namespace

bool within_reach(const Problem& problem, std::span<const CandidateIndex> one, std::span<const CandidateIndex> two) {
  if (one.empty() || two.empty()) return false;
  std::int64_t last_end = session_of(problem, one.front()).end;
  for (const CandidateIndex c : one) last_end = std::max(last_end, session_of(problem, c).end);
  return session_of(problem, two.front()).start < last_end + reach_of(problem, one.front());
}

Night night_between(const Problem& problem, std::span<const CandidateIndex> one, std::span<const CandidateIndex> two,
                    const Fates& fates) {
  Night night;
  if (one.empty() || two.empty()) return night;
  const auto session = [&](CandidateIndex c) -> const ProblemSession& { return session_of(problem, c); };
  const std::int64_t reach = reach_of(problem, one.front());
  std::int64_t last_end = 0;
  for (const CandidateIndex c : one) {
    if (fates[c.value] == Fate::forbidden || session(c).end + reach <= session(two.front()).start) continue;
    night.late.push_back(c);
    last_end = std::max(last_end, session(c).end);
  }
  for (const CandidateIndex c : two) {
    if (night.late.empty() || session(c).start >= last_end + reach) break;
    if (fates[c.value] != Fate::forbidden) night.early.push_back(c);
  }
  return night;
}

std::vector<NightClash> night_clashes(const Problem& problem, std::span<const CandidateIndex> one,
                                      std::span<const CandidateIndex> two, const Fates& fates) {
  const Night night = night_between(problem, one, two, fates);
  std::map<std::vector<CandidateIndex>, std::vector<CandidateIndex>> groups;  // of the second day -> of the first
  for (const CandidateIndex a : night.late) {
    std::vector<CandidateIndex> against;
    for (const CandidateIndex b : night.early) {
      const bool both_decided = problem.candidates[a].fixed && problem.candidates[b].fixed;
      if (!both_decided && clash(problem, a, b)) against.push_back(b);
    }
    if (!against.empty()) groups[against].push_back(a);
  }
  std::vector<NightClash> clashes;
  for (auto& [second, first] : groups) {
    // Whatever clashes with more than this group asks, clashes with it too: late sessions nest.
    std::vector<CandidateIndex> late = first;
    for (const auto& [wider, others] : groups) {
      if (&others != &first && std::includes(wider.begin(), wider.end(), second.begin(), second.end())) {
        late.insert(late.end(), others.begin(), others.end());
      }
    }
    std::sort(late.begin(), late.end());
    clashes.push_back({std::move(late), second, 0});
  }
  return clashes;
}

std::vector<DayLink> day_links(const Problem& problem, const Cell& cell, const Fates& fates) {
  std::vector<DayLink> links;
  if (problem.continuity == 0) return links;
  std::vector<SlotIndex> sessions;
  for (const CandidateIndex c : cell.candidates) {
    const SlotIndex slot = problem.candidates[c].session;
    if (fates[c.value] != Fate::forbidden && (sessions.empty() || sessions.back() != slot)) sessions.push_back(slot);
  }
  for (const SlotIndex slot : sessions) {
    if (continuity_within_day(problem, slot)) continue;
    DayLink link{slot, {}, 0};
    for (const SlotIndex before : problem.sessions[slot].previous) {
      if (std::binary_search(sessions.begin(), sessions.end(), before)) link.previous.push_back(before);
    }
    if (!link.previous.empty()) links.push_back(std::move(link));
  }
  return links;
}

Potential potential_of(const Problem& problem, const Cell& cell, const Fates& fates) {
  Potential potential;
  const auto days = days_of(problem, cell.candidates);
  const auto day = [&](std::size_t d) {
    return std::span(cell.candidates).subspan(days[d].first, days[d].second - days[d].first);
  };
  for (std::size_t i = 0; i < days.size(); ++i) {
    for (std::size_t j = i + 1; j < days.size() && within_reach(problem, day(i), day(j)); ++j) {
      for (NightClash& clash : night_clashes(problem, day(i), day(j), fates)) {
        potential.nights.push_back(std::move(clash));
      }
    }
  }
  potential.links = day_links(problem, cell, fates);
  return potential;
}

}  // namespace plancover
