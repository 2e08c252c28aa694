#include "plancover/solver/relevance.hpp"

#include <algorithm>

namespace plancover {

namespace {

bool depends(const Problem& problem, const ProblemSession& session, const ProblemLevel& level) {
  const auto any_seat = [&](const auto& asks) {
    return std::any_of(session.seats.begin(), session.seats.end(),
                       [&](SeatIndex seat) { return asks(problem.seats[seat]); });
  };
  switch (level.kind) {
    case LevelKind::required:
      return session.tier == level.tier && any_seat([](const Seat& seat) { return seat.required > 0; });
    case LevelKind::optional:
      return session.tier == level.tier && any_seat([](const Seat& seat) { return seat.wanted > seat.required; });
    case LevelKind::changes:
      return any_seat([&](const Seat& seat) {
        return std::any_of(seat.candidates.begin(), seat.candidates.end(),
                           [&](CandidateIndex c) { return problem.candidates[c].kept != 0; });
      });
    case LevelKind::quality:
      return true;
  }
  return true;
}

}  // namespace

std::vector<std::size_t> first_levels(const Problem& problem) {
  std::vector<std::size_t> first;
  for (const ProblemSession& session : problem.sessions) {
    std::size_t level = 0;
    while (level + 1 < problem.levels.size() && !depends(problem, session, problem.levels[level])) ++level;
    first.push_back(level);
  }
  return first;
}

Fates fates_at(const Problem& problem, const Fates& fates, const std::vector<std::size_t>& first_level,
               std::size_t level) {
  Fates result = fates;
  for (const CandidateIndex c : problem.candidates.indexes()) {
    Fate& fate = result[c.value];
    if (fate == Fate::open && first_level[problem.candidates[c].session.value] > level) fate = Fate::forbidden;
  }
  return result;
}

}  // namespace plancover
