#include "plancover/model/eligibility.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/plan/texts.hpp"

using namespace plancover;

namespace {

// Attendee `fit` may fill every role of session `open`; each of the others fails in one thing.
const char* const planning = R"(plancover: 1
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-24}
roles:
  talk: {needs: [speak, draft], expertise: 2}
  chair: {onsite: true}
topics: [{id: net}, {id: law}]
committees: [{id: pl, webcast: true, seats: {lead: 1, talk: 1, chair: 1}, topics: [net, law]}]
sessions:
  - {id: open, committee: pl, day: 2014-10-21, time: 09:00-11:00, languages: [fr, ru]}
  - {id: shut, committee: pl, day: 2014-10-21, time: 09:00-11:00, admits: [delegate, judge]}
  - {id: dark, committee: pl, day: 2014-10-21, time: 09:00-11:00, webcast: [member]}
  - {id: pins, committee: pl, day: 2014-10-21, time: 12:00-13:00, admits: pinned, webcast: false}
  - {id: bare, committee: pl, day: 2014-10-21, time: 09:00-11:00, topics: []}
attendees:
  - {id: fit, can: [speak, draft], expertise: {law: 2}, languages: [en, fr]}
  - {id: barred-session, can: [speak, draft], expertise: {law: 2}}
  - {id: barred-committee, can: [speak, draft], expertise: {law: 2}}
  - {id: barred-topic, can: [speak, draft], expertise: {law: 2}}
  - {id: late, available: [2014-10-21 09:01..20:00], can: [speak, draft], expertise: {law: 2}}
  - id: busy
    unavailable: [2014-10-21 10:59..11:30]
    can: [speak, draft]
    expertise: {law: 2}
  - {id: press, badges: [press], can: [speak, draft], expertise: {law: 2}}
  - {id: judge, badges: [judge], can: [speak, draft], expertise: {law: 2}}
  - {id: far, remote: true, can: [speak, draft], expertise: {law: 2}}
  - {id: far-member, remote: true, badges: [member], can: [speak, draft], expertise: {law: 2}}
  - {id: sleeper, remote: {timezone: Asia/Seoul, hours: 18:30-23:00}, can: [speak, draft], expertise: {law: 2}}
  - {id: awake, remote: {timezone: Asia/Seoul, hours: 18:00-20:00}, can: [speak, draft], expertise: {law: 2}}
  - {id: mute, can: [draft], expertise: {law: 2}}
  - {id: silent, can: [speak, draft], silent_on: [law], expertise: {net: 2}}
  - {id: novice, can: [speak, draft], expertise: {net: 1, law: 1}}
  - {id: foreign, can: [speak, draft], expertise: {law: 2}, languages: [en]}
  - {id: many, remote: true, languages: [en], silent_on: [net]}
pinned: [{attendee: fit, session: pins, role: lead}]
barred:
  - {attendee: barred-session, session: open}
  - {attendee: barred-committee, committee: pl}
  - {attendee: barred-topic, topic: law}
  - {attendee: many, session: open}
)";

struct Planning {
  Conference conference = test::conference_of(planning);

  Eligibility ask(const std::string& who, const std::string& where, const std::string& role) const {
    const AttendeeIndex a = conference.attendee_ids.at(who);
    const SessionIndex s = conference.session_ids.at(where);
    const RoleIndex r = conference.role_ids.at(role);
    const Eligibility answer = eligibility(conference, a, s, r);
    // One answer of two, and the same without reasons.
    CHECK(answer.presence.has_value() == answer.refusals.empty());
    CHECK(candidate(conference, a, s, r) == answer.presence);
    return answer;
  }
  std::vector<Obstacle> obstacles(const std::string& who, const std::string& where, const std::string& role) const {
    std::vector<Obstacle> all;
    for (const Refusal& each : ask(who, where, role).refusals) all.push_back(each.obstacle);
    return all;
  }
  /// The one reason, which must come alone.
  Refusal only(const std::string& who, const std::string& where, const std::string& role) const {
    CAPTURE(who);
    const Eligibility answer = ask(who, where, role);
    REQUIRE(answer.refusals.size() == 1);
    return answer.refusals.front();
  }
  std::uint32_t line_of(const std::string& text) const {
    const std::string all = planning;
    return 1 + static_cast<std::uint32_t>(
                   std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.find(text)), '\n'));
  }
};

}  // namespace

TEST_CASE("a candidate is on site where both ways are open, else remote") {
  const Planning p;
  CHECK(p.ask("fit", "open", "talk").presence == Presence::on_site);
  CHECK(p.ask("fit", "open", "chair").presence == Presence::on_site);
  CHECK(p.ask("far", "open", "lead").presence == Presence::remote);
  CHECK(p.ask("judge", "shut", "lead").presence == Presence::on_site);
}

TEST_CASE("a bar keeps out by session, committee or topic, and names its line and word") {
  const Planning p;
  for (const auto& [who, line, word] :
       std::vector<std::array<std::string, 3>>{{"barred-session", "{attendee: barred-session, session", "open"},
                                               {"barred-committee", "{attendee: barred-committee, committee", "pl"},
                                               {"barred-topic", "{attendee: barred-topic, topic", "law"}}) {
    const Refusal refusal = p.only(who, "open", "talk");
    CHECK(refusal.obstacle == Obstacle::barred);
    CHECK(refusal.detail == word);
    CHECK(refusal.because.line == p.line_of(line));
  }
  CHECK(p.ask("barred-session", "dark", "lead").presence);
  CHECK(p.ask("barred-topic", "bare", "lead").presence);
}

