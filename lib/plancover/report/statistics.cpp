#include "plancover/report/statistics.hpp"

#include <algorithm>

namespace plancover {

namespace {

void count_seats(Covered& covered, const SessionView& session) {
  ++covered.sessions;
  for (const SeatView& seat : session.seats) {
    const int filled = static_cast<int>(seat.occupants.size());
    covered.required += seat.required;
    covered.required_filled += std::min(filled, seat.required);
    covered.optional += seat.wanted - seat.required;
    covered.optional_filled += std::clamp(filled - seat.required, 0, seat.wanted - seat.required);
  }
}

bool nobody_where_someone_must(const SessionView& session) {
  const auto required = [](const SeatView& seat) { return seat.required > 0; };
  const auto empty = [](const SeatView& seat) { return seat.occupants.empty(); };
  return std::any_of(session.seats.begin(), session.seats.end(), required) &&
         std::all_of(session.seats.begin(), session.seats.end(), empty);
}

Load load_of(const Conference& conference, const AttendeeView& attendee) {
  Load load;
  load.attendees = 1;
  std::vector<Day> days;
  for (const Shift& shift : attendee.shifts) {
    const Session& session = conference.sessions[shift.session];
    const bool meeting = conference.committees[session.committee].kind == CommitteeKind::meeting;
    ++(meeting ? load.meetings : load.sessions);
    if (shift.presence == Presence::remote) ++load.remote;
    load.time += session.time.value.length();
    days.push_back(session.day);
  }
  std::sort(days.begin(), days.end());
  load.days = static_cast<int>(std::unique(days.begin(), days.end()) - days.begin());
  return load;
}

}  // namespace

Statistics statistics(const Conference& conference, const Plan& plan, const PlanFilter& filter) {
  Statistics result;
  result.topics = Table<TopicIndex, Covered>(conference.topics.size());
  result.attendees = Table<AttendeeIndex, Load>(conference.attendees.size());
  for (const SessionView& shown : view(conference, plan, filter).sessions) {
    const Session& session = conference.sessions[shown.session];
    if (session.cancelled) continue;
    count_seats(result.tiers[static_cast<std::size_t>(session.priority.value)], shown);
    for (const TopicIndex topic : session.topics.value) count_seats(result.topics[topic], shown);
    if (nobody_where_someone_must(shown)) ++result.abandoned;
  }
  for (const AttendeeView& attendee : roster(conference, plan, filter)) {
    const Load load = load_of(conference, attendee);
    result.attendees[attendee.attendee] = load;
    result.assignments += load.sessions + load.meetings;
    result.remote += load.remote;
    Load& sum = result.organisations[conference.attendees[attendee.attendee].organisation];
    sum.attendees += load.attendees;
    sum.sessions += load.sessions;
    sum.meetings += load.meetings;
    sum.remote += load.remote;
    sum.time += load.time;
    sum.days += load.days;
  }
  return result;
}

}  // namespace plancover
