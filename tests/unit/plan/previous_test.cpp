#include "plancover/plan/previous.hpp"

#include <doctest/doctest.h>

#include "texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const std::string text = R"(
conference: {name: C, timezone: UTC, dates: 2026-03-07..2026-03-08}
committees: [{id: pl, webcast: true}]
sessions:
  - {id: s1, committee: pl, day: 2026-03-07, time: 09:00-10:00}
  - {id: s2, committee: pl, day: 2026-03-08, time: 09:00-10:00}
  - {id: s3, committee: pl, day: 2026-03-08, time: 11:00-12:00, cancelled: true}
attendees: [{id: ana}, {id: bo, remote: true}]
)";

PreviousPlan previous(const std::string& lines, std::optional<Instant> now = std::nullopt) {
  const Conference conference = conference_of(text);
  return previous_plan(conference, conference, plan_of(plan_text(lines)), now);
}

Instant evening() {
  return Instant{std::chrono::sys_days{std::chrono::year{2026} / 3 / 7}} + Minutes{20 * 60};
}

}  // namespace

TEST_CASE("an attendee who is gone costs two changes in a session to come, and no more") {
  const PreviousPlan read = previous("s1 lead cy; s2 lead cy; s3 lead cy; s2 notes ana", evening());
  CHECK(codes(read.diagnostics) == std::set<std::string>{"PC503"});
  CHECK(read.diagnostics.size() == 3);
  CHECK(read.past.vanished_attendees == 1);
  CHECK(read.past.previous.size() == 1);
}

TEST_CASE("a session that is gone costs nothing") {
  const PreviousPlan read = previous("s9 lead ana; s2 lead ana");
  CHECK(codes(read.diagnostics) == std::set<std::string>{"PC503"});
  CHECK(read.past.vanished_attendees == 0);
  CHECK(read.past.previous.size() == 1);
}

TEST_CASE("nonsense is refused") {
  CHECK(codes(previous("s1 lead ana; s1 lead ana").diagnostics) == std::set<std::string>{"PC300"});
  CHECK(codes(previous("s1 lead ana; s1 notes ana").diagnostics) == std::set<std::string>{"PC310"});
  CHECK(codes(previous("s1 laed ana").diagnostics) == std::set<std::string>{"PC103"});
  CHECK(codes(previous("x1 lead ana; x2 lead bo").diagnostics) == std::set<std::string>{"PC505"});
  PlanText other = plan_of(plan_text("s1 lead ana"));
  other.conference = "D";
  const Conference conference = conference_of(text);
  CHECK(codes(previous_plan(conference, conference, other, {}).diagnostics) == std::set<std::string>{"PC505"});
}

TEST_CASE("the plan's own now counts unless another is given") {
  PlanText plan = plan_of(plan_text("s1 lead ana"));
  plan.now = {LocalTime{Day{std::chrono::year{2026} / 3 / 7}} + Minutes{20 * 60}, {}};
  const Conference conference = conference_of(text);
  CHECK(previous_plan(conference, conference, plan, {}).past.now == evening());
  CHECK(previous_plan(conference, conference, plan, evening() + Minutes{5}).past.now == evening() + Minutes{5});
}

TEST_CASE("who was remote is what the plan says, or what the windows say where it is silent") {
  const Conference conference = conference_of(text);
  PlanText plan = plan_of(plan_text("s1 lead bo"));
  const auto presence = [&] {
    return previous_plan(conference, conference, plan, evening()).past.previous.at(0).presence;
  };
  CHECK(presence() == Presence::remote);
  plan.status = Status::feasible;
  CHECK(presence() == Presence::on_site);
  plan.assignments[0].remote = true;
  CHECK(presence() == Presence::remote);
}

TEST_CASE("a pin that the past leaves no room for is said") {
  const Conference conference = conference_of(R"(
conference: {name: C, timezone: UTC, dates: 2026-03-07..2026-03-08, limits: {rest: 12h}}
committees: [{id: pl}]
sessions:
  - {id: s1, committee: pl, day: 2026-03-07, time: 20:00-23:00}
  - {id: s2, committee: pl, day: 2026-03-08, time: 09:00-10:00}
attendees: [{id: ana}]
pinned: [{attendee: ana, session: s2, role: lead}]
)");
  const PlanText plan = plan_of(plan_text("s1 lead ana"));
  PreviousPlan read = previous_plan(conference, conference, plan, evening() + Minutes{60});
  const Diagnostics found = pins_against_history(conference, read.past);
  CHECK(codes(found) == std::set<std::string>{"PC353"});
  read.past.now = evening() - Minutes{60};
  CHECK(pins_against_history(conference, read.past).empty());
}
