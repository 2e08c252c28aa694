// More seats than people at an instant: the proof that a head of delegation takes.
#include "plancover/insight/shortage.hpp"

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

std::string planning_short_of(const std::string& sessions, const std::string& pins = "") {
  return R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20, seats: {lead: 1}}
committees:
  - {id: closed, admits: [delegate]}
  - {id: open, priority: low}
sessions:
)" + sessions +
         R"(
attendees:
  - {id: ann, badges: [delegate]}
  - {id: bob}
)" + pins;
}

std::optional<SeatShortage> asked(const Conference& conference, const std::string& session, bool required = true) {
  return find_shortage(conference, {}, {conference.session_ids.at(session), conference.role_ids.at("lead")}, required);
}

}  // namespace

TEST_CASE("two closed rooms at once, and one delegate") {
  const Conference conference = conference_of(planning_short_of(R"(
  - {id: x, committee: closed, day: 2014-10-20, time: 09:00-11:00}
  - {id: y, committee: closed, day: 2014-10-20, time: 10:00-12:00}
  - {id: z, committee: open, day: 2014-10-20, time: 10:00-12:00}
)"));
  const auto found = asked(conference, "x");
  REQUIRE(found);
  CHECK(found->seat_count() == 2);
  REQUIRE(found->candidates.size() == 1);
  CHECK(conference.attendees[found->candidates.front()].id == "ann");
  CHECK(to_string(to_local(conference.zone, found->at)) == "2014-10-20 10:00");
  CHECK(asked(conference, "y"));
  // Whoever has no badge can sit in the open room.
  CHECK_FALSE(asked(conference, "z"));
}

TEST_CASE("a seat that ranks lower is no reason, and one after the other is none") {
  const Conference conference = conference_of(planning_short_of(R"(
  - {id: x, committee: closed, day: 2014-10-20, time: 09:00-10:00}
  - {id: y, committee: closed, day: 2014-10-20, time: 10:00-12:00, priority: low}
  - {id: z, committee: closed, day: 2014-10-20, time: 11:00-12:00}
)"));
  CHECK_FALSE(asked(conference, "x"));
  CHECK_FALSE(asked(conference, "z"));
  CHECK(asked(conference, "y"));
}

TEST_CASE("who is pinned elsewhere is no candidate, and nobody at all is a reason of one seat") {
  const Conference conference =
      conference_of(planning_short_of(R"(
  - {id: x, committee: closed, day: 2014-10-20, time: 09:00-10:00}
  - {id: z, committee: open, day: 2014-10-20, time: 09:00-10:00}
)",
                                      "pinned:\n  - {attendee: ann, session: z, role: lead}\n"));
  const auto found = asked(conference, "x");
  REQUIRE(found);
  CHECK(found->seat_count() == 1);
  CHECK(found->candidates.empty());
}

TEST_CASE("enough people, moved from seat to seat, are no shortage") {
  const Conference conference = conference_of(planning_short_of(R"(
  - {id: x, committee: closed, day: 2014-10-20, time: 09:00-10:00}
  - {id: z, committee: open, day: 2014-10-20, time: 09:00-10:00}
)"));
  CHECK_FALSE(asked(conference, "x"));
  CHECK_FALSE(asked(conference, "z"));
  CHECK_FALSE(asked(conference, "x", false));
}
