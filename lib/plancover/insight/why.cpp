#include "plancover/insight/why.hpp"

#include <algorithm>

#include "plancover/insight/chains.hpp"
#include "plancover/insight/changes_for.hpp"
#include "plancover/insight/outcome.hpp"
#include "plancover/insight/repairs.hpp"
#include "plancover/insight/shortage.hpp"
#include "plancover/insight/standing.hpp"

namespace plancover {

namespace {

int open_seats(const std::vector<Gap>& gaps, SeatKey seat, bool required) {
  for (const Gap& gap : gaps) {
    if (gap.session == seat.session && gap.role == seat.role && gap.required == required) return gap.open;
  }
  return 0;
}

/// Are the bounds of the level and of all before it reached?
bool proved_down_to(const Plan& plan, const std::string& name) {
  for (const Level& level : plan.levels) {
    if (level.value != level.bound) return false;
    if (level.name == name) return true;
  }
  return false;
}

/// The pin that holds the attendee in the seat, or keeps them from it.
std::optional<Location> deciding_pin(const Conference& conference, SessionIndex session,
                                     const AttendeeStanding& standing) {
  for (const Pin& pin : conference.pinned) {
    if (pin.attendee == standing.attendee && pin.session == session) return pin.where;
  }
  for (const Hindrance& hindrance : standing.hindrances) {
    for (const Pin& pin : conference.pinned) {
      if (pin.attendee == standing.attendee && hindrance.with == pin.session && hindrance.fixed) return pin.where;
    }
  }
  return std::nullopt;
}

std::optional<Outcome> outcome_about(const Conference& then, const PlanAtHand& at_hand, SeatKey seat,
                                     AttendeeIndex attendee, Asking& asking) {
  auto asked = asking.best_about(then, at_hand.past, seat.session);
  if (!asked) return std::nullopt;
  return outcome_of(at_hand.plan, std::move(*asked), FirstMove{attendee, seat});
}

}  // namespace

WhyEmpty why_empty(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat, bool required,
                   Asking& asking) {
  WhyEmpty answer;
  answer.seat = seat;
  answer.required = required;
  answer.open = open_seats(at_hand.plan.gaps, seat, required);
  if (answer.open == 0 && at_hand.given) {
    answer.open = open_seats(at_hand.given->gaps, seat, required);
    answer.again = at_hand.again;
    answer.attendees = standings(conference, at_hand.given->assignments, at_hand.past, seat);
    return answer;
  }
  answer.attendees = standings(conference, at_hand.plan.assignments, at_hand.past, seat);
  const std::string tier(to_string(conference.sessions[seat.session].priority.value));
  answer.proved = proved_down_to(at_hand.plan, (required ? "required " : "optional ") + tier);
  answer.shortage = find_shortage(conference, at_hand.past, seat, required);
  ChainsFound chains = find_chains(conference, at_hand, seat, answer.attendees, asking);
  answer.chains = std::move(chains.chains);
  answer.chains_complete = chains.complete;
  const auto proposals = changes_for(conference, at_hand.past, at_hand.plan, seat, answer.attendees);
  RepairsFound repairs = find_repairs(conference, at_hand, seat, required, proposals, asking);
  answer.repairs = std::move(repairs.repairs);
  answer.repairs_complete = repairs.complete;
  return answer;
}

WhyAttendee why_attendee(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat, AttendeeIndex attendee,
                         Asking& asking) {
  WhyAttendee answer;
  answer.seat = seat;
  answer.standing = standing_of(conference, at_hand.plan.assignments, at_hand.past, seat, attendee);
  answer.history = at_hand.past.is_history(conference.sessions[seat.session]);
  if (answer.history) return answer;
  answer.pin = deciding_pin(conference, seat.session, answer.standing);
  if (answer.standing.standing == Standing::here) {
    if (answer.pin) return answer;
    Conference without = conference;
    Bar bar;
    bar.attendee = attendee;
    bar.session = seat.session;
    without.barred.push_back(bar);
    answer.otherwise = outcome_about(without, at_hand, seat, attendee, asking);
  } else if (answer.standing.refusals.empty()) {
    const auto pinned = with_pin(conference, at_hand, seat, attendee);
    answer.impossible = !pinned;
    if (pinned) answer.otherwise = outcome_about(*pinned, at_hand, seat, attendee, asking);
  }
  return answer;
}

}  // namespace plancover
