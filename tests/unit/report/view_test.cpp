#include "plancover/report/view.hpp"

#include <doctest/doctest.h>

#include "unit/report/plans.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

std::vector<std::string> session_ids(const Conference& conference, const PlanView& shown) {
  std::vector<std::string> ids;
  for (const SessionView& session : shown.sessions) ids.push_back(conference.sessions[session.session].id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("sessions stand by start, then id; cancelled ones with seats too") {
  const Conference conference = conference_of(report_planning);
  const PlanView shown = view(conference, report_plan(conference), {});
  CHECK(session_ids(conference, shown) == Ids{"c1", "p1", "w1", "w2", "p2"});
  CHECK(shown.sessions[3].seats.empty());
}

TEST_CASE("the lead stands first and the backup last, with what stays open") {
  const Conference conference = conference_of(report_planning);
  const PlanView shown = view(conference, report_plan(conference), {});
  const auto& seats = shown.sessions[1].seats;
  REQUIRE(seats.size() == 3);
  CHECK(conference.roles[seats[0].role].id == "lead");
  CHECK(conference.roles[seats[1].role].id == "notes");
  CHECK(conference.roles[seats[2].role].id == "backup");
  CHECK(seats[1].occupants.at(0).presence == Presence::remote);
  CHECK(seats[2].open_optional == 1);
  CHECK_FALSE(shown.sessions[1].has_open_required());
  CHECK(shown.sessions[2].has_open_required());
}

TEST_CASE("a filter by attendee keeps the others of the session, filtered() does not") {
  const Conference conference = conference_of(report_planning);
  const Plan plan = report_plan(conference);
  PlanFilter filter;
  filter.attendee = conference.attendee_ids.find("ann")->second;
  const PlanView shown = view(conference, plan, filter);
  CHECK(session_ids(conference, shown) == Ids{"p1", "p2"});
  CHECK(shown.sessions[0].seats[0].occupants.size() == 1);
  const Plan own = filtered(conference, plan, filter);
  CHECK(own.assignments.size() == 2);
  CHECK(own.gaps.empty());
}

TEST_CASE("filters by day, committee and organisation") {
  const Conference conference = conference_of(report_planning);
  const Plan plan = report_plan(conference);
  PlanFilter day;
  day.day = conference.sessions[conference.session_ids.find("p2")->second].day;
  CHECK(session_ids(conference, view(conference, plan, day)) == Ids{"p2"});
  PlanFilter committee;
  committee.committee = conference.committee_ids.find("wg")->second;
  CHECK(session_ids(conference, view(conference, plan, committee)) == Ids{"w1", "w2"});
  PlanFilter organisation;
  organisation.organisation = "Bee";
  CHECK(session_ids(conference, view(conference, plan, organisation)) == Ids{"c1", "w1"});
}

TEST_CASE("the roster stands by id; with a filter by day only those with something to do") {
  const Conference conference = conference_of(report_planning);
  const Plan plan = report_plan(conference);
  const auto all = roster(conference, plan, {});
  REQUIRE(all.size() == 3);
  CHECK(conference.attendees[all[0].attendee].id == "ann");
  CHECK(all[0].shifts.size() == 2);
  PlanFilter day;
  day.day = conference.sessions[conference.session_ids.find("p2")->second].day;
  CHECK(roster(conference, plan, day).size() == 1);
}

TEST_CASE("what started before now is past") {
  const Conference conference = conference_of(report_planning);
  Plan plan = report_plan(conference);
  plan.now = conference.sessions[conference.session_ids.find("w1")->second].time.value.from + Minutes{1};
  const PlanView shown = view(conference, plan, {});
  CHECK(shown.sessions[2].history);
  CHECK_FALSE(shown.sessions[4].history);
}
