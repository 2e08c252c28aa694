#include "plancover/problem/build.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const char* const planning_to_build = R"(
conference: {name: T, timezone: Asia/Seoul, dates: 2014-10-20..2014-10-24, transfer: 10m}
topics:
  - {id: net, priority: critical}
committees:
  - {id: pl, topics: [net], seats: {lead: 1, notes: 1..2}}
  - {id: co, kind: meeting, seats: {member: 0..all}, webcast: true}
roles: {lead: {needs: [speak]}, member: {weight: 0}}
sessions:
  - {id: p2, committee: pl, day: 2014-10-22, time: 11:00-12:30, room: A}
  - {id: c1, committee: co, day: 2014-10-20, time: 16:00-17:00, room: B}
  - {id: p1, committee: pl, day: 2014-10-20, time: 09:00-10:00, room: A}
  - {id: off, committee: pl, day: 2014-10-21, time: 09:00-10:00, cancelled: true}
  - {id: p3, committee: pl, day: 2014-10-22, time: 14:00-15:00}
attendees:
  - {id: ann, can: [speak], expertise: {net: 3}, prefers: [pl], avoids: [p2], limits: {hours: 2h30m}}
  - {id: bob, remote: true, limits: {sessions_per_day: 2, rest: 9h}}
  - {id: cat, available: [2014-10-20]}
pinned:
  - {attendee: cat, session: p1, role: notes}
weights: {expertise: 10, prefers: 5, avoids: 20, continuity: 15, attend: 3, remote: 7, load: 4}
)";

struct Built {
  Conference conference = conference_of(planning_to_build);
  BuiltProblem built;

  explicit Built(const Past& past = {}) : built(build_problem(conference, past)) {}

  [[nodiscard]] SlotIndex slot(const std::string& id) const {
    for (const SlotIndex s : built.problem.sessions.indexes()) {
      if (conference.sessions[built.session_of[s.value]].id == id) return s;
    }
    FAIL("no session " << id);
    return {};
  }
  [[nodiscard]] const ProblemSession& session(const std::string& id) const { return built.problem.sessions[slot(id)]; }

  /// The candidates of a session as "ann lead 65", "cat notes 0 fixed", "bob member -7 remote".
  [[nodiscard]] std::set<std::string> candidates(const std::string& id) const {
    std::set<std::string> all;
    for (const Candidate& c : built.problem.candidates) {
      if (c.session != slot(id)) continue;
      std::string line = conference.attendees[built.attendee_of[c.person.value]].id;
      line += " " + conference.roles[built.role_of[c.seat.value]].id + " " + std::to_string(c.points);
      if (c.kept > 0) line += " kept " + std::to_string(c.kept);
      if (c.fixed) line += " fixed";
      if (c.remote) line += " remote";
      all.insert(line);
    }
    return all;
  }
};

}  // namespace

TEST_CASE("live sessions stand in order of time, in minutes from the first") {
  const Built b;
  const Problem& problem = b.built.problem;
  REQUIRE(problem.sessions.size() == 4);
  CHECK(b.slot("p1") == SlotIndex(0));
  CHECK(b.slot("p3") == SlotIndex(3));
  CHECK(b.session("p1").start == 0);
  CHECK(b.session("p1").end == 60);
  CHECK(b.session("p2").start == 2 * 24 * 60 + 120);
  CHECK(problem.days == 2);  // nothing is left of the day between
  CHECK(b.session("c1").day == 0);
  CHECK(b.session("p2").day == 1);
  CHECK(b.session("p1").room == b.session("p2").room);
  CHECK(b.session("c1").room != b.session("p1").room);
  CHECK(b.session("p3").room == -1);
  CHECK(b.session("p1").tier == 0);
  CHECK(b.session("c1").tier == 2);
  CHECK(b.session("p1").counts);
  CHECK_FALSE(b.session("c1").counts);
  CHECK(problem.transfer == 10);
}

TEST_CASE("a session continues the one of its committee before it") {
  const Built b;
  CHECK(b.session("p1").previous.empty());
  CHECK(b.session("p2").previous == std::vector<SlotIndex>{b.slot("p1")});
  CHECK(b.session("p3").previous == std::vector<SlotIndex>{b.slot("p2")});
}

TEST_CASE("seats tell what is required and what is wanted") {
  const Built b;
  const std::vector<SeatIndex>& seats = b.session("p1").seats;
  REQUIRE(seats.size() == 2);
  const Seat& notes = b.built.problem.seats[seats[1]];
  CHECK(notes.required == 1);
  CHECK(notes.wanted == 2);
  CHECK_FALSE(notes.all);
  const Seat& member = b.built.problem.seats[b.session("c1").seats[0]];
  CHECK(member.all);
  CHECK(member.required == 0);
  CHECK(member.wanted == 0);
}

TEST_CASE("only who may sit somewhere is a candidate, with the points of this alone") {
  const Built b;
  // A pin leaves its attendee no other seat of the session; bob may not speak, and no webcast shows the plenary.
  CHECK(b.candidates("p1") == std::set<std::string>{"ann lead 65", "ann notes 35", "cat notes 0 fixed"});
  CHECK(b.candidates("p2") == std::set<std::string>{"ann lead 45", "ann notes 15"});
  CHECK(b.candidates("c1") == std::set<std::string>{"ann member 0", "bob member -7 remote", "cat member 0"});
}

