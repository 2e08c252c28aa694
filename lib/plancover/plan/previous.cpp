#include "plancover/plan/previous.hpp"

#include <map>
#include <string>
#include <tuple>

#include "plancover/base/zone.hpp"
#include "plancover/model/eligibility.hpp"
#include "plancover/plan/resolve_parts.hpp"
#include "plancover/plan/verify_parts.hpp"

namespace plancover {
namespace {

class PreviousReader {
 public:
  PreviousReader(const Conference& written, const Conference& today, const PlanText& text)
      : written_(written), today_(today), text_(text) {}

  PreviousPlan read(std::optional<Instant> now) {
    Past& past = result_.past;
    past.has_previous = true;
    past.now = now;
    if (!now && text_.now) past.now = to_instant_leniently(today_.zone, text_.now->value);
    if (of_this_conference()) {
      for (const AssignmentText& line : text_.assignments) add(line);
    }
    tidy(result_.diagnostics);
    return std::move(result_);
  }

 private:
  bool of_this_conference() {
    if (!text_.conference.empty() && text_.conference != today_.name) {
      say(Code::previous_elsewhere, text_.conference_where,
          "the plan is of '" + text_.conference + "', the planning files are of '" + today_.name + "'",
          "name its planning files, or correct the name in the plan");
      return false;
    }
    if (text_.assignments.empty()) return true;
    for (const AssignmentText& line : text_.assignments) {
      if (today_.session_ids.contains(line.session)) return true;
    }
    say(Code::previous_elsewhere, text_.where, "the planning files know none of the plan's sessions",
        "name the planning files that the plan was made from");
    return false;
  }

  void add(const AssignmentText& line) {
    if (!seen_.emplace(std::tuple{line.session, line.role, line.attendee}, line.where).second) {
      say(Code::plan_line_twice, line.where, line.attendee + " stands twice as " + line.role + " in " + line.session,
          "remove one of the two lines");
      return;
    }
    const auto session = today_.session_ids.find(line.session);
    if (session == today_.session_ids.end()) {
      say(Code::previous_gone, line.where,
          "session '" + line.session + "' is gone, and with it the seat of " + line.attendee + " as " + line.role,
          hint_of(line.session, today_.session_ids));
      return;
    }
    const Session& what = today_.sessions[session->second];
    const bool history = result_.past.is_history(what);
    const auto attendee = today_.attendee_ids.find(line.attendee);
    if (attendee == today_.attendee_ids.end()) {
      say(Code::previous_gone, line.where,
          "attendee '" + line.attendee + "' is gone; the seat as " + line.role + " in " + line.session +
              (history ? " is lost from the past" : " is free"),
          hint_of(line.attendee, today_.attendee_ids));
      if (!what.cancelled && !history) ++result_.past.vanished_attendees;
      return;
    }
    const auto role = look_up(today_.role_ids, line.role, "role", Code::unknown_role, line.where, result_.diagnostics);
    if (!role) return;
    const auto [first, alone] = sitting_.emplace(std::pair{session->second, attendee->second}, line.where);
    if (!alone) {
      result_.diagnostics.push_back({Code::plan_two_seats,
                                     line.where,
                                     line.attendee + " holds two seats in " + line.session,
                                     {{"the other seat", first->second}},
                                     "keep one of the two lines",
                                     1});
      return;
    }
    Assignment a{session->second, *role, attendee->second, Presence::on_site, line.where};
    const auto way = presence(written_, a.attendee, a.session, written_.roles[a.role].onsite);
    a.presence = said_presence(text_, line).value_or(way.value_or(Presence::on_site));
    result_.past.previous.push_back(a);
  }

  template <class I>
  static std::string hint_of(const std::string& id, const std::map<std::string, I, std::less<>>& ids) {
    std::vector<std::string> words;
    words.reserve(ids.size());
    for (const auto& [word, index] : ids) words.push_back(word);
    const std::string near = nearest(id, words);
    return near.empty() ? "" : "if it is called '" + near + "' now, write that in the plan";
  }

  void say(Code code, Location where, std::string message, std::string help) {
    result_.diagnostics.push_back({code, where, std::move(message), {}, std::move(help), 1});
  }

  const Conference& written_;
  const Conference& today_;
  const PlanText& text_;
  PreviousPlan result_;
  std::map<std::tuple<std::string, std::string, std::string>, Location> seen_;
  std::map<std::pair<SessionIndex, AttendeeIndex>, Location> sitting_;
};

}  // namespace

PreviousPlan previous_plan(const Conference& written, const Conference& today, const PlanText& text,
                           std::optional<Instant> now) {
  return PreviousReader(written, today, text).read(now);
}

Diagnostics pins_against_history(const Conference& today, const Past& past) {
  std::vector<Assignment> fixed;
  for (const Assignment& a : past.previous) {
    const Session& session = today.sessions[a.session];
    if (past.is_history(session) && !session.cancelled) fixed.push_back(a);
  }
  for (const Pin& pin : today.pinned) {
    const Session& session = today.sessions[pin.session];
    if (past.is_history(session) || session.cancelled) continue;
    const auto way = candidate(today, pin.attendee, pin.session, pin.role);
    if (way) fixed.push_back({pin.session, pin.role, pin.attendee, *way, pin.where});
  }
  Diagnostics found;
  verify_attendees(today, fixed, past, found);
  for (Diagnostic& each : found) {
    each.notes.push_back({"of what is past and what is pinned alone", {}});
    each.help = "take a pin out";
  }
  tidy(found);
  return found;
}

}  // namespace plancover
