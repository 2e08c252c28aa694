#include "plancover/plan/verify.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "plancover/model/eligibility.hpp"
#include "plancover/plan/verify_parts.hpp"

namespace plancover {
namespace {

std::string words(const Conference& conference, const Assignment& a) {
  return conference.attendees[a.attendee].id + " as " + conference.roles[a.role].id + " in " +
         conference.sessions[a.session].id;
}

/// Rules 2, 3 and the bars: the code, and what follows "apc-1 as lead in wgpl-8: ".
std::pair<Code, std::string> explain(const Refusal& refusal) {
  switch (refusal.obstacle) {
    case Obstacle::barred:
      return {Code::plan_barred, "is barred from " + refusal.detail};
    case Obstacle::away:
      return {Code::plan_away, "is not available for all of it"};
    case Obstacle::no_badge:
      return {Code::plan_no_badge,
              refusal.detail.empty() ? "the door opens to no badge" : "has no badge for the door: " + refusal.detail};
    case Obstacle::not_webcast:
      return {Code::plan_not_webcast, refusal.detail.empty() ? "can only follow remotely, and there is no webcast"
                                                             : "has no badge for the webcast: " + refusal.detail};
    case Obstacle::asleep:
      return {Code::plan_asleep, "follows remotely, and it is outside the daily hours"};
    case Obstacle::onsite_role:
      return {Code::plan_onsite_role, "follows remotely, and the role is on site only"};
    case Obstacle::cannot:
      return {Code::plan_cannot, "may not do what the role needs: " + refusal.detail};
    case Obstacle::silent:
      return {Code::plan_silent, "is silent on a topic: " + refusal.detail};
    case Obstacle::expertise:
      return {Code::plan_expertise, "has less expertise than the role asks: " + refusal.detail};
    case Obstacle::language:
      return {Code::plan_language, "speaks no language of the session: " + refusal.detail};
  }
  return {};
}

void check_candidate(const Conference& conference, const Assignment& a, Diagnostics& found) {
  const Eligibility answer = eligibility(conference, a.attendee, a.session, a.role);
  for (const Refusal& refusal : answer.refusals) {
    const auto [code, text] = explain(refusal);
    Diagnostic problem{code, a.where, words(conference, a) + ": " + text, {}, {}, 1};
    if (refusal.because.known()) problem.notes.push_back({"decided here", refusal.because});
    found.push_back(std::move(problem));
  }
  if (answer.presence && *answer.presence != a.presence) {
    const char* truth = *answer.presence == Presence::remote ? "can only follow remotely" : "is on site";
    found.push_back({Code::plan_presence, a.where, words(conference, a) + ": " + truth, {}, {}, 1});
  }
}

/// Rule 1 for one session that is neither cancelled nor history.
void check_seats(const Conference& conference, SessionIndex s, const std::vector<const Assignment*>& sitting,
                 Diagnostics& found) {
  const Session& session = conference.sessions[s];
  std::map<AttendeeIndex, const Assignment*> seen;
  std::map<RoleIndex, std::vector<const Assignment*>> by_role;
  for (const Assignment* a : sitting) {
    by_role[a->role].push_back(a);
    const auto [first, fresh] = seen.emplace(a->attendee, a);
    if (fresh) continue;
    Diagnostic problem{Code::plan_two_seats,
                       a->where,
                       conference.attendees[a->attendee].id + " holds two seats in " + session.id,
                       {},
                       {},
                       1};
    if (first->second->where.known()) problem.notes.push_back({"the other seat", first->second->where});
    found.push_back(std::move(problem));
  }
  const Seats& seats = session.seats.value;
  for (const auto& [role, filled] : by_role) {
    const std::string& word = conference.roles[role].id;
    const auto seat = std::find_if(seats.begin(), seats.end(), [r = role](const SeatCount& c) { return c.role == r; });
    if (seat == seats.end()) {
      for (const Assignment* a : filled) {
        found.push_back({Code::plan_role_not_asked,
                         a->where,
                         session.id + " asks for no " + word,
                         {{"its seats", session.seats.where}},
                         {},
                         1});
      }
    } else if (!seat->all && filled.size() > static_cast<std::size_t>(seat->wanted)) {
      const auto most = static_cast<std::size_t>(seat->wanted);
      found.push_back({Code::plan_too_many,
                       filled[most]->where,
                       session.id + " has " + std::to_string(filled.size()) + " as " + word + ", and asks for " +
                           std::to_string(most),
                       {{"its seats", session.seats.where}},
                       {},
                       1});
    }
  }
}

void check_pins(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past,
                Diagnostics& found) {
  std::set<std::tuple<SessionIndex, RoleIndex, AttendeeIndex>> there;
  for (const Assignment& a : assignments) there.insert({a.session, a.role, a.attendee});
  for (const Pin& pin : conference.pinned) {
    const Session& session = conference.sessions[pin.session];
    if (session.cancelled || past.is_history(session) || there.contains({pin.session, pin.role, pin.attendee}))
      continue;
    const Assignment pinned{pin.session, pin.role, pin.attendee, Presence::on_site, {}};
    found.push_back(
        {Code::plan_pin_missing, pin.where, words(conference, pinned) + " is pinned and not in the plan", {}, {}, 1});
  }
}

/// Rule 8: what was is what the previous plan says it was.
void check_history(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past,
                   Diagnostics& found) {
  if (!past.has_previous || !past.now) return;
  const auto old = [&](const Assignment& a) {
    const Session& session = conference.sessions[a.session];
    return past.is_history(session) && !session.cancelled;
  };
  const auto holds = [](const std::vector<Assignment>& list, const Assignment& a) {
    return std::find(list.begin(), list.end(), a) != list.end();
  };
  for (const Assignment& a : assignments) {
    if (!old(a) || holds(past.previous, a)) continue;
    found.push_back(
        {Code::plan_history, a.where, words(conference, a) + " is past and not in the previous plan", {}, {}, 1});
  }
  for (const Assignment& a : past.previous) {
    if (!old(a) || holds(assignments, a)) continue;
    found.push_back({Code::plan_history,
                     {},
                     words(conference, a) + " is past and missing",
                     {{"the previous plan", a.where}},
                     {},
                     1});
  }
}

}  // namespace

Diagnostics verify(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past) {
  Diagnostics found;
  std::map<SessionIndex, std::vector<const Assignment*>> by_session;
  for (const Assignment& a : assignments) by_session[a.session].push_back(&a);
  for (const auto& [s, sitting] : by_session) {
    const Session& session = conference.sessions[s];
    if (session.cancelled) {
      for (const Assignment* a : sitting) {
        found.push_back({Code::plan_cancelled,
                         a->where,
                         words(conference, *a) + ": the session is cancelled",
                         {{session.id, session.where}},
                         {},
                         1});
      }
    } else if (!past.is_history(session)) {
      check_seats(conference, s, sitting, found);
      for (const Assignment* a : sitting) check_candidate(conference, *a, found);
    }
  }
  check_pins(conference, assignments, past, found);
  check_history(conference, assignments, past, found);
  verify_attendees(conference, assignments, past, found);
  tidy(found);
  return found;
}

}  // namespace plancover
