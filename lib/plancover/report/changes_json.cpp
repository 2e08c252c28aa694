// For programs.
#include <nlohmann/json.hpp>

#include "plancover/report/change_words.hpp"
#include "plancover/report/changes.hpp"
#include "plancover/report/plan_json.hpp"

namespace plancover {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> without_breaks(std::vector<std::string> lines) {
  for (std::string& line : lines) line.erase(line.find_last_not_of("\r\n") + 1);
  return lines;
}

Json of_part(const Part& part) {
  Json json{{"role", part.role}};
  if (part.remote.value_or(false)) json["remote"] = true;
  return json;
}

void add_session(Json& json, const Conference& conference, const PartChange& change) {
  const auto known = conference.session_ids.find(change.session);
  if (known == conference.session_ids.end()) return;
  const Session& session = conference.sessions[known->second];
  const Window& time = session.time.value;
  json["day"] = to_string(session.day);
  json["start"] = to_string(to_local(conference.zone, time.from));
  json["end"] = to_string(to_local(conference.zone, time.until));
  json["room"] = session.room;
  if (session.cancelled) json["cancelled"] = true;
  const auto who = conference.attendee_ids.find(change.attendee);
  if (!change.now || !change.now->remote.value_or(false) || who == conference.attendee_ids.end()) return;
  const auto& remote = conference.attendees[who->second].remote;
  if (!remote || remote->zone.name() == conference.zone.name()) return;
  json["local"] = {{"timezone", remote->zone.name()},
                   {"start", to_string(to_local(remote->zone, time.from))},
                   {"end", to_string(to_local(remote->zone, time.until))}};
}

Json of_change(const PartChange& change, const Conference* conference) {
  Json json{{"session", change.session}};
  if (conference != nullptr) add_session(json, *conference, change);
  if (change.was) json["was"] = of_part(*change.was);
  if (change.now) json["now"] = of_part(*change.now);
  json["instead"] = change.instead;
  return json;
}

Json of_attendees(const ChangeReport& report) {
  Json all = Json::array();
  for (const PartChange& change : report.changes.parts) {
    if (all.empty() || all.back()["id"] != change.attendee) {
      Json one{{"id", change.attendee}};
      if (report.conference != nullptr) {
        const auto known = report.conference->attendee_ids.find(change.attendee);
        if (known != report.conference->attendee_ids.end()) {
          const Attendee& attendee = report.conference->attendees[known->second];
          one["name"] = attendee.name;
          one["organisation"] = attendee.organisation;
        }
      }
      one["changes"] = Json::array();
      all.push_back(std::move(one));
    }
    all.back()["changes"].push_back(of_change(change, report.conference));
  }
  return all;
}

Json of_gaps(const ChangeReport& report) {
  Json all = Json::array();
  for (const GapChange& gap : report.changes.gaps) {
    Json one{
        {"session", gap.session}, {"role", gap.role}, {"required", gap.required}, {"was", gap.was}, {"now", gap.now}};
    for (const GapReason& reason : report.reasons) {
      const Conference& conference = *report.conference;
      if (conference.sessions[reason.gap.session].id == gap.session &&
          conference.roles[reason.gap.role].id == gap.role && reason.gap.required == gap.required) {
        one["reason"] = reason_text(conference, reason);
      }
    }
    all.push_back(std::move(one));
  }
  return all;
}

Json changes_value(const ChangeReport& report) {
  const ChangeList& changes = report.changes;
  return {{"reassigned", changes.reassigned}, {"switched", changes.switched}, {"closed", changes.closed},
          {"opened", changes.opened},         {"added", changes.added},       {"released", changes.released},
          {"unchanged", changes.unchanged},   {"affects", changes.attendees}, {"attendees", of_attendees(report)},
          {"gaps", of_gaps(report)}};
}

std::string dumped_changes(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string changes_json(const ChangeReport& report) {
  Json json;
  json["changes"] = changes_value(report);
  return dumped_changes(json);
}

std::string changes_json(const ChangeReport& report, const Plan& plan, const Sources& sources,
                         const std::vector<Splice>& splices) {
  Json json = Json::parse(plan_json(*report.conference, plan));
  json["changes"] = changes_value(report);
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    for (const LineEdit& edit : line_edits(sources[file].text, file, splices)) {
      json["edits"].push_back({{"path", sources[file].path},
                               {"line", edit.line},
                               {"before", without_breaks(edit.before)},
                               {"after", without_breaks(edit.after)}});
    }
  }
  return dumped_changes(json);
}

}  // namespace plancover
