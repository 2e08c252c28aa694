// What one plan does that another does not, told from seat to seat.
#include "plancover/insight/outcome.hpp"

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const SessionIndex s1{0};
const SessionIndex s2{1};
const SessionIndex s3{2};
const RoleIndex lead{0};
const AttendeeIndex ann{0};
const AttendeeIndex bob{1};

Assignment in(SessionIndex session, AttendeeIndex attendee) {
  return {session, lead, attendee, Presence::on_site, {}};
}

}  // namespace

TEST_CASE("a chain goes from seat to seat and ends in the one that is lost") {
  const auto steps = steps_between({in(s2, ann), in(s3, bob)}, {in(s1, ann), in(s2, bob)}, FirstMove{ann, {s1, lead}});
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].kind == PlanStep::Kind::takes);
  CHECK(steps[0].attendee == ann);
  CHECK(steps[1].attendee == bob);
  CHECK(steps[1].seat == SeatKey{s2, lead});
  CHECK(steps[2].kind == PlanStep::Kind::loses);
  CHECK(steps[2].seat == SeatKey{s3, lead});
}

TEST_CASE("the seat asked about comes first, whatever else its attendee takes") {
  const auto steps = steps_between({}, {in(s1, ann), in(s2, ann)}, FirstMove{ann, {s2, lead}});
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].seat == SeatKey{s2, lead});
}

TEST_CASE("the same plan has no steps, and the way of being there is no step") {
  Assignment remote = in(s1, ann);
  remote.presence = Presence::remote;
  CHECK(steps_between({in(s1, ann)}, {remote}, {}).empty());
}

TEST_CASE("levels that differ, by name") {
  const auto shifts = shifts_between({{"required low", 1, 1}, {"quality", 5, 5}},
                                     {{"required low", 1, 1}, {"changes", 2, 2}, {"quality", 9, 9}});
  REQUIRE(shifts.size() == 2);
  CHECK(shifts[0].level == "changes");
  CHECK(shifts[0].before == 0);
  CHECK(shifts[1].after == 9);
}

TEST_CASE("fewer is better, but for quality") {
  CHECK(better_levels({{"required low", 0, 0}, {"quality", 1, 1}}, {{"required low", 1, 1}, {"quality", 9, 9}}));
  CHECK(better_levels({{"quality", 2, 2}}, {{"quality", 1, 1}}));
  CHECK_FALSE(better_levels({{"quality", 2, 2}}, {{"quality", 2, 2}}));
}
