// Why someone cannot or does not sit in a seat, in words.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "plancover/report/why_words.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

constexpr Minutes whole_day{24 * 60};

/// A bare day ends where the next begins; people say the day.
std::string end_text(const Zone& zone, Instant end) {
  const LocalTime local = to_local(zone, end);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return local == day ? to_string(Day{day - std::chrono::days{1}}) : to_string(local);
}

std::string begin_text(const Zone& zone, Instant begin) {
  const LocalTime local = to_local(zone, begin);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  return local == day ? to_string(Day{day}) : to_string(local);
}

struct NearWindow {
  Minutes away{std::numeric_limits<std::int64_t>::max()};
  Fact fact;
};

/// The window that the session misses by least.
void look_at(const std::vector<Sourced<Window>>& windows, const Zone& zone, const Window& time, std::string_view how,
             NearWindow& best) {
  for (const auto& window : windows) {
    const Minutes early = std::max(Minutes{0}, window.value.from - time.from);
    const Minutes late = std::max(Minutes{0}, time.until - window.value.until);
    const Minutes away = early + late;
    if (away >= best.away) continue;
    std::string text(how);
    if (early > Minutes{0} && late > Minutes{0}) {
      text += fmt::format(" {} to {}", begin_text(zone, window.value.from), end_text(zone, window.value.until));
    } else if (early > Minutes{0}) {
      text += " from " + begin_text(zone, window.value.from);
    } else {
      text += " until " + end_text(zone, window.value.until);
    }
    best = {away, {std::move(text), window.where}};
  }
}

Fact away_fact(const Conference& conference, const Attendee& who, const Session& session) {
  const Window& time = session.time.value;
  for (const auto& window : who.unavailable) {
    if (overlap(window.value, time)) return {"unavailable then", window.where};
  }
  NearWindow best;
  look_at(who.available, conference.zone, time, "on site", best);
  if (who.remote) look_at(who.remote->available, who.remote->zone, time, "follows from elsewhere", best);
  if (!best.fact.text.empty()) return best.fact;
  return {"never there", who.where};
}

std::string hours_text(const DailyHours& hours) {
  const auto clock = [](Minutes minute) { return clock_text(LocalTime{minute % whole_day}); };
  return clock(hours.from) + "-" + clock(hours.until);
}

Fact fact_of(const Conference& conference, SeatKey seat, AttendeeIndex attendee, const Refusal& why) {
  const Attendee& who = conference.attendees[attendee];
  const Session& session = conference.sessions[seat.session];
  const std::string& role = conference.roles[seat.role].id;
  switch (why.obstacle) {
    case Obstacle::barred:
      return {"barred from " + why.detail, why.because};
    case Obstacle::away:
      return away_fact(conference, who, session);
    case Obstacle::no_badge:
      if (session.admits.value.kind == Door::Kind::pinned) return {"the door opens to the pinned alone", why.because};
      if (why.detail.empty()) return {"the door opens to nobody", why.because};
      return {"the door asks for the badge " + why.detail, why.because};
    case Obstacle::not_webcast:
      if (why.detail.empty()) return {"follows from elsewhere, and there is no webcast", why.because};
      return {"follows from elsewhere, and the webcast asks for the badge " + why.detail, why.because};
    case Obstacle::asleep:
      return {fmt::format("follows only at {} in {}", hours_text(who.remote->hours->value), who.remote->zone.name()),
              why.because};
    case Obstacle::onsite_role:
      return {"follows from elsewhere, and " + role + " is for people on site", why.because};
    case Obstacle::cannot:
      return {"may not " + why.detail + ", as " + role + " must", who.where};
    case Obstacle::silent:
      return {"is silent on " + why.detail, why.because};
    case Obstacle::expertise:
      return {fmt::format("{} asks for expertise {}, has {}", role, why.detail,
                          expertise_in(conference, attendee, seat.session)),
              who.where};
    case Obstacle::language:
      return {"does not speak " + why.detail, who.where};
  }
  return {};
}

Fact fact_of(const Conference& conference, SeatKey seat, const Attendee& who, const Hindrance& why) {
  const std::string other = why.with ? conference.sessions[*why.with].id : "";
  const std::string held = why.fixed ? "is held in " + other : "sits in " + other;
  switch (why.kind) {
    case Hindrance::Kind::overlap:
      return {held + " at that time", why.where};
    case Hindrance::Kind::transfer:
      return {fmt::format("{}, less than {} away", held, to_string(conference.transfer)), why.where};
    case Hindrance::Kind::rest: {
      const bool after =
          conference.sessions[*why.with].time.value.from < conference.sessions[seat.session].time.value.from;
      return {fmt::format("would rest less than {} {} {}", to_string(who.limits.rest->value),
                          after ? "after" : "before", other),
              why.where};
    }
    case Hindrance::Kind::sessions_per_day:
      return {"has " + counted(who.limits.sessions_per_day->value, "session", "sessions") + " that day, the limit",
              why.where};
    case Hindrance::Kind::hours_per_day:
      return {"would work more than " + to_string(who.limits.hours_per_day->value) + " that day", why.where};
    case Hindrance::Kind::hours:
      return {"would work more than " + to_string(who.limits.hours->value) + " in all", why.where};
  }
  return {};
}

}  // namespace

std::vector<Fact> facts_of(const Conference& conference, SeatKey seat, const AttendeeStanding& standing) {
  const Attendee& who = conference.attendees[standing.attendee];
  std::vector<Fact> facts;
  if (standing.here_as) {
    facts.push_back({"sits in it as " + conference.roles[*standing.here_as].id, who.where});
  }
  for (const Refusal& refusal : standing.refusals) {
    Fact fact = fact_of(conference, seat, standing.attendee, refusal);
    // A default has no line of its own; the session that has it does.
    if (!fact.where.known()) fact.where = conference.sessions[seat.session].where;
    facts.push_back(std::move(fact));
  }
  for (const Hindrance& hindrance : standing.hindrances) facts.push_back(fact_of(conference, seat, who, hindrance));
  return facts;
}

}  // namespace plancover
