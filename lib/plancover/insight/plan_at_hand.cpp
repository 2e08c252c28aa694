#include "plancover/insight/plan_at_hand.hpp"

#include <algorithm>

#include "plancover/insight/outcome.hpp"
#include "plancover/insight/standing.hpp"
#include "plancover/plan/score.hpp"

namespace plancover {

namespace {

bool same_assignments(const Plan& a, const Plan& b) {
  return a.assignments.size() == b.assignments.size() && steps_between(a.assignments, b.assignments, {}).empty();
}

/// The levels of a plan that follows itself, with the bounds that are known of them.
std::vector<Level> own_levels(const Conference& conference, const Plan& plan, const Past& past) {
  std::vector<Level> levels = score(conference, plan.assignments, past);
  for (Level& level : levels) {
    for (const Level& known : plan.levels) {
      if (known.name == level.name && level.name != "changes") level.bound = known.bound;
    }
  }
  return levels;
}

/// One more pin would open a door that admits the pinned alone: then a badge of those who
/// are pinned so far stands for it.
void keep_door(Conference& conference, SessionIndex index) {
  Door& door = conference.sessions[index].admits.value;
  if (door.kind != Door::Kind::pinned) return;
  const std::string badge = " pinned in " + conference.sessions[index].id;  // no file can name it
  door = {Door::Kind::badges, {badge}};
  for (const Pin& pin : conference.pinned) {
    if (pin.session == index) conference.attendees[pin.attendee].badges.push_back({badge, {}});
  }
}

}  // namespace

PlanAtHand plan_at_hand(const Conference& conference, const std::optional<Plan>& given, Asking& asking) {
  PlanAtHand at_hand;
  if (given) {
    at_hand.past.has_previous = true;
    at_hand.past.previous = given->assignments;
    at_hand.past.now = given->now;
  }
  Asking::Asked best = asking.best(conference, at_hand.past);
  at_hand.proved = best.proved;
  at_hand.plan = best.plan;
  if (given && !same_assignments(*given, best.plan)) {
    Plan before = *given;
    before.levels = score(conference, given->assignments, at_hand.past);
    at_hand.again = outcome_of(before, std::move(best), {});
    at_hand.given = std::move(before);
    at_hand.given->gaps = gaps(conference, given->assignments, at_hand.past);
  }
  at_hand.past.has_previous = true;
  at_hand.past.previous = at_hand.plan.assignments;
  at_hand.plan.levels = own_levels(conference, at_hand.plan, at_hand.past);
  return at_hand;
}

std::optional<Conference> with_pin(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat,
                                   AttendeeIndex attendee) {
  Conference pinned = conference;
  keep_door(pinned, seat.session);
  pinned.pinned.push_back({attendee, seat.session, seat.role, {}});
  const auto way = candidate(pinned, attendee, seat.session, seat.role);
  if (!way) return std::nullopt;
  int taken = 0;
  for (const Pin& pin : conference.pinned) {
    if (pin.session != seat.session) continue;
    if (pin.attendee == attendee) return std::nullopt;
    if (pin.role == seat.role) ++taken;
  }
  const Seats& seats = conference.sessions[seat.session].seats.value;
  const auto count = std::find_if(seats.begin(), seats.end(), [&](const auto& each) { return each.role == seat.role; });
  if (count == seats.end() || (!count->all && taken >= count->wanted)) return std::nullopt;
  const auto fixed = fixed_assignments(conference, at_hand.plan.assignments, at_hand.past, attendee);
  if (!hindrances(conference, fixed, at_hand.past, {seat.session, seat.role, attendee, *way, {}}).empty()) {
    return std::nullopt;
  }
  return pinned;
}

}  // namespace plancover
