// What one may and can do: bars, abilities, silence, languages and expertise.
#include <algorithm>

#include "plancover/insight/changes_for.hpp"

namespace plancover {

namespace {

/// The level of one topic raised by one, where that is enough.
void add_expertise(const Conference& conference, SeatKey seat, AttendeeIndex attendee,
                   std::vector<InputChange>& found) {
  const int needed = conference.roles[seat.role].expertise;
  const Attendee& who = conference.attendees[attendee];
  for (const TopicIndex topic : conference.sessions[seat.session].topics.value) {
    const auto level = who.expertise.find(topic);
    const int held = level == who.expertise.end() ? 0 : level->second;
    if (held != needed - 1) continue;
    InputChange change;
    change.kind = InputChange::Kind::expertise;
    change.attendee = attendee;
    change.topic = topic;
    change.amount = needed;
    change.where = who.where;
    found.push_back(change);
  }
}

}  // namespace

std::vector<InputChange> changes_of_terms(const Conference& conference, SeatKey seat,
                                          const AttendeeStanding& standing) {
  const Attendee& who = conference.attendees[standing.attendee];
  const Session& session = conference.sessions[seat.session];
  std::vector<InputChange> found;
  InputChange change;
  change.attendee = standing.attendee;
  const Refusal& why = standing.refusals.front();
  switch (why.obstacle) {
    case Obstacle::barred:
      change.kind = InputChange::Kind::bar_removed;
      change.where = why.because;
      found.push_back(change);
      break;
    case Obstacle::cannot:
      change.kind = InputChange::Kind::ability;
      change.word = why.detail;
      change.where = who.where;
      found.push_back(change);
      break;
    case Obstacle::silent:
      change.kind = InputChange::Kind::silence;
      change.where = why.because;
      change.topic = conference.topic_ids.at(why.detail);
      found.push_back(change);
      break;
    case Obstacle::language:
      for (const std::string& language : *session.languages.value) {
        change.kind = InputChange::Kind::language;
        change.word = language;
        change.where = who.where;
        found.push_back(change);
      }
      break;
    case Obstacle::expertise:
      add_expertise(conference, seat, standing.attendee, found);
      break;
    default:
      break;
  }
  return found;
}

}  // namespace plancover
