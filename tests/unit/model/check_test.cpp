#include "plancover/model/check.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "unit/plan/texts.hpp"

using namespace plancover;

namespace {

using Counts = std::map<Code, int>;

Counts counts(const Diagnostics& diagnostics) {
  Counts all;
  for (const Diagnostic& each : diagnostics) all[each.code] += each.count;
  return all;
}

// Everything there is a warning for, once or twice.
const char* const odd = R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-24}
topics: [{id: net}, {id: unused}]
committees: [{id: pl, topics: [net]}]
sessions:
  - {id: s1, committee: pl, day: 2014-10-21, time: 09:00-11:00, room: A}
  - {id: s2, committee: pl, day: 2014-10-21, time: 10:59-12:00, room: A}
  - {id: s3, committee: pl, day: 2014-10-21, time: 12:00-13:00, room: A}
  - {id: outside, committee: pl, day: 2014-10-25, time: 09:00-10:00}
  - {id: eve, committee: pl, day: 2014-10-25, time: 03:59-05:00}
  - {id: shut, committee: pl, day: 2014-10-21, time: 09:00-10:00, admits: [gold], webcast: [gold]}
attendees:
  - {id: fine}
  - {id: early, available: [2014-10-18..2014-10-19, 2014-10-21]}
  - {id: nowhere, available: []}
)";

/// Sessions that admit nobody, and attendees who therefore sit nowhere.
std::string hopeless(int sessions, int attendees) {
  std::string text =
      "conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-24}\n"
      "committees: [{id: pl, admits: []}]\nsessions:\n";
  for (int i = 0; i < sessions; ++i) {
    text += "  - {id: s" + std::to_string(i) + ", committee: pl, day: 2014-10-21, time: 09:00-10:00}\n";
  }
  text += "attendees:\n";
  for (int i = 0; i < attendees; ++i) text += "  - {id: a" + std::to_string(i) + "}\n";
  return text;
}

}  // namespace

TEST_CASE("what is odd is said, and nothing else") {
  const Diagnostics said = check(test::conference_of(odd));
  CHECK(counts(said) == Counts{{Code::session_outside, 1},
                               {Code::window_outside, 1},
                               {Code::badge_of_nobody, 2},
                               {Code::attendee_without_seat, 1},
                               {Code::session_without_candidate, 1},
                               {Code::topic_without_session, 1},
                               {Code::room_twice, 1}});
  CHECK_FALSE(has_errors(said));
  for (const Diagnostic& each : said) {
    CAPTURE(each.message);
    CHECK(each.where.known());
    if (each.code == Code::session_outside) CHECK(each.message.find("'outside'") != std::string::npos);
    if (each.code == Code::attendee_without_seat) CHECK(each.message.find("'nowhere'") != std::string::npos);
    if (each.code == Code::session_without_candidate) CHECK(each.message.find("'shut'") != std::string::npos);
  }
}

TEST_CASE("of what is in doubt nothing is said, nor what may be wrong because of it") {
  const Conference c = test::conference_of(odd);
  Doubts doubts;
  CHECK_FALSE(doubts.any());
  doubts.whole = true;
  CHECK(doubts.any());
  CHECK(check(c, doubts).empty());

  doubts = {};
  doubts.sessions.assign(c.sessions.size(), false);
  doubts.sessions[c.session_ids.at("shut").value] = true;
  CHECK(doubts.any());
  // Somebody may sit in the session in doubt, and it may have any topic.
  CHECK(counts(check(c, doubts)) ==
        Counts{{Code::session_outside, 1}, {Code::window_outside, 1}, {Code::room_twice, 1}});

  doubts = {};
  doubts.attendees.assign(c.attendees.size(), false);
  doubts.attendees[c.attendee_ids.at("nowhere").value] = true;
  // The attendee in doubt may hold the badge and enter the session.
  CHECK(counts(check(c, doubts)) == Counts{{Code::session_outside, 1},
                                           {Code::window_outside, 1},
                                           {Code::topic_without_session, 1},
                                           {Code::room_twice, 1}});
}

