#include <set>

#include "bench/generate/draft.hpp"
#include "plancover/input/read_conference.hpp"
#include "plancover/model/eligibility.hpp"

namespace plancover::bench {
namespace {

/// A role of the session that the attendee may fill.
std::optional<RoleIndex> role_for(const Conference& conference, AttendeeIndex attendee, SessionIndex index) {
  const Session& session = conference.sessions[index];
  if (session.cancelled) return std::nullopt;
  for (const SeatCount& seat : session.seats.value)
    if (candidate(conference, attendee, index, seat.role)) return seat.role;
  return std::nullopt;
}

bool within_limits(const Conference& conference, AttendeeIndex attendee, SessionIndex index) {
  const Limits& limits = conference.attendees[attendee].limits;
  const auto& time = conference.sessions[index].time.value;
  const auto length = time.until - time.from;
  return !(limits.hours_per_day && limits.hours_per_day->value < length) &&
         !(limits.hours && limits.hours->value < length);
}

}  // namespace

void draft_pins(Draft& draft, Random& random) {
  Sources sources;
  for (DraftFile& file : write(draft)) sources.push_back({std::move(file.name), std::move(file.text)});
  const ConferenceRead read = read_conference(sources);
  if (!read.conference) return;  // `plancover check` says what is wrong
  const Conference& conference = *read.conference;
  std::set<AttendeeIndex> pinned;
  std::set<SessionIndex> sessions;
  for (const Pin& pin : conference.pinned) {
    pinned.insert(pin.attendee);
    sessions.insert(pin.session);
  }
  for (const AttendeeIndex attendee : conference.attendees.indexes()) {
    if (!random.chance(20) || pinned.contains(attendee)) continue;
    for (int tries = 0; tries < 40; ++tries) {
      const SessionIndex session(static_cast<std::size_t>(random.below(static_cast<int>(conference.sessions.size()))));
      const auto role = role_for(conference, attendee, session);
      if (!role || !within_limits(conference, attendee, session) || !sessions.insert(session).second) continue;
      draft.pins.push_back("{attendee: " + conference.attendees[attendee].id + ", session: " +
                           conference.sessions[session].id + ", role: " + conference.roles[*role].id + "}");
      break;
    }
  }
}

}  // namespace plancover::bench
