#include "plancover/plan/resolve.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "plancover/model/eligibility.hpp"
#include "plancover/plan/resolve_parts.hpp"
#include "plancover/plan/resolve_record.hpp"
#include "plancover/plan/score.hpp"

namespace plancover {
namespace {

struct SeatOfLine {
  std::optional<SessionIndex> session;
  std::optional<RoleIndex> role;
};

template <class Line>
SeatOfLine find_seat(const Conference& conference, const Line& line, Diagnostics& found) {
  return {look_up(conference.session_ids, line.session, "session", Code::unknown_session, line.where, found),
          look_up(conference.role_ids, line.role, "role", Code::unknown_role, line.where, found)};
}

/// Rule 2 decides, and the file may only agree. In history the file is believed where
/// it says something, for what happened may be against the windows as they are now.
Presence decide_presence(const Conference& conference, const PlanText& text, const AssignmentText& line,
                         const Assignment& a, bool history, Diagnostics& found) {
  const auto way = presence(conference, a.attendee, a.session, conference.roles[a.role].onsite);
  if (history || !way) return said_presence(text, line).value_or(way.value_or(Presence::on_site));
  const auto said = line.remote ? std::optional{*line.remote ? Presence::remote : Presence::on_site} : std::nullopt;
  if (said && *said != *way) {
    const char* truth = *way == Presence::remote ? " can only follow it remotely" : " is on site for it";
    found.push_back({Code::plan_presence,
                     line.where,
                     line.session + ": " + line.attendee + truth,
                     {{line.attendee, conference.attendees[a.attendee].where}},
                     "leave out remote, or say what the windows say",
                     1});
  }
  return *way;
}

/// With the planning files of another conference most ids are unknown: one of them says it.
void one_of_many_ids(Diagnostics& found) {
  constexpr std::size_t shown = 3;
  const auto unknown = [](const Diagnostic& d) {
    return d.code == Code::unknown_session || d.code == Code::unknown_role || d.code == Code::unknown_attendee;
  };
  const auto many = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), unknown));
  if (many <= shown) return;
  const auto first = std::find_if(found.begin(), found.end(), unknown);
  first->help.clear();
  first->notes.push_back({"and " + std::to_string(many - 1) + " more ids that are not known, not shown", {}});
  found.erase(std::remove_if(first + 1, found.end(), unknown), found.end());
}

}  // namespace

Resolved resolve(const Conference& conference, const PlanText& text) {
  Resolved result;
  Past past;
  if (text.now) past.now = to_instant_leniently(conference.zone, text.now->value);
  result.plan.now = past.now;
  result.plan.status = text.status.value_or(Status::feasible);

  std::map<std::tuple<SessionIndex, RoleIndex, AttendeeIndex>, Location> seen;
  for (const AssignmentText& line : text.assignments) {
    const auto [session, role] = find_seat(conference, line, result.diagnostics);
    const auto attendee = look_up(conference.attendee_ids, line.attendee, "attendee", Code::unknown_attendee,
                                  line.where, result.diagnostics);
    if (!session || !role || !attendee) continue;
    const auto [first, fresh] = seen.emplace(std::tuple{*session, *role, *attendee}, line.where);
    if (!fresh) {
      result.diagnostics.push_back({Code::plan_line_twice,
                                    line.where,
                                    line.attendee + " stands twice as " + line.role + " in " + line.session,
                                    {{"first here", first->second}},
                                    "remove one of the two lines",
                                    1});
      continue;
    }
    Assignment a{*session, *role, *attendee, Presence::on_site, line.where};
    a.presence =
        decide_presence(conference, text, line, a, past.is_history(conference.sessions[*session]), result.diagnostics);
    result.plan.assignments.push_back(a);
  }
  if (text.gaps) {
    for (const GapText& gap : *text.gaps) find_seat(conference, gap, result.diagnostics);
  }
  sort_plan(conference, result.plan);
  const bool as_said = result.diagnostics.empty();
  if (!text.conference.empty() && text.conference != conference.name) {
    one_of_many_ids(result.diagnostics);
    result.diagnostics.push_back(
        {Code::plan_conference,
         text.conference_where,
         "the plan is of '" + text.conference + "', the planning files are of '" + conference.name + "'",
         {{"the planning files say so", conference.where}},
         "name the folder that the plan was made from",
         1});
  }

  const std::vector<Level> levels = score(conference, result.plan.assignments, past);
  const std::vector<Gap> open = gaps(conference, result.plan.assignments, past);
  // With an id unknown every figure would be off, and say nothing new.
  if (as_said) {
    if (!text.levels.empty()) compare_levels(levels, text, result.diagnostics);
    if (text.gaps) compare_gaps(conference, open, text, result.diagnostics);
  }
  result.plan.gaps = open;
  if (text.levels.empty()) {
    result.plan.levels = levels;
  } else {
    for (const auto& level : text.levels) result.plan.levels.push_back(level.value);
  }
  tidy(result.diagnostics);
  return result;
}

}  // namespace plancover
