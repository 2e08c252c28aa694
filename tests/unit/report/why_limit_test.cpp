// What is said of chains, repairs and prices that were not proved: no "cheapest" and no "best",
// but "found within the limit", in text and in JSON.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "plancover/insight/why.hpp"
#include "plancover/report/why_forms.hpp"
#include "unit/report/plans.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const std::string one_of_two = R"(conference: {name: T, timezone: UTC, dates: 2027-03-08, seats: {lead: 1}}
committees: [{id: wg}]
sessions:
  - {id: x, committee: wg, day: 2027-03-08, time: 09:00-10:00, priority: high}
  - {id: y, committee: wg, day: 2027-03-08, time: 11:00-12:00}
attendees:
  - {id: ann, limits: {sessions_per_day: 1}}
)";

const std::string text_wanted = R"(y, wg, Mon 2027-03-08 11:00-12:00, normal

lead: empty, required
  whoever fills it leaves a seat empty that matters as much or more
  proved by solving, no shorter reason

who could, and who cannot
  at the limit  ann  has 1 session that day, the limit (day.yaml:7:42)

what it costs to fill it all the same
  ann could fill it if x loses its lead
    costs required high 0 to 2, required normal 2 to 0, changes 0 to 2; found
    within the limit
  found within the limit; there may be cheaper ways

single changes that fill it
  raise the limit of ann to 2 sessions a day (day.yaml:7:42)
    then ann takes lead of y: required normal 2 to 0, quality 0 to 11; found
    within the limit
  found within the limit; there may be others

x, wg, Mon 2027-03-08 09:00-10:00, high

lead: ann sits here
  a plan without ann is
    x loses its lead and ann takes lead of y
    costs required high 0 to 2, required normal 2 to 0, changes 0 to 2
  found within the limit
)";

/// Read by programs; the breaks are for people.
const char* const empty_wanted = R"({"session":"y","seats":[{"role":"lead","required":true,"open":1,"proved":true,
 "attendees":[{"attendee":"ann","class":"at_limit","facts":[{"text":"has 1 session that day, the limit","path":"day.yaml","line":7,"column":42}]}],
 "chains":[{"attendee":"ann","proved":false,
 "steps":[{"takes":"ann","session":"y","role":"lead"},{"loses":"ann","session":"x","role":"lead"}],
 "price":[{"level":"required high","before":0,"after":2},{"level":"required normal","before":2,"after":0},{"level":"changes","before":0,"after":2}]}],
 "chains_complete":false,
 "repairs":[{"change":"sessions_per_day","text":"raise the limit of ann to 2 sessions a day","attendee":"ann","path":"day.yaml","line":7,"column":42,"proved":false,
 "steps":[{"takes":"ann","session":"y","role":"lead"}],
 "price":[{"level":"required normal","before":2,"after":0},{"level":"quality","before":0,"after":11}]}],
 "repairs_complete":false}]})";

const char* const here_wanted =
    R"({"session":"x","attendee":"ann","seats":[{"role":"lead","class":"here","facts":[{"text":"sits in it as lead","path":"day.yaml","line":7,"column":10}],
 "otherwise":{"proved":false,
 "steps":[{"loses":"ann","session":"x","role":"lead"},{"takes":"ann","session":"y","role":"lead"}],
 "price":[{"level":"required high","before":0,"after":2},{"level":"required normal","before":2,"after":0},{"level":"changes","before":0,"after":2}]}}]})";

}  // namespace

TEST_CASE("nothing is called proved or cheapest where only the day was asked") {
  const Conference conference = conference_of(one_of_two);
  const Sources sources{{"day.yaml", one_of_two}};
  Asking asking(60, 0);
  const PlanAtHand at_hand = plan_at_hand(conference, std::nullopt, asking);
  const SeatKey seat{conference.session_ids.at("y"), conference.role_ids.at("lead")};
  const WhyEmpty empty = why_empty(conference, at_hand, seat, true, asking);
  const SeatKey taken{conference.session_ids.at("x"), seat.role};
  const WhyAttendee here = why_attendee(conference, at_hand, taken, conference.attendee_ids.at("ann"), asking);
  std::string text = why_text(why_heading(conference, seat.session), sections_of(conference, sources, empty), {});
  text += "\n" + why_text(why_heading(conference, taken.session), sections_of(conference, sources, here), {});
  CHECK(text == text_wanted);
  using nlohmann::json;
  CHECK(json::parse(why_json(conference, sources, seat.session, std::vector{empty})) == json::parse(empty_wanted));
  CHECK(json::parse(why_json(conference, sources, taken.session, std::vector{here})) == json::parse(here_wanted));
}
