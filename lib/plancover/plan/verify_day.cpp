#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "plancover/model/conflict.hpp"
#include "plancover/plan/verify_parts.hpp"

namespace plancover {
namespace {

using Shifts = std::vector<const Assignment*>;

/// What counts against a limit, and whether anything but history is in it.
struct Load {
  std::int64_t sum = 0;
  const Assignment* last = nullptr;  ///< the latest that is no history
};

void compare(const Conference& conference, const Assignment& a, const Assignment& b, const Past& past,
             Diagnostics& found) {
  const Session& first = conference.sessions[a.session];
  const Session& second = conference.sessions[b.session];
  if (a.session == b.session || (past.is_history(first) && past.is_history(second))) return;
  const Attendee& who = conference.attendees[a.attendee];
  const auto rest = who.limits.rest ? std::optional{who.limits.rest->value} : std::nullopt;
  const auto trouble = conflict(conference, a.session, a.presence, b.session, b.presence, rest);
  if (!trouble) return;
  const std::string pair = first.id + " and " + second.id;
  const Minutes between = second.time.value.from - first.time.value.until;
  Diagnostic problem;
  problem.where = b.where;
  switch (*trouble) {
    case Conflict::overlap:
      problem.code = Code::plan_overlap;
      problem.message = who.id + " sits in two sessions at once: " + pair;
      break;
    case Conflict::transfer:
      problem.code = Code::plan_transfer;
      problem.message = who.id + " has " + to_string(between) + " between two rooms: " + pair;
      problem.notes.push_back({"the conference asks for " + to_string(conference.transfer), conference.where});
      break;
    case Conflict::rest:
      problem.code = Code::plan_rest;
      problem.message = who.id + " rests " + to_string(between) + " between two days: " + pair;
      problem.notes.push_back({"the limit is " + to_string(*rest), who.limits.rest->where});
      break;
  }
  if (a.where.known()) problem.notes.push_back({"the other assignment", a.where});
  problem.notes.push_back({first.id, first.where});
  problem.notes.push_back({second.id, second.where});
  found.push_back(std::move(problem));
}

void limit(const Load& load, Code code, const std::string& message, const std::string& text, Location where,
           Diagnostics& found) {
  found.push_back({code, load.last->where, message, {{"the limit is " + text, where}}, {}, 1});
}

void check_limits(const Conference& conference, const Attendee& who, const Shifts& shifts, const Past& past,
                  Diagnostics& found) {
  std::map<Day, Load> sessions;
  std::map<Day, Load> minutes;
  Load in_all;
  for (const Assignment* shift : shifts) {
    const Session& session = conference.sessions[shift->session];
    const auto add = [&](Load& load, std::int64_t amount) {
      load.sum += amount;
      if (!past.is_history(session)) load.last = shift;
    };
    const std::int64_t length = session.time.value.length().count();
    if (conference.committees[session.committee].kind != CommitteeKind::meeting) add(sessions[session.day], 1);
    add(minutes[session.day], length);
    add(in_all, length);
  }
  if (const auto& most = who.limits.sessions_per_day) {
    for (const auto& [day, load] : sessions) {
      if (load.sum <= most->value || !load.last) continue;
      limit(load, Code::plan_sessions_per_day,
            who.id + " sits in " + std::to_string(load.sum) + " sessions on " + to_string(day),
            std::to_string(most->value), most->where, found);
    }
  }
  if (const auto& most = who.limits.hours_per_day) {
    for (const auto& [day, load] : minutes) {
      if (load.sum <= most->value.count() || !load.last) continue;
      limit(load, Code::plan_hours_per_day, who.id + " works " + to_string(Minutes{load.sum}) + " on " + to_string(day),
            to_string(most->value), most->where, found);
    }
  }
  if (const auto& most = who.limits.hours; most && in_all.last && in_all.sum > most->value.count()) {
    limit(in_all, Code::plan_hours, who.id + " works " + to_string(Minutes{in_all.sum}) + " in all",
          to_string(most->value), most->where, found);
  }
}

}  // namespace

void verify_attendees(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past,
                      Diagnostics& found) {
  std::map<AttendeeIndex, Shifts> by_attendee;
  for (const Assignment& a : assignments) {
    // Seats in cancelled sessions are refused by rule 7 and take nobody's time.
    if (!conference.sessions[a.session].cancelled) by_attendee[a.attendee].push_back(&a);
  }
  for (auto& [attendee, shifts] : by_attendee) {
    std::stable_sort(shifts.begin(), shifts.end(), [&](const Assignment* a, const Assignment* b) {
      const Session& one = conference.sessions[a->session];
      const Session& other = conference.sessions[b->session];
      return std::tie(one.time.value, one.id) < std::tie(other.time.value, other.id);
    });
    for (std::size_t i = 0; i < shifts.size(); ++i) {
      for (std::size_t j = i + 1; j < shifts.size(); ++j) compare(conference, *shifts[i], *shifts[j], past, found);
    }
    check_limits(conference, conference.attendees[attendee], shifts, past, found);
  }
}

}  // namespace plancover
