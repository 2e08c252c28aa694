#include "plancover/plan/score.hpp"

#include <doctest/doctest.h>

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const char* const planning_to_score = R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-24}
topics:
  - {id: net, priority: critical}
committees:
  - {id: pl, topics: [net], seats: {lead: 1, notes: 1..2}}
  - {id: co, kind: meeting, seats: {member: 0..all}, webcast: true}
roles: {member: {weight: 0}}
sessions:
  - {id: p1, committee: pl, day: 2014-10-20, time: 09:00-10:00}
  - {id: p2, committee: pl, day: 2014-10-20, time: 11:00-12:00}
  - {id: c1, committee: co, day: 2014-10-21, time: 09:00-10:00}
attendees:
  - {id: ann, expertise: {net: 3}, prefers: [pl, net], avoids: [p2]}
  - {id: bob, remote: true}
weights: {expertise: 10, prefers: 5, avoids: 20, continuity: 15, attend: 3, remote: 7, load: 4}
)";

std::int64_t value(const std::vector<Level>& levels, const std::string& name) {
  for (const Level& level : levels) {
    if (level.name == name) return level.value;
  }
  FAIL("no level " << name);
  return 0;
}

}  // namespace

TEST_CASE("the sum of quality, part by part") {
  const Conference conference = conference_of(planning_to_score);
  const auto quality = [&](const std::string& lines) {
    return value(score(conference, resolve(conference, plan_of(plan_text(lines))).plan.assignments, {}), "quality");
  };
  CHECK(quality("") == 0);
  CHECK(quality("p1 lead ann") == 10 * 2 * 3 + 5);
  CHECK(quality("p2 lead ann") == 10 * 2 * 3 + 5 - 20);
  CHECK(quality("p1 lead ann; p2 notes ann") == 60 + 5 + 30 + 5 - 20 + 15 - 4);
  CHECK(quality("c1 member ann; c1 member bob") == 3 + 3 - 7);
}

TEST_CASE("seats that stay empty, and sessions abandoned") {
  const Conference conference = conference_of(planning_to_score);
  const auto levels = [&](const std::string& lines) {
    return score(conference, resolve(conference, plan_of(plan_text(lines))).plan.assignments, {});
  };
  CHECK(value(levels(""), "required critical") == 6);
  CHECK(value(levels("p1 lead ann"), "required critical") == 4);
  CHECK(value(levels("p1 lead ann; p1 notes bob"), "required critical") == 3);
  CHECK(value(levels(""), "optional critical") == 2);
  CHECK(value(levels(""), "optional normal") == 0);
}

TEST_CASE("the level changes stands where the past puts it") {
  const Conference conference = conference_of(planning_to_score);
  Past past;
  past.has_previous = true;
  past.disturb_for = Priority::high;
  past.vanished_attendees = 1;
  past.previous = resolve(conference, plan_of(plan_text("p1 lead ann; p2 lead ann; p1 notes bob"))).plan.assignments;
  const auto plan = resolve(conference, plan_of(plan_text("p1 notes ann; p2 lead ann"))).plan.assignments;
  const auto levels = score(conference, plan, past);
  REQUIRE(levels.size() == 10);
  CHECK(levels[2].name == "changes");
  CHECK(levels[2].value == 2 + 1 + 2);
  past.now = conference.sessions[conference.session_ids.at("p2")].time.value.from;
  CHECK(value(score(conference, plan, past), "changes") == 2);
  CHECK(value(score(conference, plan, past), "required critical") == 1);
  CHECK(gaps(conference, plan, past).size() == 2);
}
