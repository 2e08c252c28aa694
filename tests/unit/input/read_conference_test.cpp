// What comes out of files without mistakes.
#include "plancover/input/read_conference.hpp"

#include <doctest/doctest.h>

using namespace plancover;

namespace {

const std::string header =
    "conference: {name: C, timezone: Asia/Seoul, dates: 2014-10-20..2014-11-07, "
    "limits: {sessions_per_day: 3, rest: 9h}, seats: {lead: 1, notes: 0..1}}\n";

Conference read(const Sources& sources) {
  ConferenceRead result = read_conference(sources);
  for (const Diagnostic& each : result.diagnostics) INFO(each.message);
  REQUIRE(result.conference);
  return *result.conference;
}

std::string local(const Conference& c, Instant t) {
  return to_string(to_local(c.zone, t));
}

}  // namespace

TEST_CASE("a session takes whole keys from its committee, and an empty value is a value") {
  const Conference c = read({{"a", header + R"(
topics: [{id: net, priority: high}, {id: sec, priority: critical}]
committees:
  - {id: pl, topics: [net, sec], admits: [delegate], webcast: true, languages: [en], seats: {notes: 2}}
  - {id: m, kind: meeting}
sessions:
  - {id: s, committee: pl, day: 2014-10-21, time: 09:30-10:30}
  - {id: t, committee: pl, day: 2014-10-21, time: 22:00-01:30, topics: [], admits: all, webcast: false, seats: {}, room: B}
  - {id: u, committee: m, day: 2014-10-22, time: 01:30-03:00, topics: [net], seats: {backup: 0, lead: 0..all}}
  - {id: v, committee: m, day: 2014-10-22, time: 23:00-24:00}
)"}});
  const Session& s = c.sessions[c.session_ids.at("s")];
  CHECK(s.topics.value.size() == 2);
  CHECK(s.priority.value == Priority::critical);
  CHECK(s.admits.value.kind == Door::Kind::badges);
  CHECK(s.webcast.value.kind == Webcast::Kind::everyone);
  CHECK(s.languages.value == std::vector<std::string>{"en"});
  REQUIRE(s.seats.value.size() == 1);
  CHECK(s.seats.value[0].required == 2);
  CHECK(s.name == "s");
  CHECK(local(c, s.time.value.from) == "2014-10-21 09:30");

  const Session& t = c.sessions[c.session_ids.at("t")];
  CHECK(t.topics.value.empty());
  CHECK(t.priority.value == Priority::normal);
  CHECK(t.admits.value.kind == Door::Kind::everyone);
  CHECK(t.webcast.value.kind == Webcast::Kind::nobody);
  CHECK_FALSE(t.live());
  CHECK(local(c, t.time.value.until) == "2014-10-22 01:30");
  CHECK(to_string(t.day) == "2014-10-21");

  const Session& u = c.sessions[c.session_ids.at("u")];
  CHECK(to_string(u.day) == "2014-10-21");  // it starts before the change of day
  REQUIRE(u.seats.value.size() == 1);
  CHECK(u.seats.value[0].all);
  CHECK(u.priority.value == Priority::high);

  const Session& v = c.sessions[c.session_ids.at("v")];
  REQUIRE(v.seats.value.size() == 2);
  CHECK(c.roles[v.seats.value[0].role].id == "lead");
  CHECK(v.seats.value[1].wanted == 1);
  CHECK(local(c, v.time.value.until) == "2014-10-23 00:00");
}

TEST_CASE("presence, terms and limits of attendees") {
  const Conference c = read({{"a", header + R"(
topics: [{id: net}]
delegations: [{id: ke, badges: [delegate], can: [documents], silent_on: [net]}]
attendees:
  - {id: free}
  - {id: far, remote: true}
  - {id: not, available: []}
  - id: full
    delegation: ke
    available: [2014-10-20..2014-10-22, 2014-10-23 00:00..12:00]
    unavailable: [2014-10-21 12:00..15:00]
    remote: {available: [2014-10-30], timezone: America/Bogota, hours: 22:00-06:00}
    badges: [press, delegate]
    limits: {rest: 10h, hours: 40h}
    expertise: {net: 0}
    languages: []
    prefers: [net]
)"}});
  const auto person = [&](const char* id) -> const Attendee& { return c.attendees[c.attendee_ids.at(id)]; };
  CHECK(person("free").on_site_windows == std::vector<Window>{always});
  CHECK_FALSE(person("free").remote);
  CHECK(person("far").on_site_windows.empty());
  CHECK(person("far").remote_windows == std::vector<Window>{always});
  CHECK(person("not").on_site_windows.empty());
  const Attendee& full = person("full");
  REQUIRE(full.on_site_windows.size() == 2);  // touching windows are one, the afternoon is out
  CHECK(local(c, full.on_site_windows[0].until) == "2014-10-21 12:00");
  CHECK(local(c, full.on_site_windows[1].until) == "2014-10-23 12:00");
  REQUIRE(full.remote);
  CHECK(to_string(to_local(full.remote->zone, full.remote_windows[0].from)) == "2014-10-30 00:00");
  CHECK(full.remote->hours->value.until == Minutes{30 * 60});
  CHECK(full.badges.size() == 2);
  CHECK(full.can.size() == 1);
  CHECK(full.silent_on.size() == 1);
  CHECK(full.limits.rest->value == Minutes{600});
  CHECK(full.limits.sessions_per_day->value == 3);
  CHECK(full.limits.hours->value == Minutes{2400});
  CHECK(full.expertise.empty());
  CHECK(full.languages.has_value());
  CHECK(full.prefers.topics.size() == 1);
}

TEST_CASE("files join: lists, slots and roles by key; the built-in roles keep what is not said") {
  const Conference c =
      read({{"b", "roles: {lead: {expertise: 1}}\nslots: {late: 22:00-23:00}\ncommittees: [{id: pl}]\n"},
            {"a", header + "roles:\n  speaker: {weight: 3, onsite: true}\nslots: {am: 09:30-12:30}\n"},
            {"c", "sessions:\n  - {id: s, committee: pl, day: 2014-10-21, slot: late}\n"},
            {"empty", ""},
            {"unfilled", "sessions:\n"}});
  const Role& lead = c.roles[c.role_ids.at("lead")];
  CHECK(lead.weight == 2);
  CHECK(lead.expertise == 1);
  CHECK(c.roles[c.role_ids.at("speaker")].onsite);
  CHECK(c.roles[c.role_ids.at("notes")].weight == 1);
  CHECK(local(c, c.sessions[SessionIndex{0}].time.value.from) == "2014-10-21 22:00");
  CHECK(c.sessions[SessionIndex{0}].where == Location{2, 2, 10, 1});
}

TEST_CASE("days without a time are never in the way of a change of clocks") {
  const Conference c = read({{"a",
                              "conference: {name: C, timezone: America/Sao_Paulo, dates: 2014-10-18..2014-10-20}\n"
                              "attendees: [{id: a, available: [2014-10-19]}]\n"}});
  const Window day = c.attendees[AttendeeIndex{0}].on_site_windows.at(0);
  CHECK(day.length() == Minutes{23 * 60});
  CHECK(local(c, day.from) == "2014-10-19 01:00");
}

TEST_CASE("times in an hour that is repeated are refused in the zone that repeats it") {
  const auto said = [](const std::string& zone) {
    return read_conference({{"a",
                             "conference: {name: C, timezone: Asia/Seoul, dates: 2014-10-20..2014-11-07}\n"
                             "attendees: [{id: a, remote: {timezone: " +
                                 zone + ", available: [2014-10-26 02:30..09:00]}}]\n"}})
        .diagnostics;
  };
  CHECK(said("Asia/Tokyo").empty());
  REQUIRE(said("Europe/Zurich").size() == 1);
  CHECK(said("Europe/Zurich")[0].code == Code::time_doubled);
}
