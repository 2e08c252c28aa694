#include "plancover/report/view_json.hpp"

#include <map>
#include <nlohmann/json.hpp>

namespace plancover {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void add_times(Json& object, const Conference& conference, const Session& session) {
  object["day"] = to_string(session.day);
  object["start"] = to_string(to_local(conference.zone, session.time.value.from));
  object["end"] = to_string(to_local(conference.zone, session.time.value.until));
  object["room"] = session.room;
}

Json seat_json(const Conference& conference, const SeatView& seat) {
  Json json{{"role", conference.roles[seat.role].id}, {"required", seat.required}, {"wanted", seat.wanted}};
  if (seat.all) json["all"] = true;
  json["assignments"] = Json::array();
  for (const Occupant& occupant : seat.occupants) {
    Json one{{"attendee", conference.attendees[occupant.attendee].id}};
    if (occupant.presence == Presence::remote) one["remote"] = true;
    json["assignments"].push_back(std::move(one));
  }
  json["gaps"] = Json::array();
  if (seat.open_required > 0) json["gaps"].push_back({{"required", true}, {"open", seat.open_required}});
  if (seat.open_optional > 0) json["gaps"].push_back({{"required", false}, {"open", seat.open_optional}});
  return json;
}

Json session_json(const Conference& conference, const SessionView& shown) {
  const Session& session = conference.sessions[shown.session];
  Json json{{"id", session.id}, {"committee", conference.committees[session.committee].id}, {"name", session.name}};
  add_times(json, conference, session);
  json["priority"] = to_string(session.priority.value);
  if (session.cancelled) json["cancelled"] = true;
  if (shown.history) json["past"] = true;
  json["seats"] = Json::array();
  for (const SeatView& seat : shown.seats) json["seats"].push_back(seat_json(conference, seat));
  return json;
}

Json covered_json(Json json, const Covered& covered) {
  json["sessions"] = covered.sessions;
  json["required"] = {{"filled", covered.required_filled}, {"wanted", covered.required}};
  json["optional"] = {{"filled", covered.optional_filled}, {"wanted", covered.optional}};
  return json;
}

Json load_json(Json json, const Load& load) {
  json["sessions"] = load.sessions;
  json["meetings"] = load.meetings;
  json["remote"] = load.remote;
  json["minutes"] = load.time.count();
  json["days"] = load.days;
  return json;
}

}  // namespace

std::string json_by_attendee(const Conference& conference, const std::vector<AttendeeView>& roster) {
  Json json{{"attendees", Json::array()}};
  for (const AttendeeView& person : roster) {
    const Attendee& attendee = conference.attendees[person.attendee];
    Json one{{"id", attendee.id}, {"name", attendee.name}, {"organisation", attendee.organisation}};
    one["assignments"] = Json::array();
    for (const Shift& shift : person.shifts) {
      const Session& session = conference.sessions[shift.session];
      Json assignment{{"session", session.id}, {"role", conference.roles[shift.role].id}};
      const bool remote = shift.presence == Presence::remote;
      if (remote) assignment["remote"] = true;
      add_times(assignment, conference, session);
      if (remote && attendee.remote && attendee.remote->zone.name() != conference.zone.name()) {
        const Zone& zone = attendee.remote->zone;
        assignment["local"] = {{"timezone", zone.name()},
                               {"start", to_string(to_local(zone, session.time.value.from))},
                               {"end", to_string(to_local(zone, session.time.value.until))}};
      }
      one["assignments"].push_back(std::move(assignment));
    }
    json["attendees"].push_back(std::move(one));
  }
  return dumped(json);
}

std::string json_by_session(const Conference& conference, const PlanView& plan) {
  Json json{{"sessions", Json::array()}};
  for (const SessionView& shown : plan.sessions) json["sessions"].push_back(session_json(conference, shown));
  return dumped(json);
}

std::string json_by_committee(const Conference& conference, const PlanView& plan) {
  std::map<std::string, Json> by_id;
  for (const SessionView& shown : plan.sessions) {
    const Committee& committee = conference.committees[conference.sessions[shown.session].committee];
    Json& group = by_id[committee.id];
    if (group.is_null()) {
      group = {{"id", committee.id}, {"name", committee.name}, {"kind", to_string(committee.kind)}};
      group["sessions"] = Json::array();
    }
    group["sessions"].push_back(session_json(conference, shown));
  }
  Json json{{"committees", Json::array()}};
  for (auto& [id, group] : by_id) json["committees"].push_back(std::move(group));
  return dumped(json);
}

std::string json_of_statistics(const Conference& conference, const Statistics& statistics) {
  Json tiers = Json::array();
  for (const Priority tier : priorities) {
    tiers.push_back(covered_json({{"priority", to_string(tier)}}, statistics.tiers[static_cast<std::size_t>(tier)]));
  }
  Json topics = Json::array();
  for (const TopicIndex i : conference.topics.indexes()) {
    const Topic& topic = conference.topics[i];
    topics.push_back(covered_json({{"id", topic.id}, {"priority", to_string(topic.priority)}}, statistics.topics[i]));
  }
  std::map<std::string, Json> people;
  for (const AttendeeIndex i : conference.attendees.indexes()) {
    if (statistics.attendees[i].attendees == 0) continue;
    const Attendee& attendee = conference.attendees[i];
    people[attendee.id] =
        load_json({{"id", attendee.id}, {"organisation", attendee.organisation}}, statistics.attendees[i]);
  }
  Json attendees = Json::array();
  for (auto& [id, person] : people) attendees.push_back(std::move(person));
  Json organisations = Json::array();
  for (const auto& [name, load] : statistics.organisations) {
    organisations.push_back(load_json({{"name", name}, {"attendees", load.attendees}}, load));
  }
  Json all{{"tiers", std::move(tiers)},
           {"topics", std::move(topics)},
           {"attendees", std::move(attendees)},
           {"organisations", std::move(organisations)},
           {"assignments", statistics.assignments},
           {"remote", statistics.remote},
           {"abandoned", statistics.abandoned}};
  Json json;
  json["statistics"] = std::move(all);
  return dumped(json);
}

}  // namespace plancover
