#include "plancover/model/conflict.hpp"

#include <doctest/doctest.h>

#include "unit/plan/texts.hpp"

using namespace plancover;

namespace {

constexpr Presence here = Presence::on_site;
constexpr Presence far = Presence::remote;

struct Evening {
  Conference conference = test::conference_of(R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-22, transfer: 10m}
committees: [{id: pl}]
sessions:
  - {id: a, committee: pl, day: 2014-10-20, time: 20:00-21:00, room: A}
  - {id: over, committee: pl, day: 2014-10-20, time: 20:59-22:00, room: A}
  - {id: same-room, committee: pl, day: 2014-10-20, time: 21:00-22:00, room: A}
  - {id: near, committee: pl, day: 2014-10-20, time: 21:09-22:00, room: B}
  - {id: in-time, committee: pl, day: 2014-10-20, time: 21:10-22:00, room: B}
  - {id: no-room, committee: pl, day: 2014-10-20, time: 21:05-22:00}
  - {id: no-room-2, committee: pl, day: 2014-10-20, time: 22:05-22:30}
  - {id: night, committee: pl, day: 2014-10-21, time: 03:00-03:30, room: A}
  - {id: morning, committee: pl, day: 2014-10-21, time: 06:00-07:00, room: A}
attendees: [{id: x}]
)");

  std::optional<Conflict> between(const char* a, Presence in_a, const char* b, Presence in_b,
                                  std::optional<Minutes> rest = {}) const {
    const SessionIndex one = conference.session_ids.at(a);
    const SessionIndex two = conference.session_ids.at(b);
    const auto found = conflict(conference, one, in_a, two, in_b, rest);
    CHECK(conflict(conference, two, in_b, one, in_a, rest) == found);  // in any order
    return found;
  }
};

}  // namespace

TEST_CASE("one minute in common is an overlap, touching is none") {
  const Evening p;
  CHECK(p.between("a", here, "over", here) == Conflict::overlap);
  CHECK(p.between("a", far, "over", far) == Conflict::overlap);
  CHECK_FALSE(p.between("a", here, "same-room", here));
  CHECK(p.between("a", here, "a", here) == Conflict::overlap);
}

TEST_CASE("the way between rooms is asked of two sessions on site, in other or unknown rooms") {
  const Evening p;
  CHECK(p.between("a", here, "near", here) == Conflict::transfer);
  CHECK_FALSE(p.between("a", here, "in-time", here));
  CHECK_FALSE(p.between("a", here, "near", far));
  CHECK_FALSE(p.between("a", far, "near", here));
  CHECK(p.between("a", here, "no-room", here) == Conflict::transfer);
  CHECK(p.between("no-room", here, "no-room-2", here) == Conflict::transfer);
}

TEST_CASE("rest is asked between sessions of different days, whether far or near") {
  const Evening p;
  CHECK_FALSE(p.between("a", here, "night", here, Minutes{9 * 60}));  // before the change of day: the same day
  CHECK(p.between("a", here, "morning", here, Minutes{9 * 60 + 1}) == Conflict::rest);
  CHECK(p.between("a", far, "morning", far, Minutes{9 * 60 + 1}) == Conflict::rest);
  CHECK_FALSE(p.between("a", here, "morning", here, Minutes{9 * 60}));
  CHECK_FALSE(p.between("a", here, "morning", here));
  CHECK(p.between("night", here, "morning", here, Minutes{151}) == Conflict::rest);
  CHECK_FALSE(p.between("night", here, "morning", here, Minutes{150}));
}
