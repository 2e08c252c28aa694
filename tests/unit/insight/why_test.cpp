// Whole answers on conferences small enough to check by eye.
#include "plancover/insight/why.hpp"

#include <algorithm>

#include "plancover/plan/score.hpp"
#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

/// One delegate, two closed rooms at once, and someone who only lacks the badge.
const char* const closed_rooms = R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20, seats: {lead: 1}}
committees:
  - {id: closed, admits: [delegate]}
sessions:
  - {id: x, committee: closed, day: 2014-10-20, time: 09:00-10:00, priority: high}
  - {id: y, committee: closed, day: 2014-10-20, time: 09:00-10:00}
  - {id: z, committee: closed, day: 2014-10-20, time: 11:00-12:00}
attendees:
  - {id: ann, badges: [delegate]}
  - {id: bob}
)";

SeatKey lead_of(const Conference& conference, const std::string& session) {
  return {conference.session_ids.at(session), conference.role_ids.at("lead")};
}

}  // namespace

TEST_CASE("an empty seat: the short reason, the chain and its price, the badge and the other hour") {
  const Conference conference = conference_of(closed_rooms);
  Asking asking;
  const PlanAtHand at_hand = plan_at_hand(conference, std::nullopt, asking);
  REQUIRE(at_hand.proved);
  const WhyEmpty answer = why_empty(conference, at_hand, lead_of(conference, "y"), true, asking);
  CHECK(answer.proved);
  REQUIRE(answer.shortage);
  CHECK(answer.shortage->seat_count() == 2);
  REQUIRE(answer.chains.size() == 1);
  CHECK(answer.chains_complete);
  const Outcome& chain = answer.chains.front().outcome;
  REQUIRE(chain.steps.size() == 2);
  CHECK(chain.steps[1].seat == lead_of(conference, "x"));
  CHECK(chain.price.front().level == "required high");
  CHECK(answer.repairs_complete);
  REQUIRE(answer.repairs.size() == 1);
  CHECK(answer.repairs.front().change.kind == InputChange::Kind::badge);
  CHECK(answer.repairs.front().outcome.price.front().after == 0);
}

TEST_CASE("another hour of the day mends it where someone is free then") {
  std::string text = closed_rooms;
  text += "  - {id: cid, badges: [delegate], available: [2014-10-20 10:30..13:00]}\n";
  const Conference conference = conference_of(text);
  Asking asking;
  const PlanAtHand at_hand = plan_at_hand(conference, std::nullopt, asking);
  const WhyEmpty answer = why_empty(conference, at_hand, lead_of(conference, "y"), true, asking);
  const bool moved = std::any_of(answer.repairs.begin(), answer.repairs.end(),
                                 [](const Repair& repair) { return repair.change.kind == InputChange::Kind::moved; });
  CHECK(moved);
  const bool window = std::any_of(answer.repairs.begin(), answer.repairs.end(), [](const Repair& repair) {
    return repair.change.kind == InputChange::Kind::on_site_window && repair.change.size == 90;
  });
  CHECK(window);
}

TEST_CASE("a limit on the asking is said, and nothing is claimed beyond it") {
  const Conference conference = conference_of(closed_rooms);
  Asking asking(1);
  const PlanAtHand at_hand = plan_at_hand(conference, std::nullopt, asking);
  const WhyEmpty answer = why_empty(conference, at_hand, lead_of(conference, "y"), true, asking);
  CHECK(asking.exhausted());
  CHECK_FALSE(answer.chains_complete);
  CHECK_FALSE(answer.repairs_complete);
  CHECK(answer.repairs.empty());
}

TEST_CASE("a plan that could be better is mended by solving again") {
  const Conference conference = conference_of(closed_rooms);
  const Resolved resolved = resolve(conference, plan_of(plan_text("x lead ann")));
  Asking asking;
  const PlanAtHand at_hand = plan_at_hand(conference, resolved.plan, asking);
  REQUIRE(at_hand.again);
  const WhyEmpty answer = why_empty(conference, at_hand, lead_of(conference, "z"), true, asking);
  REQUIRE(answer.again);
  CHECK(answer.open == 1);
  REQUIRE(answer.again->steps.size() == 1);
  CHECK(answer.again->steps.front().seat == lead_of(conference, "z"));
}

TEST_CASE("why this attendee: a price, a pin, a rule") {
  std::string text = closed_rooms;
  text += "  - {id: cid, badges: [delegate]}\npinned:\n  - {attendee: cid, session: x, role: lead}\n";
  const Conference conference = conference_of(text);
  Asking asking;
  const PlanAtHand at_hand = plan_at_hand(conference, std::nullopt, asking);
  const auto of = [&](const std::string& session, const std::string& who) {
    return why_attendee(conference, at_hand, lead_of(conference, session), conference.attendee_ids.at(who), asking);
  };
  CHECK(of("x", "cid").pin);
  CHECK_FALSE(of("x", "cid").otherwise);
  const WhyAttendee here = of("y", "ann");
  REQUIRE(here.otherwise);
  CHECK(here.otherwise->price.front().level == "required normal");
  CHECK(here.otherwise->steps.front().kind == PlanStep::Kind::loses);
  const WhyAttendee busy = of("y", "cid");
  CHECK(busy.pin);
  CHECK_FALSE(busy.otherwise);
  CHECK(of("y", "bob").standing.refusals.front().obstacle == Obstacle::no_badge);
  CHECK_FALSE(of("y", "bob").otherwise);
}
