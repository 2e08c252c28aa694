#include "plancover/report/view.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plancover {

namespace {

bool session_passes(const PlanFilter& filter, const Session& session) {
  return (!filter.day || session.day == *filter.day) && (!filter.committee || session.committee == *filter.committee);
}

/// People look for the lead first; a backup is an afterthought.
std::tuple<int, std::string_view> role_order(const Conference& conference, RoleIndex role) {
  const std::string& id = conference.roles[role].id;
  return {id == "lead" ? 0 : id == "backup" ? 2 : 1, id};
}

std::vector<SessionIndex> in_order(const Conference& conference, std::vector<SessionIndex> sessions) {
  std::sort(sessions.begin(), sessions.end(), [&](SessionIndex a, SessionIndex b) {
    const Session& left = conference.sessions[a];
    const Session& right = conference.sessions[b];
    return std::tie(left.time.value.from, left.id) < std::tie(right.time.value.from, right.id);
  });
  return sessions;
}

}  // namespace

bool SessionView::has_open_required() const {
  return std::any_of(seats.begin(), seats.end(), [](const SeatView& seat) { return seat.open_required > 0; });
}

bool shows(const Conference& conference, const PlanFilter& filter, AttendeeIndex attendee) {
  return (!filter.attendee || *filter.attendee == attendee) &&
         (!filter.organisation || conference.attendees[attendee].organisation == *filter.organisation);
}

Plan filtered(const Conference& conference, const Plan& plan, const PlanFilter& filter) {
  Plan result = plan;
  std::erase_if(result.assignments, [&](const Assignment& a) {
    return !session_passes(filter, conference.sessions[a.session]) || !shows(conference, filter, a.attendee);
  });
  const bool of_people = filter.attendee || filter.organisation;
  std::erase_if(result.gaps,
                [&](const Gap& gap) { return of_people || !session_passes(filter, conference.sessions[gap.session]); });
  return result;
}

PlanView view(const Conference& conference, const Plan& plan, const PlanFilter& filter) {
  using SeatsByRole = std::map<RoleIndex, SeatView>;
  Table<SessionIndex, SeatsByRole> seats(conference.sessions.size());
  Table<SessionIndex, char> someone_shown(conference.sessions.size(), 0);
  for (const SessionIndex session : conference.sessions.indexes()) {
    if (conference.sessions[session].cancelled) continue;
    for (const SeatCount& count : conference.sessions[session].seats.value) {
      seats[session][count.role] = {count.role, {}, count.required, count.wanted, count.all, 0, 0};
    }
  }
  for (const Assignment& a : plan.assignments) {
    SeatView& seat = seats[a.session][a.role];
    seat.role = a.role;
    seat.occupants.push_back({a.attendee, a.presence});
    if (shows(conference, filter, a.attendee)) someone_shown[a.session] = 1;
  }
  for (const Gap& gap : plan.gaps) {
    SeatView& seat = seats[gap.session][gap.role];
    seat.role = gap.role;
    (gap.required ? seat.open_required : seat.open_optional) += gap.open;
  }

  const bool of_people = filter.attendee || filter.organisation;
  PlanView result;
  for (const SessionIndex index : in_order(conference, conference.sessions.indexes())) {
    const Session& session = conference.sessions[index];
    const bool worth_a_line = !seats[index].empty() || (session.cancelled && !session.seats.value.empty());
    if (!worth_a_line || !session_passes(filter, session) || (of_people && !someone_shown[index])) continue;
    SessionView shown{index, plan.now && session.time.value.from < *plan.now, {}};
    for (auto& [role, seat] : seats[index]) {
      std::sort(seat.occupants.begin(), seat.occupants.end(), [&](const Occupant& a, const Occupant& b) {
        return conference.attendees[a.attendee].id < conference.attendees[b.attendee].id;
      });
      shown.seats.push_back(std::move(seat));
    }
    std::sort(shown.seats.begin(), shown.seats.end(), [&](const SeatView& a, const SeatView& b) {
      return role_order(conference, a.role) < role_order(conference, b.role);
    });
    result.sessions.push_back(std::move(shown));
  }
  return result;
}

std::vector<AttendeeView> roster(const Conference& conference, const Plan& plan, const PlanFilter& filter) {
  std::map<std::string_view, AttendeeView> by_id;
  for (const AttendeeIndex index : conference.attendees.indexes()) {
    if (shows(conference, filter, index)) by_id[conference.attendees[index].id] = {index, {}};
  }
  for (const Assignment& a : filtered(conference, plan, filter).assignments) {
    by_id[conference.attendees[a.attendee].id].shifts.push_back({a.session, a.role, a.presence});
  }
  std::vector<AttendeeView> result;
  const bool only_busy = filter.day || filter.committee;
  for (auto& [id, attendee] : by_id) {
    if (only_busy && attendee.shifts.empty()) continue;
    std::sort(attendee.shifts.begin(), attendee.shifts.end(), [&](const Shift& a, const Shift& b) {
      const Session& left = conference.sessions[a.session];
      const Session& right = conference.sessions[b.session];
      return std::tie(left.time.value.from, left.id) < std::tie(right.time.value.from, right.id);
    });
    result.push_back(std::move(attendee));
  }
  return result;
}

}  // namespace plancover
