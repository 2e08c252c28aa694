#include <nlohmann/json.hpp>

#include "plancover/report/why_forms.hpp"
#include "plancover/report/why_words.hpp"

namespace plancover {

namespace {

using Json = nlohmann::ordered_json;

class WhyJson {
 public:
  WhyJson(const Conference& conference, const Sources& sources) : conference_(conference), sources_(sources) {}

  [[nodiscard]] Json empty_seat(const WhyEmpty& answer) const {
    Json json{{"role", role(answer.seat)}, {"required", answer.required}, {"open", answer.open}};
    if (answer.again) {
      json["again"] = outcome(*answer.again);
    } else {
      json["proved"] = answer.proved;
      if (answer.shortage) json["shortage"] = shortage(*answer.shortage);
    }
    json["attendees"] = Json::array();
    for (const AttendeeStanding& each : answer.attendees) {
      Json one{{"attendee", id(each.attendee)}};
      one.update(standing(answer.seat, each));
      json["attendees"].push_back(std::move(one));
    }
    if (answer.again) return json;
    json["chains"] = Json::array();
    for (const Chain& chain : answer.chains) {
      Json one{{"attendee", id(chain.attendee)}};
      one.update(outcome(chain.outcome));
      json["chains"].push_back(std::move(one));
    }
    json["chains_complete"] = answer.chains_complete;
    json["repairs"] = Json::array();
    for (const Repair& repair : answer.repairs) json["repairs"].push_back(repair_of(repair));
    json["repairs_complete"] = answer.repairs_complete;
    return json;
  }

  [[nodiscard]] Json attendee_seat(const WhyAttendee& answer) const {
    Json json{{"role", role(answer.seat)}};
    json.update(standing(answer.seat, answer.standing));
    if (answer.history) json["past"] = true;
    if (answer.pin) {
      json["pin"] = Json::object();
      put_place(json["pin"], *answer.pin);
    }
    if (answer.otherwise) json["otherwise"] = outcome(*answer.otherwise);
    return json;
  }

 private:
  [[nodiscard]] const std::string& id(AttendeeIndex attendee) const { return conference_.attendees[attendee].id; }
  [[nodiscard]] const std::string& role(SeatKey seat) const { return conference_.roles[seat.role].id; }
  [[nodiscard]] const std::string& session(SeatKey seat) const { return conference_.sessions[seat.session].id; }

  void put_place(Json& object, Location where) const {
    if (!where.known() || where.file >= sources_.size()) return;
    object["path"] = sources_[where.file].path;
    object["line"] = where.line;
    object["column"] = where.column;
  }

  [[nodiscard]] Json standing(SeatKey seat, const AttendeeStanding& standing) const {
    Json json{{"class", standing_word(standing.standing)}, {"facts", Json::array()}};
    for (const Fact& fact : facts_of(conference_, seat, standing)) {
      Json one{{"text", fact.text}};
      put_place(one, fact.where);
      json["facts"].push_back(std::move(one));
    }
    return json;
  }

  [[nodiscard]] Json outcome(const Outcome& outcome) const {
    Json json{{"proved", outcome.proved}, {"steps", Json::array()}, {"price", Json::array()}};
    for (const PlanStep& step : outcome.steps) {
      json["steps"].push_back({{step.kind == PlanStep::Kind::takes ? "takes" : "loses", id(step.attendee)},
                               {"session", session(step.seat)},
                               {"role", role(step.seat)}});
    }
    for (const LevelShift& shift : outcome.price) {
      json["price"].push_back({{"level", shift.level}, {"before", shift.before}, {"after", shift.after}});
    }
    return json;
  }

  [[nodiscard]] Json shortage(const SeatShortage& shortage) const {
    Json json{{"at", to_string(to_local(conference_.zone, shortage.at))}, {"seats", Json::array()}};
    for (const auto& need : shortage.seats) {
      json["seats"].push_back({{"session", session(need.seat)}, {"role", role(need.seat)}, {"count", need.count}});
    }
    json["candidates"] = Json::array();
    for (const AttendeeIndex attendee : shortage.candidates) json["candidates"].push_back(id(attendee));
    return json;
  }

  [[nodiscard]] Json repair_of(const Repair& repair) const {
    const InputChange& change = repair.change;
    Json json{{"change", change_word(change.kind)}, {"text", change_text(conference_, change)}};
    if (change.kind == InputChange::Kind::moved) {
      json["session"] = conference_.sessions[change.session].id;
      json["start"] = to_string(to_local(conference_.zone, change.after.from));
      json["end"] = to_string(to_local(conference_.zone, change.after.until));
    } else {
      json["attendee"] = id(change.attendee);
    }
    put_place(json, change.where);
    if (repair.elsewhere) json["elsewhere"] = true;
    json.update(outcome(repair.outcome));
    return json;
  }

  const Conference& conference_;
  const Sources& sources_;
};

std::string dumped_whole(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string why_json(const Conference& conference, const Sources& sources, SessionIndex session,
                     const std::vector<WhyEmpty>& answers) {
  Json json{{"session", conference.sessions[session].id}, {"seats", Json::array()}};
  for (const WhyEmpty& answer : answers) json["seats"].push_back(WhyJson(conference, sources).empty_seat(answer));
  return dumped_whole(json);
}

std::string why_json(const Conference& conference, const Sources& sources, SessionIndex session,
                     const std::vector<WhyAttendee>& answers) {
  Json json{{"session", conference.sessions[session].id}};
  if (!answers.empty()) json["attendee"] = conference.attendees[answers.front().standing.attendee].id;
  json["seats"] = Json::array();
  for (const WhyAttendee& answer : answers) json["seats"].push_back(WhyJson(conference, sources).attendee_seat(answer));
  return dumped_whole(json);
}

}  // namespace plancover
