// The class of an attendee, each of them once.
#include "plancover/insight/standing.hpp"

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const char* const planning_with_standing = R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-21, transfer: 10m, seats: {lead: 1, notes: 0..1}}
topics: [{id: net}]
roles: {speaker: {needs: [speak], expertise: 2, onsite: true}}
committees:
  - {id: pl, topics: [net], admits: [delegate], languages: [en], seats: {speaker: 1, notes: 0..1}}
  - {id: wg, webcast: true}
sessions:
  - {id: p1, committee: pl, day: 2014-10-20, time: 10:00-11:00, room: A}
  - {id: w1, committee: wg, day: 2014-10-20, time: 10:30-12:00, room: B}
  - {id: w2, committee: wg, day: 2014-10-20, time: 11:00-12:00, room: B}
  - {id: w3, committee: wg, day: 2014-10-20, time: 14:00-15:00, room: B}
delegations:
  - {id: ke, badges: [delegate], can: [speak]}
attendees:
  - {id: away, delegation: ke, available: [2014-10-21], expertise: {net: 2}}
  - {id: badgeless, can: [speak], expertise: {net: 2}}
  - {id: barred, delegation: ke, expertise: {net: 2}}
  - {id: busy, delegation: ke, expertise: {net: 2}}
  - {id: far, delegation: ke, expertise: {net: 2}}
  - {id: free, delegation: ke, expertise: {net: 2}}
  - {id: full, delegation: ke, expertise: {net: 2}, limits: {sessions_per_day: 1}}
  - {id: here, delegation: ke}
  - {id: home, remote: true, can: [speak], expertise: {net: 2}}
  - {id: mute, badges: [delegate], expertise: {net: 2}}
  - {id: new, delegation: ke}
  - {id: silent, delegation: ke, expertise: {net: 2}, silent_on: [net]}
  - {id: tongue, delegation: ke, expertise: {net: 2}, languages: [fr]}
barred:
  - {attendee: barred, topic: net}
)";

const char* const plan_lines = "p1 notes here; w1 lead busy; w2 lead far; w3 lead full";

}  // namespace

TEST_CASE("every attendee falls in one class") {
  const Conference conference = conference_of(planning_with_standing);
  const Resolved resolved = resolve(conference, plan_of(plan_text(plan_lines)));
  REQUIRE(resolved.diagnostics.empty());
  const SeatKey seat{conference.session_ids.at("p1"), conference.role_ids.at("speaker")};
  const auto all = standings(conference, resolved.plan.assignments, {}, seat);
  REQUIRE(all.size() == conference.attendees.size());
  const auto of = [&](const std::string& id) { return all[conference.attendee_ids.at(id).value]; };
  CHECK(of("away").standing == Standing::away);
  CHECK(of("badgeless").standing == Standing::no_badge);
  CHECK(of("barred").standing == Standing::barred);
  CHECK(of("busy").standing == Standing::busy);
  CHECK(of("busy").hindrances.front().kind == Hindrance::Kind::overlap);
  CHECK(of("far").standing == Standing::busy);
  CHECK(of("far").hindrances.front().kind == Hindrance::Kind::transfer);
  CHECK(of("free").standing == Standing::free);
  CHECK(of("full").standing == Standing::at_limit);
  CHECK(of("here").standing == Standing::here);
  CHECK(of("home").standing == Standing::not_webcast);
  CHECK(of("mute").standing == Standing::cannot);
  CHECK(of("new").standing == Standing::expertise);
  CHECK(of("silent").standing == Standing::silent);
  CHECK(of("tongue").standing == Standing::language);
}

TEST_CASE("what is pinned or past holds people, and says where") {
  const Conference conference =
      conference_of(std::string(planning_with_standing) + "pinned:\n  - {attendee: busy, session: w1, role: lead}\n");
  const Resolved resolved = resolve(conference, plan_of(plan_text(plan_lines)));
  const SeatKey seat{conference.session_ids.at("p1"), conference.role_ids.at("speaker")};
  const AttendeeIndex busy = conference.attendee_ids.at("busy");
  const auto standing = standing_of(conference, resolved.plan.assignments, {}, seat, busy);
  REQUIRE(standing.hindrances.size() == 1);
  CHECK(standing.hindrances.front().fixed);
  CHECK(standing.hindrances.front().where == conference.pinned.front().where);
  CHECK(fixed_assignments(conference, resolved.plan.assignments, {}, busy).size() == 1);
  Past past;
  past.now = always.until;
  const AttendeeIndex far = conference.attendee_ids.at("far");
  CHECK(fixed_assignments(conference, resolved.plan.assignments, {}, far).empty());
  CHECK(fixed_assignments(conference, resolved.plan.assignments, past, far).size() == 1);
}
