// What keeps a candidate elsewhere: limits by the step that would do, and pins.
#include <algorithm>

#include "plancover/insight/changes_for.hpp"
#include "plancover/insight/standing.hpp"

namespace plancover {

namespace {

/// Minutes that the plan gives to the attendee on one day, or on all where there is none.
Minutes minutes_held(const Conference& conference, const Plan& plan, AttendeeIndex attendee, std::optional<Day> day) {
  Minutes sum{0};
  for (const Assignment& a : plan.assignments) {
    const Session& session = conference.sessions[a.session];
    if (a.attendee == attendee && !session.cancelled && (!day || session.day == *day)) {
      sum += session.time.value.length();
    }
  }
  return sum;
}

Minutes between(const Window& a, const Window& b) {
  return a.from < b.from ? b.from - a.until : a.from - b.until;
}

}  // namespace

std::vector<InputChange> changes_of_hindrances(const Conference& conference, const Past& past, const Plan& plan,
                                               SeatKey seat, const AttendeeStanding& standing) {
  const Session& session = conference.sessions[seat.session];
  const Limits& limits = conference.attendees[standing.attendee].limits;
  const Minutes length = session.time.value.length();
  std::vector<InputChange> found;
  const auto limit = [&](InputChange::Kind kind, std::int64_t now, std::int64_t then, Location where) {
    const auto same = std::find_if(found.begin(), found.end(), [&](const auto& each) { return each.kind == kind; });
    if (same != found.end() && kind == InputChange::Kind::rest) {
      same->amount = std::min(same->amount, then);
      same->size = now - same->amount;
      return;
    }
    InputChange change;
    change.kind = kind;
    change.attendee = standing.attendee;
    change.amount = then;
    change.size = std::abs(then - now);
    change.where = where;
    found.push_back(change);
  };
  for (const Hindrance& hindrance : standing.hindrances) {
    switch (hindrance.kind) {
      case Hindrance::Kind::sessions_per_day:
        limit(InputChange::Kind::sessions_per_day, limits.sessions_per_day->value, limits.sessions_per_day->value + 1,
              hindrance.where);
        break;
      case Hindrance::Kind::hours_per_day:
        limit(InputChange::Kind::hours_per_day, limits.hours_per_day->value.count(),
              (minutes_held(conference, plan, standing.attendee, session.day) + length).count(), hindrance.where);
        break;
      case Hindrance::Kind::hours:
        limit(InputChange::Kind::hours, limits.hours->value.count(),
              (minutes_held(conference, plan, standing.attendee, std::nullopt) + length).count(), hindrance.where);
        break;
      case Hindrance::Kind::rest:
        limit(InputChange::Kind::rest, limits.rest->value.count(),
              between(session.time.value, conference.sessions[*hindrance.with].time.value).count(), hindrance.where);
        break;
      case Hindrance::Kind::overlap:
      case Hindrance::Kind::transfer:
        if (!hindrance.fixed || past.is_history(conference.sessions[*hindrance.with])) break;
        for (const Pin& pin : conference.pinned) {
          if (pin.attendee != standing.attendee || pin.session != *hindrance.with) continue;
          InputChange change;
          change.kind = InputChange::Kind::pin_removed;
          change.attendee = pin.attendee;
          change.session = pin.session;
          change.role = pin.role;
          change.where = pin.where;
          found.push_back(change);
        }
        break;
    }
  }
  return found;
}

std::vector<InputChange> other_times(const Conference& conference, const Past& past, SessionIndex moved) {
  const Session& session = conference.sessions[moved];
  const LocalTime start = to_local(conference.zone, session.time.value.from);
  const auto today = std::chrono::floor<std::chrono::days>(start);
  std::vector<Window> times;
  for (const Session& other : conference.sessions) {
    if (other.cancelled) continue;
    const LocalTime begins = to_local(conference.zone, other.time.value.from);
    const auto at = to_instant(conference.zone, today + (begins - std::chrono::floor<std::chrono::days>(begins)));
    if (!std::holds_alternative<Instant>(at)) continue;
    const Instant from = std::get<Instant>(at);
    const Window time{from, from + session.time.value.length()};
    const bool past_then = past.now && from < *past.now;
    if (from != session.time.value.from && !past_then && day_of(conference, from) == session.day) times.push_back(time);
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  // Two sessions never meet in one room at once.
  std::erase_if(times, [&](const Window& time) {
    return std::any_of(conference.sessions.begin(), conference.sessions.end(), [&](const Session& other) {
      return !session.room.empty() && other.room == session.room && !other.cancelled && other.id != session.id &&
             overlap(other.time.value, time);
    });
  });
  std::vector<InputChange> found;
  for (const Window& time : times) {
    InputChange change;
    change.kind = InputChange::Kind::moved;
    change.session = moved;
    change.before = session.time.value;
    change.after = time;
    change.size = std::abs((time.from - session.time.value.from).count());
    change.where = session.time.where;
    found.push_back(change);
  }
  return found;
}

}  // namespace plancover
