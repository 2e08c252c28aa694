#include "plancover/plan/verify.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const char* const planning_with_rules = R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-24, transfer: 30m, seats: {lead: 0..1, notes: 0..2}}
roles:
  speaker: {needs: [speak]}
  chair: {onsite: true}
  expert: {expertise: 2}
topics:
  - {id: net}
  - {id: law}
committees:
  - {id: pl, webcast: true}
  - {id: co, kind: meeting}
  - {id: no}
sessions:
  - {id: nine, committee: pl, day: 2014-10-20, time: 09:00-10:00, room: A}
  - {id: half, committee: pl, day: 2014-10-20, time: 09:30-10:30, room: B}
  - {id: ten, committee: pl, day: 2014-10-20, time: 10:10-11:00, room: B}
  - {id: noon, committee: pl, day: 2014-10-20, time: 12:00-14:00, room: A}
  - {id: late, committee: pl, day: 2014-10-20, time: 21:00-23:00, room: A}
  - {id: meet, committee: co, day: 2014-10-20, time: 16:00-16:30, room: A}
  - {id: next, committee: pl, day: 2014-10-21, time: 07:00-08:00, room: A}
  - {id: shut, committee: pl, day: 2014-10-22, time: 09:00-10:00, admits: [delegate], webcast: [member]}
  - {id: bare, committee: pl, day: 2014-10-22, time: 09:00-10:00, admits: [], webcast: false}
  - {id: off, committee: pl, day: 2014-10-22, time: 11:00-12:00, cancelled: true}
  - {id: work, committee: pl, day: 2014-10-22, time: 14:00-15:00, topics: [net, law], seats: {speaker: 1, expert: 1, chair: 1}}
  - {id: talk, committee: pl, day: 2014-10-23, time: 09:00-10:00, languages: [fr]}
  - {id: none, committee: no, day: 2014-10-23, time: 11:00-12:00}
attendees:
  - {id: ann, badges: [delegate], can: [speak], expertise: {net: 2}}
  - {id: bob, available: [2014-10-22..2014-10-23], languages: [en], silent_on: [law], can: [speak], expertise: {net: 1}}
  - {id: cat, limits: {sessions_per_day: 1}}
  - {id: dan, limits: {hours_per_day: 2h30m}}
  - {id: eve, limits: {hours: 2h30m}}
  - {id: fay, limits: {rest: 9h}}
  - {id: gus, remote: {hours: 09:00-12:00}, expertise: {net: 2}, badges: [member]}
  - {id: hal, remote: true, expertise: {net: 2}}
barred:
  - {attendee: ann, session: none}
  - {attendee: bob, committee: no}
)";

struct Row {
  const char* lines;
  std::vector<Code> expected;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"nine lead ann; noon lead ann; late lead ann; next lead ann; shut notes ann", {}},
      {"nine lead gus remote; half notes hal remote; talk notes hal", {}},
      {"nine lead ann; nine notes ann", {Code::plan_two_seats}},
      {"nine speaker ann", {Code::plan_role_not_asked}},
      {"nine lead ann; nine lead hal", {Code::plan_too_many}},
      {"nine lead bob", {Code::plan_away}},
      {"shut lead bob", {Code::plan_no_badge}},
      {"bare lead ann", {Code::plan_no_badge}},
      {"shut lead hal", {Code::plan_not_webcast}},
      {"bare lead hal", {Code::plan_not_webcast}},
      {"noon lead gus", {Code::plan_asleep}},
      {"work chair hal", {Code::plan_onsite_role}},
      {"work speaker cat", {Code::plan_cannot}},
      {"work speaker bob", {Code::plan_silent}},
      {"work expert bob", {Code::plan_expertise}},
      {"talk lead bob", {Code::plan_language}},
      {"nine lead ann; half lead ann", {Code::plan_overlap}},
      {"nine lead ann; ten lead ann", {Code::plan_transfer}},
      {"nine lead hal; ten lead hal", {}},  // remote: no way to go
      {"nine lead cat; noon lead cat", {Code::plan_sessions_per_day}},
      {"nine lead cat; meet lead cat", {}},  // meetings count in hours only
      {"nine lead dan; noon lead dan", {Code::plan_hours_per_day}},
      {"noon lead dan; meet lead dan; next lead dan", {}},  // exactly the limit
      {"noon lead eve; next lead eve", {Code::plan_hours}},
      {"late lead fay; next lead fay", {Code::plan_rest}},
      {"noon lead fay; next lead fay", {}},
      {"none lead ann", {Code::plan_barred}},
      {"none notes bob", {Code::plan_barred}},
      {"off lead ann", {Code::plan_cancelled}},
  };
  return all;
}