TEST_CASE("limits are minutes and counts, and absent ones cannot bind") {
  const Built b;
  const auto& people = b.built.problem.people;
  CHECK(people[PersonIndex(0)].minutes == 150);
  CHECK(people[PersonIndex(0)].minutes_per_day > 100'000);
  CHECK(people[PersonIndex(1)].sessions_per_day == 2);
  CHECK(people[PersonIndex(1)].rest == 540);
  CHECK(people[PersonIndex(2)].rest == 0);
}

TEST_CASE("what has begun keeps whom it had, and what is to come knows whom it had") {
  const Conference conference = conference_of(planning_to_build);
  Past past;
  past.has_previous = true;
  past.disturb_for = Priority::high;
  past.vanished_attendees = 1;
  past.previous =
      resolve(conference, plan_of(plan_text("p1 lead ann; p2 lead ann; p3 notes ann; c1 lead bob"))).plan.assignments;
  past.now = conference.sessions[conference.session_ids.at("c1")].time.value.from + Minutes(1);
  const Built b(past);
  CHECK(b.session("p1").history);
  CHECK_FALSE(b.session("p2").history);
  CHECK(b.candidates("p1") == std::set<std::string>{"ann lead 65 fixed"});
  // bob held a role that nobody asks for any more.
  CHECK(b.candidates("c1") == std::set<std::string>{"bob lead -7 fixed remote"});
  CHECK(b.candidates("p2") == std::set<std::string>{"ann lead 45 kept 2", "ann notes 15 kept 1"});
  CHECK(b.candidates("p3") == std::set<std::string>{"ann lead 65 kept 1", "ann notes 35 kept 2"});
  CHECK(b.built.problem.changes_at_most == 2 + 2 + 2);  // p2, p3, and who is gone
  const std::vector<ProblemLevel>& levels = b.built.problem.levels;
  REQUIRE(levels.size() == 10);
  CHECK(levels[1].kind == LevelKind::required);
  CHECK(levels[2].kind == LevelKind::changes);
  CHECK(levels[3].kind == LevelKind::required);
  CHECK(levels[3].tier == 2);
}

TEST_CASE("chosen candidates become assignments in the words of the conference") {
  const Built b;
  const auto& at_meeting = b.built.problem.seats[b.session("c1").seats[0]].candidates;
  REQUIRE(at_meeting.size() == 3);
  const auto plan = assignments_of(b.built, {at_meeting[1]});
  REQUIRE(plan.size() == 1);
  CHECK(b.conference.sessions[plan[0].session].id == "c1");
  CHECK(b.conference.attendees[plan[0].attendee].id == "bob");
  CHECK(b.conference.roles[plan[0].role].id == "member");
  CHECK(plan[0].presence == Presence::remote);
}

TEST_CASE("a conference without sessions is a problem without any") {
  const BuiltProblem built = build_problem(
      conference_of("conference: {name: T, timezone: UTC, dates: 2014-10-20}\nattendees:\n  - {id: ann}\n"), {});
  CHECK(built.problem.sessions.empty());
  CHECK(built.problem.candidates.empty());
  CHECK(built.problem.days == 0);
  CHECK(built.problem.people.size() == 1);
  CHECK(built.problem.levels.size() == 9);
}

TEST_CASE("candidates stand by person, then session, with any number of threads") {
  std::string planning = "conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-21}\n";
  planning += "committees: [{id: pl, seats: {lead: 1, notes: 1..all}}]\nroles: {lead: {needs: [speak]}}\nsessions:\n";
  const auto number = [](int n) { return std::to_string(n); };
  for (int s = 0; s < 40; ++s) {
    const std::string from = number(10 + s / 5) + ":" + number(10 + s % 5 * 10);
    const std::string until = number(11 + s / 5) + ":" + number(10 + s % 5 * 10);
    planning += "  - {id: s" + number(s) + ", committee: pl, day: 2014-10-20, time: " + from + "-" + until + "}\n";
  }
  planning += "attendees:\n";
  for (int a = 0; a < 300; ++a) {
    planning += "  - {id: a" + number(a) + ", available: [2014-10-20 1" + number(a % 7) + ":00..19:00]";
    planning += a % 3 == 0 ? ", can: [speak]}\n" : "}\n";
  }
  const Conference conference = conference_of(planning);
  const auto seats_of = [&](int threads) {
    std::vector<std::tuple<PersonIndex, SlotIndex, SeatIndex>> all;
    for (const Candidate& c : build_problem(conference, {}, threads).problem.candidates)
      all.emplace_back(c.person, c.session, c.seat);
    return all;
  };
  const auto alone = seats_of(1);
  CHECK(alone.size() > 9'000);
  CHECK(std::is_sorted(alone.begin(), alone.end()));
  CHECK(seats_of(2) == alone);
  CHECK(seats_of(8) == alone);
}
