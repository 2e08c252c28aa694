#include "plancover/plan/compare.hpp"

#include <doctest/doctest.h>

#include "texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

ChangeList between(const std::string& before, const std::string& after) {
  return compare_plans(plan_of(plan_text(before)), plan_of(plan_text(after)), nullptr);
}

PlanText with_gap(const std::string& lines, const std::string& session, const std::string& role, int open) {
  PlanText text = plan_of(plan_text(lines));
  text.gaps.emplace();
  if (open > 0) text.gaps->push_back({session, role, true, open, {}});
  return text;
}

}  // namespace

TEST_CASE("a plan against itself has no changes") {
  const ChangeList changes = between("s1 lead ana; s1 notes bo", "s1 notes bo; s1 lead ana");
  CHECK(changes.empty());
  CHECK(changes.unchanged == 2);
}

TEST_CASE("a seat with another attendee is reassigned, and both are told") {
  const ChangeList changes = between("s1 lead bo; s2 lead bo", "s1 lead ana; s2 lead bo");
  CHECK(changes.reassigned == 1);
  CHECK(changes.added == 0);
  CHECK(changes.released == 0);
  CHECK(changes.unchanged == 1);
  CHECK(changes.attendees == std::vector<std::string>{"ana", "bo"});
  REQUIRE(changes.parts.size() == 2);
  CHECK_FALSE(changes.parts[0].was);
  CHECK(changes.parts[0].instead == std::vector<std::string>{"bo"});
  CHECK_FALSE(changes.parts[1].now);
  CHECK(changes.parts[1].instead == std::vector<std::string>{"ana"});
}

TEST_CASE("another role in the same session is one change of one attendee") {
  const ChangeList changes = between("s1 lead ana", "s1 notes ana");
  REQUIRE(changes.parts.size() == 1);
  CHECK(changes.parts[0].was->role == "lead");
  CHECK(changes.parts[0].now->role == "notes");
}

TEST_CASE("gaps open and close with those who go and come, and vanish with their seats") {
  const ChangeList opened = compare_plans(with_gap("s1 lead ana", "", "", 0), with_gap("", "s1", "lead", 1), nullptr);
  CHECK(opened.opened == 1);
  CHECK(opened.released == 0);
  const ChangeList closed = compare_plans(with_gap("", "s1", "lead", 1), with_gap("s1 lead ana", "", "", 0), nullptr);
  CHECK(closed.closed == 1);
  CHECK(closed.added == 0);
  REQUIRE(closed.gaps.size() == 1);
  CHECK(closed.gaps[0].filled == 1);
  const ChangeList gone = compare_plans(with_gap("", "s1", "lead", 1), with_gap("", "", "", 0), nullptr);
  CHECK(gone.closed == 0);
  REQUIRE(gone.gaps.size() == 1);
  CHECK(gone.gaps[0].filled == 0);
  const ChangeList asked = compare_plans(with_gap("", "", "", 0), with_gap("", "s2", "lead", 2), nullptr);
  CHECK(asked.opened == 2);
}

TEST_CASE("a plan that plancover wrote says who is remote, one made by hand need not") {
  PlanText by_hand = plan_of(plan_text("s1 lead ana"));
  const PlanText remote = plan_of(plan_text("s1 lead ana remote"));
  CHECK(compare_plans(by_hand, remote, nullptr).empty());
  by_hand.status = Status::optimal;
  const ChangeList changes = compare_plans(by_hand, remote, nullptr);
  CHECK(changes.switched == 1);
  CHECK(changes.unchanged == 0);
  CHECK(changes.attendees == std::vector<std::string>{"ana"});
}

TEST_CASE("with a conference sessions stand by their start, and past gaps do not count") {
  const Conference conference = conference_of(R"(
conference: {name: C, timezone: UTC, dates: 2026-03-07}
committees: [{id: pl, seats: {lead: 1}}]
sessions:
  - {id: late, committee: pl, day: 2026-03-07, time: 15:00-16:00}
  - {id: early, committee: pl, day: 2026-03-07, time: 09:00-10:00}
attendees: [{id: ana}]
)");
  PlanText before = with_gap("", "early", "lead", 1);
  PlanText after = with_gap("late lead ana; early lead ana; gone lead ana", "", "", 0);
  ChangeList changes = compare_plans(before, after, &conference);
  REQUIRE(changes.parts.size() == 3);
  CHECK(changes.parts[0].session == "early");
  CHECK(changes.parts[1].session == "late");
  CHECK(changes.parts[2].session == "gone");
  CHECK(changes.gaps.size() == 1);
  after.now = {LocalTime{Day{std::chrono::year{2026} / 3 / 7}} + Minutes{10 * 60}, {}};
  CHECK(compare_plans(before, after, &conference).gaps.empty());
}