TEST_CASE("a conference too large to ask everyone about everything says where it stopped") {
  const Counts small = counts(check(test::conference_of(hopeless(20, 30))));
  CHECK(small == Counts{{Code::attendee_without_seat, 30}, {Code::session_without_candidate, 20}});

  const Conference large = test::conference_of(hopeless(2500, 2400));
  int asked = 0;
  int unfinished = 0;
  for (const Diagnostic& each : check(large)) {
    if (each.code == Code::attendee_without_seat) ++asked;
    if (each.code != Code::reach_unfinished) continue;
    ++unfinished;
    if (each.message.find("attendee") == std::string::npos) continue;
    // The first that was not looked at, and how many from there on.
    const auto left = static_cast<std::size_t>(2400 - asked);
    CHECK(each.where == large.attendees[AttendeeIndex{static_cast<std::size_t>(asked)}].where);
    CHECK(each.message.find("; " + std::to_string(left) + " from here on") != std::string::npos);
  }
  CHECK(asked > 1000);
  CHECK(asked < 2400);
  CHECK(unfinished == 2);
}

TEST_CASE("pins that no plan can keep are errors, each with the rule's own code") {
  const auto found = [](const std::string& pins) {
    const std::string text = R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-24, transfer: 10m}
roles: {talk: {needs: [speak]}}
topics: [{id: net}]
committees: [{id: pl, topics: [net], seats: {lead: 1, talk: 0..1, notes: 0..all}}, {id: co, kind: meeting}]
sessions:
  - {id: s1, committee: pl, day: 2014-10-21, time: 09:00-11:00, room: A}
  - {id: s2, committee: pl, day: 2014-10-21, time: 10:59-12:00, room: A}
  - {id: s3, committee: pl, day: 2014-10-21, time: 11:05-12:00, room: B}
  - {id: s4, committee: pl, day: 2014-10-21, time: 15:00-16:00, room: B}
  - {id: s5, committee: pl, day: 2014-10-22, time: 04:30-05:30, room: B}
  - {id: co, committee: co, day: 2014-10-21, time: 17:00-18:00, room: B}
  - {id: off, committee: pl, day: 2014-10-21, time: 17:00-18:00, cancelled: true}
attendees:
  - {id: x, can: [speak]}
  - {id: y, limits: {sessions_per_day: 1, hours_per_day: 3h, rest: 13h}}
  - {id: z, available: [2014-10-21 09:30..20:00], limits: {hours: 150m}}
barred: [{attendee: x, session: s4}]
pinned:
)" + pins;
    const ConferenceRead read = read_conference({{"planning.yaml", text}});
    std::string codes;
    for (const Diagnostic& each : read.diagnostics) {
      if (each.code < Code::pin_cancelled || each.code > Code::pin_barred) continue;
      codes += (codes.empty() ? "" : " ") + std::string(name(each.code));
    }
    CHECK(read.conference.has_value() == (codes.empty() || codes == "PC208"));
    return codes;
  };
  const auto pin = [](const std::string& attendee, const std::string& session, const std::string& role) {
    return "  - {attendee: " + attendee + ", session: " + session + ", role: " + role + "}\n";
  };
  CHECK(found(pin("x", "s1", "talk")).empty());
  CHECK(found(pin("x", "off", "talk")) == "PC208");
  CHECK(found(pin("x", "s1", "lead") + pin("x", "s1", "lead")) == "PC209");
  CHECK(found(pin("x", "s1", "lead") + pin("x", "s1", "talk")) == "PC210");
  CHECK(found(pin("x", "s1", "backup")) == "PC210");                         // not asked for
  CHECK(found(pin("x", "s1", "lead") + pin("y", "s1", "lead")) == "PC210");  // one seat, two people
  CHECK(found(pin("x", "s1", "notes") + pin("y", "s1", "notes")).empty());   // all are welcome
  CHECK(found(pin("z", "s1", "lead")) == "PC211");                           // not there yet
  CHECK(found(pin("y", "s1", "talk")) == "PC212");                           // cannot speak
  CHECK(found(pin("x", "s1", "lead") + pin("x", "s2", "lead")) == "PC213");  // at once
  CHECK(found(pin("x", "s1", "lead") + pin("x", "s3", "lead")) == "PC213");  // too far away
  CHECK(found(pin("y", "s1", "lead") + pin("y", "s4", "lead")) == "PC214");  // two in a day
  CHECK(found(pin("y", "s1", "lead") + pin("y", "co", "lead")).empty());     // a meeting is no session
  CHECK(found(pin("y", "s4", "lead") + pin("y", "s5", "lead")) == "PC214");  // 12h30m of rest
  CHECK(found(pin("z", "s4", "lead") + pin("z", "co", "lead")).empty());     // 2h of 2h30m
  CHECK(found(pin("z", "s4", "lead") + pin("z", "co", "lead") + pin("z", "s3", "lead")) == "PC214");
  CHECK(found(pin("x", "s4", "lead")) == "PC215");
}
