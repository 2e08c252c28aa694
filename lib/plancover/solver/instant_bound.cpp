#include "plancover/solver/instant_bound.hpp"

#include <algorithm>

namespace plancover {

InstantBound bound_by_instant(const Problem& problem, const std::vector<SlotIndex>& sessions, const ProblemLevel& level,
                              const Fates& fates) {
  if (level.kind != LevelKind::required) return {};
  std::vector<SeatIndex> asking;
  for (const SlotIndex s : sessions) {
    if (problem.sessions[s].history || problem.sessions[s].tier != level.tier) continue;
    for (const SeatIndex seat : problem.sessions[s].seats) {
      if (problem.seats[seat].required > 0) asking.push_back(seat);
    }
  }
  InstantBound best;
  std::vector<Cost> most_held(problem.people.size(), 0);
  for (const SlotIndex first : sessions) {
    const std::int64_t now = problem.sessions[first].start;
    std::fill(most_held.begin(), most_held.end(), 0);
    InstantBound lacking;
    for (const SeatIndex index : asking) {
      const Seat& seat = problem.seats[index];
      const ProblemSession& session = problem.sessions[seat.session];
      if (now < session.start || now >= session.end) continue;
      const Cost price = is_all_of_room(problem, seat) ? 2 : 1;  // what it costs empty
      lacking.prices.rows[{Row::Kind::seat, index.value, 0}] = static_cast<double>(price);
      lacking.bound += price * seat.required;
      for (const CandidateIndex c : seat.candidates) {
        Cost& held = most_held[problem.candidates[c].person.value];
        if (fates[c.value] == Fate::forbidden || held >= price) continue;
        lacking.bound -= price - held;
        held = price;
      }
    }
    if (lacking.bound > best.bound) best = std::move(lacking);
  }
  return best;
}

}  // namespace plancover
