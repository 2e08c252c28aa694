#include "plancover/problem/evaluate.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plancover {

namespace {

struct Tally {
  std::int64_t required[4] = {};
  std::int64_t optional[4] = {};
  std::int64_t changes = 0;
  std::int64_t quality = 0;
};

void count_seats(const Problem& problem, const std::vector<int>& filled, Tally& tally) {
  for (const ProblemSession& session : problem.sessions) {
    bool asks = false;
    int sitting = 0;
    for (const SeatIndex index : session.seats) {
      const Seat& seat = problem.seats[index];
      const int here = filled[index.value];
      sitting += here;
      asks = asks || seat.required > 0;
      if (seat.all) tally.quality += problem.attend * std::max(0, here - seat.required);
      if (session.history) continue;
      tally.required[session.tier] += std::max(0, seat.required - here);
      if (!seat.all) tally.optional[session.tier] += seat.wanted - seat.required - std::max(0, here - seat.required);
    }
    if (!session.history && !session.attended && asks && sitting == 0) ++tally.required[session.tier];
  }
}

void count_people(const Problem& problem, const std::vector<CandidateIndex>& chosen, Tally& tally) {
  std::map<std::pair<PersonIndex, int>, std::int64_t> load;
  std::vector<std::pair<PersonIndex, SlotIndex>> sits;
  sits.reserve(chosen.size());
  for (const CandidateIndex c : chosen) sits.emplace_back(problem.candidates[c].person, problem.candidates[c].session);
  std::sort(sits.begin(), sits.end());
  for (const CandidateIndex c : chosen) {
    const Candidate& candidate = problem.candidates[c];
    const ProblemSession& session = problem.sessions[candidate.session];
    tally.changes -= candidate.kept;
    tally.quality += candidate.points;
    const bool continues = std::any_of(session.previous.begin(), session.previous.end(), [&](SlotIndex s) {
      return std::binary_search(sits.begin(), sits.end(), std::pair(candidate.person, s));
    });
    if (continues) tally.quality += problem.continuity;
    // k(k-1)/2 is 0 + 1 + … + (k-1): each further session of a day costs as many as came before it.
    if (session.counts) tally.quality -= problem.load * load[{candidate.person, session.day}]++;
  }
}

}  // namespace

std::vector<std::int64_t> evaluate(const Problem& problem, const std::vector<CandidateIndex>& chosen) {
  std::vector<int> filled(problem.seats.size(), 0);
  for (const CandidateIndex c : chosen) ++filled[problem.candidates[c].seat.value];
  Tally tally;
  tally.changes = problem.changes_at_most;
  count_seats(problem, filled, tally);
  count_people(problem, chosen, tally);
  std::vector<std::int64_t> values;
  values.reserve(problem.levels.size());
  for (const ProblemLevel& level : problem.levels) {
    switch (level.kind) {
      case LevelKind::required:
        values.push_back(tally.required[level.tier]);
        break;
      case LevelKind::changes:
        values.push_back(tally.changes);
        break;
      case LevelKind::optional:
        values.push_back(tally.optional[level.tier]);
        break;
      case LevelKind::quality:
        values.push_back(tally.quality);
        break;
    }
  }
  return values;
}

bool better(const Problem& problem, const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  for (std::size_t i = 0; i < problem.levels.size(); ++i) {
    if (a[i] == b[i]) continue;
    return problem.levels[i].kind == LevelKind::quality ? a[i] > b[i] : a[i] < b[i];
  }
  return false;
}

}  // namespace plancover
