#include "plancover/report/records.hpp"

#include <algorithm>

#include "plancover/report/words.hpp"

namespace plancover {

namespace {

constexpr std::size_t committee_field = 4;
constexpr std::size_t attendee_field = 9;

void add_seat(const Conference& conference, const Record& session_part, const SeatView& seat,
              std::vector<Record>& rows) {
  const auto add = [&](const Occupant* occupant, std::string_view status) {
    Record row = session_part;
    row.push_back(conference.roles[seat.role].id);
    if (occupant) {
      const Attendee& attendee = conference.attendees[occupant->attendee];
      row.insert(row.end(), {attendee.id, attendee.name, attendee.organisation,
                             occupant->presence == Presence::remote ? "remote" : "on site"});
    } else {
      row.insert(row.end(), 4, "");
    }
    row.emplace_back(status);
    rows.push_back(std::move(row));
  };
  for (const Occupant& occupant : seat.occupants) add(&occupant, "assigned");
  for (int i = 0; i < seat.open_required; ++i) add(nullptr, "empty required");
  for (int i = 0; i < seat.open_optional; ++i) add(nullptr, "empty optional");
}

}  // namespace

const std::vector<std::string>& record_fields() {
  static const std::vector<std::string> fields{"day",   "start",        "end",      "session", "committee",
                                               "title", "room",         "priority", "role",    "attendee",
                                               "name",  "organisation", "presence", "status"};
  return fields;
}

std::vector<Record> records(const Conference& conference, const PlanView& plan, RecordOrder order) {
  std::vector<Record> rows;
  for (const SessionView& shown : plan.sessions) {
    const Session& session = conference.sessions[shown.session];
    const Window& time = session.time.value;
    const Record session_part{to_string(session.day),
                              to_string(to_local(conference.zone, time.from)),
                              to_string(to_local(conference.zone, time.until)),
                              session.id,
                              conference.committees[session.committee].id,
                              session_title(conference, session),
                              session.room,
                              std::string(to_string(session.priority.value))};
    for (const SeatView& seat : shown.seats) add_seat(conference, session_part, seat, rows);
  }
  if (order == RecordOrder::day) return rows;
  const std::size_t field = order == RecordOrder::committee ? committee_field : attendee_field;
  if (order == RecordOrder::attendee) std::erase_if(rows, [](const Record& r) { return r[attendee_field].empty(); });
  std::stable_sort(rows.begin(), rows.end(), [&](const Record& a, const Record& b) { return a[field] < b[field]; });
  return rows;
}

}  // namespace plancover