std::set<std::string> broken(const Conference& conference, const std::string& lines, const Past& past = {}) {
  const Resolved plan = resolve(conference, plan_of(plan_text(lines)));
  REQUIRE(plan.diagnostics.empty());
  return codes(verify(conference, plan.plan.assignments, past));
}

std::vector<Assignment> assignments(const Conference& conference, const std::string& lines) {
  return resolve(conference, plan_of(plan_text(lines))).plan.assignments;
}

}  // namespace

TEST_CASE("each rule broken by itself is named, and nothing else") {
  const Conference conference = conference_of(planning_with_rules);
  for (const Row& row : rows()) {
    CAPTURE(row.lines);
    std::set<std::string> expected;
    for (const Code code : row.expected) expected.insert(std::string(name(code)));
    CHECK(broken(conference, row.lines) == expected);
  }
}

TEST_CASE("every code of a broken rule is shown to appear") {
  std::set<std::string> seen{"PC360", "PC380"};  // pins and history, below
  for (const Row& row : rows()) {
    for (const Code code : row.expected) seen.insert(std::string(name(code)));
  }
  for (const CodeInfo& each : all_codes()) {
    if (each.code < Code::plan_two_seats || name(each.code) >= "PC400") continue;
    CAPTURE(name(each.code));
    CHECK(seen.contains(std::string(name(each.code))));
  }
}

TEST_CASE("a broken rule is said at the plan's line with the planning line as a note") {
  const Conference conference = conference_of(planning_with_rules);
  const auto found = verify(conference, assignments(conference, "nine lead ann; noon lead dan; nine notes dan"), {});
  REQUIRE(found.size() == 1);
  CHECK(found.front().where.file == 1);
  CHECK(found.front().where.line == 4);
  REQUIRE(!found.front().notes.empty());
  CHECK(found.front().notes.front().where.file == 0);
  CHECK(found.front().message == "dan works 3h on 2014-10-20");
}

TEST_CASE("a wrong presence is refused") {
  const Conference conference = conference_of(planning_with_rules);
  auto plan = assignments(conference, "nine lead ann");
  plan.front().presence = Presence::remote;
  CHECK(codes(verify(conference, plan, {})) == std::set<std::string>{"PC301"});
}

TEST_CASE("a pin must be in the plan, but not in a cancelled session") {
  const Conference conference = conference_of(std::string(planning_with_rules) +
                                              "pinned:\n"
                                              "  - {attendee: ann, session: nine, role: lead}\n"
                                              "  - {attendee: ann, session: off, role: lead}\n");
  CHECK(broken(conference, "nine lead ann").empty());
  CHECK(broken(conference, "nine notes ann") == std::set<std::string>{"PC360"});
  CHECK(broken(conference, "") == std::set<std::string>{"PC360"});
}

TEST_CASE("history is exempt, keeps the previous plan, and counts for limits") {
  const Conference conference = conference_of(planning_with_rules);
  Past past;
  past.now = conference.sessions[conference.session_ids.at("noon")].time.value.from;
  // Without a previous plan nothing is known of the past.
  CHECK(broken(conference, "nine lead bob; half lead bob; nine speaker ann", past).empty());

  past.has_previous = true;
  past.previous = assignments(conference, "nine lead ann; half lead cat; nine notes cat; noon lead hal");
  CHECK(broken(conference, "nine lead ann; half lead cat; nine notes cat", past).empty());
  CHECK(broken(conference, "nine lead ann; half lead cat", past) == std::set<std::string>{"PC380"});
  CHECK(broken(conference, "nine lead ann; half lead cat; nine notes cat; ten lead hal", past) ==
        std::set<std::string>{"PC380"});
  // Two sessions on a day are over the limit already; a third one breaks it, a meeting does not.
  CHECK(broken(conference, "nine lead ann; half lead cat; nine notes cat; late lead cat", past) ==
        std::set<std::string>{"PC350"});
  CHECK(broken(conference, "nine lead ann; half lead cat; nine notes cat; meet lead cat", past).empty());
}
