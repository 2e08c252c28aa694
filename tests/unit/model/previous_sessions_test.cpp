#include <doctest/doctest.h>

#include <string>

#include "unit/plan/texts.hpp"

using namespace plancover;

namespace {

std::string before(const Conference& conference, const char* id) {
  const auto all = previous_sessions(conference);
  std::set<std::string> ids;
  for (const SessionIndex s : all[conference.session_ids.at(id)]) ids.insert(conference.sessions[s].id);
  std::string text;
  for (const std::string& each : ids) text += (text.empty() ? "" : " ") + each;
  return text;
}

}  // namespace

TEST_CASE("the previous sessions are the live ones of the committee that end latest by the start") {
  const Conference c = test::conference_of(R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-22}
committees: [{id: pl}, {id: wg}, {id: co, kind: meeting}]
sessions:
  - {id: late, committee: pl, day: 2014-10-22, time: 09:00-10:00}
  - {id: one, committee: pl, day: 2014-10-20, time: 09:00-10:00}
  - {id: long, committee: pl, day: 2014-10-20, time: 10:00-12:00}
  - {id: short, committee: pl, day: 2014-10-20, time: 11:00-12:00}
  - {id: during, committee: pl, day: 2014-10-20, time: 11:59-12:30}
  - {id: next, committee: pl, day: 2014-10-20, time: 12:00-13:00}
  - {id: off, committee: pl, day: 2014-10-21, time: 09:00-10:00, cancelled: true}
  - {id: idle, committee: pl, day: 2014-10-21, time: 11:00-12:00, seats: {}}
  - {id: wish, committee: pl, day: 2014-10-21, time: 14:00-15:00, seats: {lead: 0..1}}
  - {id: other, committee: wg, day: 2014-10-21, time: 15:00-16:00}
  - {id: coffee, committee: co, day: 2014-10-20, time: 08:00-08:30}
  - {id: coffee-2, committee: co, day: 2014-10-21, time: 08:00-08:30}
attendees: [{id: x}]
)");
  CHECK(before(c, "one").empty());
  CHECK(before(c, "long") == "one");
  CHECK(before(c, "during") == "one");       // the two that end at 12:00 are still going on
  CHECK(before(c, "next") == "long short");  // both end as it starts
  CHECK(before(c, "wish") == "next");        // not the cancelled one, nor the one that needs nobody
  CHECK(before(c, "late") == "wish");        // optional seats are seats; another committee's session is not
  CHECK(before(c, "off").empty());
  CHECK(before(c, "idle").empty());
  CHECK(before(c, "other").empty());
  CHECK(before(c, "coffee-2").empty());  // a meeting earns no continuity
}
