// A change as a value against the same change written into the file and read again.
#include "plancover/insight/input_change.hpp"

#include <algorithm>

#include "plancover/insight/changes_for.hpp"
#include "plancover/insight/standing.hpp"
#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const std::string planning_before = R"(
conference: {name: T, timezone: Asia/Seoul, dates: 2014-10-20..2014-10-24, day_change: 04:00}
topics: [{id: net}]
roles: {speaker: {needs: [speak], expertise: 2}}
committees:
  - {id: pl, topics: [net], admits: [delegate], webcast: true, languages: [en], seats: {speaker: 1}}
  - {id: co, kind: meeting, admits: pinned, seats: {lead: 1}}
delegations:
  - {id: ke, badges: [delegate], can: [speak], silent_on: [net]}
sessions:
  - {id: p1, committee: pl, day: 2014-10-20, time: 09:30-12:30}
  - {id: p2, committee: pl, day: 2014-10-21, time: 10:00-11:00}
  - {id: c1, committee: co, day: 2014-10-21, time: 13:00-14:00}
attendees:
  - id: ann
    available: [2014-10-20..2014-10-20 11:00]
    badges: [delegate]
    can: [speak]
    expertise: {net: 3}
    languages: [en]
  - id: bob
    remote: {available: [2014-10-20..2014-10-24], timezone: Asia/Seoul, hours: 10:00-20:00}
    can: [speak]
    expertise: {net: 1}
    languages: [fr]
  - {id: cid, delegation: ke, expertise: {net: 2}, unavailable: [2014-10-20 12:00..13:00]}
  - {id: dot, delegation: ke, expertise: {net: 2}}
barred:
  - {attendee: dot, session: p2}
)";

std::string edited(const std::string& what, const std::string& by) {
  std::string text = planning_before;
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

/// Who may fill what, for all: what a change of a file is for.
std::string reach(const Conference& conference) {
  std::string all;
  for (const AttendeeIndex a : conference.attendees.indexes()) {
    for (const SessionIndex s : conference.sessions.indexes()) {
      for (const SeatCount& seat : conference.sessions[s].seats.value) {
        if (candidate(conference, a, s, seat.role)) {
          all += conference.attendees[a].id + " " + conference.sessions[s].id + " " +
                 to_string(to_local(conference.zone, conference.sessions[s].time.value.from)) + "; ";
        }
      }
    }
  }
  return all;
}

std::vector<InputChange> presence_changes(const Conference& conference, const std::string& who,
                                          const std::string& session, const std::string& role) {
  return changes_of_presence(conference, conference.attendee_ids.at(who),
                             {conference.session_ids.at(session), conference.role_ids.at(role)});
}

InputChange of_kind(const std::vector<InputChange>& changes, InputChange::Kind kind) {
  for (const InputChange& change : changes) {
    if (change.kind == kind) return change;
  }
  FAIL("no change of that kind");
  return {};
}

void same_as(const Conference& conference, const InputChange& change, const std::string& text) {
  CHECK(reach(changed(conference, change)) == reach(conference_of(text)));
}

}  // namespace

TEST_CASE("a longer window is the window that a planner would write") {
  const Conference conference = conference_of(planning_before);
  const auto change = of_kind(presence_changes(conference, "ann", "p1", "speaker"), InputChange::Kind::on_site_window);
  CHECK(change.size == 90);
  CHECK(change.where.line == 16);
  same_as(conference, change, edited("2014-10-20 11:00]", "2014-10-20 12:30]"));
  CHECK(reach(changed(conference, change)) != reach(conference));
}

TEST_CASE("longer daily hours, and a part of an absence") {
  const Conference conference = conference_of(planning_before);
  const auto hours = of_kind(presence_changes(conference, "bob", "p1", "speaker"), InputChange::Kind::daily_hours);
  std::vector<std::int64_t> sizes;
  for (const auto& change : presence_changes(conference, "bob", "p1", "speaker")) {
    if (change.kind == InputChange::Kind::daily_hours) sizes.push_back(change.size);
  }
  CHECK(*std::min_element(sizes.begin(), sizes.end()) == 30);
  CHECK(hours.where.line == 22);
  const auto freed = of_kind(presence_changes(conference, "cid", "p1", "speaker"), InputChange::Kind::unavailable);
  CHECK(freed.size == 30);
  CHECK(freed.after.length() == Minutes{30});
}

TEST_CASE("words, bars, silence and pins") {
  const Conference conference = conference_of(planning_before);
  const auto terms = [&](const std::string& who, const std::string& session) {
    const SeatKey seat{conference.session_ids.at(session), conference.role_ids.at("speaker")};
    const auto standing = standing_of(conference, {}, {}, seat, conference.attendee_ids.at(who));
    return changes_of_terms(conference, seat, standing);
  };
  const auto silence = of_kind(terms("cid", "p2"), InputChange::Kind::silence);
  same_as(conference, silence, edited(", silent_on: [net]", ""));
  const auto bar = of_kind(terms("dot", "p2"), InputChange::Kind::bar_removed);
  same_as(changed(conference, silence), bar, [] {
    std::string text = edited(", silent_on: [net]", "");
    return text.substr(0, text.find("barred:"));
  }());
  const auto pin = of_kind(presence_changes(conference, "ann", "c1", "lead"), InputChange::Kind::pin_added);
  CHECK(changed(conference, pin).pinned.size() == 1);
  CHECK(changed(changed(conference, pin),
                [&] {
                  InputChange away = pin;
                  away.kind = InputChange::Kind::pin_removed;
                  return away;
                }())
            .pinned.empty());
}

TEST_CASE("a session moves within its day, to hours at which others begin") {
  const Conference conference = conference_of(planning_before);
  const auto times = other_times(conference, {}, conference.session_ids.at("p2"));
  REQUIRE(times.size() == 2);
  CHECK(times.front().size == 30);
  same_as(conference, times.front(), edited("10:00-11:00", "09:30-10:30"));
  Past past;
  past.now = conference.sessions[conference.session_ids.at("p2")].time.value.from;
  CHECK(other_times(conference, past, conference.session_ids.at("p2")).size() == 1);
}
