#include "plancover/insight/chains.hpp"

#include <algorithm>

#include "plancover/insight/outcome.hpp"

namespace plancover {

ChainsFound find_chains(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat,
                        const std::vector<AttendeeStanding>& attendees, Asking& asking) {
  constexpr std::size_t most = 3;
  // Whoever has less to leave is likely to be cheaper, and is asked first.
  std::vector<const AttendeeStanding*> candidates;
  for (const AttendeeStanding& each : attendees) {
    // Who sits in the session in another role may change over.
    if (each.refusals.empty() && each.here_as != seat.role) candidates.push_back(&each);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto* a, const auto* b) { return a->hindrances.size() < b->hindrances.size(); });
  std::size_t asked_nearby = 0;  // leaves something for the repairs
  ChainsFound found;
  found.complete = true;
  for (const AttendeeStanding* each : candidates) {
    const auto pinned = with_pin(conference, at_hand, seat, each->attendee);
    if (!pinned) continue;  // what keeps them elsewhere was decided by people, or is past
    if (asking.exhausted() || (asking.nearby() && ++asked_nearby > most)) {
      found.complete = false;
      break;
    }
    auto asked = asking.best_about(*pinned, at_hand.past, seat.session);
    if (!asked) {
      found.complete = false;
      continue;
    }
    Outcome outcome = outcome_of(at_hand.plan, std::move(*asked), FirstMove{each->attendee, seat});
    found.complete = found.complete && outcome.proved;
    found.chains.push_back({each->attendee, std::move(outcome)});
  }
  std::stable_sort(found.chains.begin(), found.chains.end(), [](const Chain& a, const Chain& b) {
    return better_levels(a.outcome.plan.levels, b.outcome.plan.levels);
  });
  if (found.chains.size() > most) found.chains.resize(most);
  return found;
}

}  // namespace plancover