TEST_CASE("away: a minute too late, or taken out of the window") {
  const Planning p;
  CHECK(p.only("late", "open", "lead").obstacle == Obstacle::away);
  const Refusal busy = p.only("busy", "open", "lead");
  CHECK(busy.obstacle == Obstacle::away);
  CHECK(busy.because.line == p.line_of("unavailable: "));
  CHECK(p.ask("late", "pins", "lead").refusals.size() == 1);  // there by then, but not pinned
}

TEST_CASE("the door: any one badge opens it, and none but a pin where it is for those pinned") {
  const Planning p;
  const Refusal press = p.only("press", "shut", "lead");
  CHECK(press.obstacle == Obstacle::no_badge);
  CHECK(press.detail == "delegate, judge");
  CHECK(press.because.line == p.line_of("{id: shut"));
  CHECK(p.only("judge", "pins", "lead").obstacle == Obstacle::no_badge);
  CHECK(p.ask("fit", "pins", "lead").presence == Presence::on_site);
}

TEST_CASE("the webcast: for nobody, for badges, for everyone") {
  const Planning p;
  CHECK(p.only("far", "dark", "lead").obstacle == Obstacle::not_webcast);
  CHECK(p.only("far", "dark", "lead").detail == "member");
  CHECK(p.only("far", "pins", "lead").obstacle == Obstacle::not_webcast);
  CHECK(p.ask("far-member", "dark", "lead").presence == Presence::remote);
}

TEST_CASE("daily hours hold the whole session on the attendee's own clock") {
  const Planning p;
  const Refusal sleeper = p.only("sleeper", "open", "lead");  // 18:00-20:00 in Seoul
  CHECK(sleeper.obstacle == Obstacle::asleep);
  CHECK(sleeper.because.line == p.line_of("{id: sleeper"));
  CHECK(p.ask("awake", "open", "lead").presence == Presence::remote);
}

TEST_CASE("a role on site is not for those who follow") {
  const Planning p;
  const Refusal far = p.only("far", "open", "chair");
  CHECK(far.obstacle == Obstacle::onsite_role);
  CHECK(far.detail == "chair");
}

TEST_CASE("what a role needs: abilities, a voice, expertise, a language") {
  const Planning p;
  CHECK(p.only("mute", "open", "talk").obstacle == Obstacle::cannot);
  CHECK(p.only("mute", "open", "talk").detail == "speak");
  CHECK(p.ask("mute", "open", "lead").presence);
  CHECK(p.only("silent", "open", "talk").obstacle == Obstacle::silent);
  CHECK(p.only("silent", "open", "talk").detail == "law");
  CHECK(p.ask("silent", "open", "lead").presence);  // needs nothing
  CHECK(p.ask("silent", "bare", "talk").presence);  // no topic, no silence
  CHECK(p.only("novice", "open", "talk").obstacle == Obstacle::expertise);
  CHECK(p.only("novice", "open", "talk").detail == "2");
  CHECK(p.ask("novice", "bare", "talk").presence);  // without topics none is asked
  CHECK(p.only("foreign", "open", "lead").obstacle == Obstacle::language);
  CHECK(p.only("foreign", "open", "lead").detail == "fr, ru");
  CHECK(p.ask("foreign", "dark", "lead").presence);  // interpreted
}

TEST_CASE("every reason is given, in order") {
  const Planning p;
  CHECK(p.obstacles("many", "open", "talk") == std::vector<Obstacle>{Obstacle::barred, Obstacle::cannot,
                                                                     Obstacle::silent, Obstacle::expertise,
                                                                     Obstacle::language});
  CHECK(p.obstacles("many", "open", "chair") ==
        std::vector<Obstacle>{Obstacle::barred, Obstacle::onsite_role, Obstacle::language});
}

TEST_CASE("expertise is the highest among the session's topics") {
  const Planning p;
  const auto level = [&](const char* who, const char* where) {
    return expertise_in(p.conference, p.conference.attendee_ids.at(who), p.conference.session_ids.at(where));
  };
  CHECK(level("fit", "open") == 2);
  CHECK(level("novice", "open") == 1);
  CHECK(level("far", "bare") == 0);
}

TEST_CASE("hours across a change of the clocks are those of the wall clock") {
  // In Zurich 03:00-05:00 of 2014-10-26 is 02:00-04:00 universal time; the hour before is there twice.
  const Conference c = test::conference_of(R"(
conference: {name: T, timezone: UTC, dates: 2014-10-25..2014-10-27}
committees: [{id: pl, webcast: true, seats: {lead: 0..1}}]
sessions:
  - {id: twice, committee: pl, day: 2014-10-26, time: 00:00-02:00}
  - {id: after, committee: pl, day: 2014-10-26, time: 02:00-03:00}
attendees:
  - {id: two, remote: {timezone: Europe/Zurich, hours: 02:00-03:00}}
  - {id: three, remote: {timezone: Europe/Zurich, hours: 03:00-04:00}}
)");
  const auto way = [&](const char* who, const char* where) {
    return presence(c, c.attendee_ids.at(who), c.session_ids.at(where), false);
  };
  CHECK(way("two", "twice") == Presence::remote);  // two hours that both read 02:00 to 02:59
  CHECK_FALSE(way("two", "after"));
  CHECK(way("three", "after") == Presence::remote);
  CHECK_FALSE(presence(c, c.attendee_ids.at("three"), c.session_ids.at("after"), true));
}
