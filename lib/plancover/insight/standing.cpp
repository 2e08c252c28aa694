#include "plancover/insight/standing.hpp"

#include <algorithm>

#include "plancover/model/conflict.hpp"

namespace plancover {

namespace {

Standing standing_for(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::barred:
      return Standing::barred;
    case Obstacle::away:
      return Standing::away;
    case Obstacle::no_badge:
      return Standing::no_badge;
    case Obstacle::not_webcast:
      return Standing::not_webcast;
    case Obstacle::asleep:
      return Standing::asleep;
    case Obstacle::onsite_role:
      return Standing::onsite_role;
    case Obstacle::cannot:
      return Standing::cannot;
    case Obstacle::silent:
      return Standing::silent;
    case Obstacle::expertise:
      return Standing::expertise;
    case Obstacle::language:
      return Standing::language;
  }
  return Standing::barred;
}

const Pin* pin_of(const Conference& conference, AttendeeIndex attendee, SessionIndex session) {
  const auto found = std::find_if(conference.pinned.begin(), conference.pinned.end(),
                                  [&](const Pin& pin) { return pin.attendee == attendee && pin.session == session; });
  return found == conference.pinned.end() ? nullptr : &*found;
}

Hindrance::Kind kind_of(Conflict conflict) {
  if (conflict == Conflict::overlap) return Hindrance::Kind::overlap;
  return conflict == Conflict::transfer ? Hindrance::Kind::transfer : Hindrance::Kind::rest;
}

/// What `held` comes to, on the day of the session and in all.
struct Carried {
  int sessions = 0;
  Minutes today{0};
  Minutes in_all{0};
};

void add_limits(const Conference& conference, const std::vector<Assignment>& held, const Assignment& more,
                std::vector<Hindrance>& found) {
  const Session& session = conference.sessions[more.session];
  const Limits& limits = conference.attendees[more.attendee].limits;
  Carried carried;
  const auto add = [&](const Session& each) {
    carried.in_all += each.time.value.length();
    if (each.day != session.day) return;
    carried.today += each.time.value.length();
    if (conference.committees[each.committee].kind != CommitteeKind::meeting) ++carried.sessions;
  };
  for (const Assignment& a : held) add(conference.sessions[a.session]);
  add(session);
  // A meeting never meets this limit, even where a past day is beyond it already.
  const bool counts = conference.committees[session.committee].kind != CommitteeKind::meeting;
  if (counts && limits.sessions_per_day && carried.sessions > limits.sessions_per_day->value) {
    found.push_back({Hindrance::Kind::sessions_per_day, {}, false, limits.sessions_per_day->where});
  }
  if (limits.hours_per_day && carried.today > limits.hours_per_day->value) {
    found.push_back({Hindrance::Kind::hours_per_day, {}, false, limits.hours_per_day->where});
  }
  if (limits.hours && carried.in_all > limits.hours->value) {
    found.push_back({Hindrance::Kind::hours, {}, false, limits.hours->where});
  }
}

}  // namespace

std::vector<Hindrance> hindrances(const Conference& conference, const std::vector<Assignment>& held, const Past& past,
                                  const Assignment& more) {
  const Limits& limits = conference.attendees[more.attendee].limits;
  const auto rest = limits.rest ? std::optional{limits.rest->value} : std::nullopt;
  std::vector<Hindrance> found;
  for (const Assignment& a : held) {
    const auto why = conflict(conference, a.session, a.presence, more.session, more.presence, rest);
    if (!why) continue;
    const Session& other = conference.sessions[a.session];
    const Pin* pin = past.is_history(other) ? nullptr : pin_of(conference, more.attendee, a.session);
    const bool fixed = pin != nullptr || past.is_history(other);
    Location where = pin != nullptr ? pin->where : other.where;
    if (*why == Conflict::rest) where = limits.rest->where;
    found.push_back({kind_of(*why), a.session, fixed, where});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.kind < b.kind; });
  add_limits(conference, held, more, found);
  return found;
}

AttendeeStanding standing_of(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past,
                             SeatKey seat, AttendeeIndex attendee) {
  AttendeeStanding result;
  result.attendee = attendee;
  std::vector<Assignment> held;
  for (const Assignment& a : assignments) {
    if (a.attendee != attendee || conference.sessions[a.session].cancelled) continue;
    if (a.session == seat.session) {
      result.here_as = a.role;
    } else {
      held.push_back(a);
    }
  }
  const Eligibility answer = eligibility(conference, attendee, seat.session, seat.role);
  result.refusals = answer.refusals;
  if (result.here_as) {
    result.standing = Standing::here;
    return result;
  }
  if (!answer.presence) {
    result.standing = standing_for(answer.refusals.front().obstacle);
    return result;
  }
  result.hindrances = hindrances(conference, held, past, {seat.session, seat.role, attendee, *answer.presence, {}});
  if (result.hindrances.empty()) {
    result.standing = Standing::free;
  } else {
    result.standing = result.hindrances.front().kind <= Hindrance::Kind::transfer ? Standing::busy : Standing::at_limit;
  }
  return result;
}

std::vector<AttendeeStanding> standings(const Conference& conference, const std::vector<Assignment>& assignments,
                                        const Past& past, SeatKey seat) {
  std::vector<AttendeeStanding> all;
  all.reserve(conference.attendees.size());
  for (const AttendeeIndex attendee : conference.attendees.indexes()) {
    all.push_back(standing_of(conference, assignments, past, seat, attendee));
  }
  return all;
}

std::vector<Assignment> fixed_assignments(const Conference& conference, const std::vector<Assignment>& assignments,
                                          const Past& past, AttendeeIndex attendee) {
  std::vector<Assignment> fixed;
  for (const Assignment& a : assignments) {
    const Session& session = conference.sessions[a.session];
    if (a.attendee != attendee || session.cancelled) continue;
    if (past.is_history(session) || pin_of(conference, attendee, a.session) != nullptr) fixed.push_back(a);
  }
  return fixed;
}

}  // namespace plancover
