#include "plancover/model/events.hpp"

#include <doctest/doctest.h>

#include <tuple>

#include "plancover/input/read_conference.hpp"
#include "plancover/model/eligibility.hpp"

using namespace plancover;

namespace {

Instant at(int hour) {
  return Instant{Minutes{60 * hour}};
}

/// Windows as pairs of hours.
std::vector<Sourced<Window>> windows(const std::vector<std::pair<int, int>>& hours) {
  std::vector<Sourced<Window>> all;
  for (const auto& [from, until] : hours) all.push_back({{at(from), at(until)}, {}});
  return all;
}

using Left = std::vector<std::tuple<std::size_t, int, int>>;

Left left(const std::vector<std::pair<int, int>>& hours, std::optional<int> arrives, std::optional<int> leaves) {
  Left all;
  const auto instant = [](std::optional<int> hour) { return hour ? std::optional{at(*hour)} : std::nullopt; };
  for (const WindowLeft& each : windows_left(windows(hours), instant(arrives), instant(leaves))) {
    all.emplace_back(each.index, static_cast<int>(each.value.from.time_since_epoch().count() / 60),
                     static_cast<int>(each.value.until.time_since_epoch().count() / 60));
  }
  return all;
}

Conference read(const std::string& text) {
  ConferenceRead result = read_conference({{"c.yaml", text}});
  REQUIRE(result.conference.has_value());
  return *result.conference;
}

const std::string day_text = R"(
conference: {name: C, timezone: UTC, dates: 2026-03-07..2026-03-08}
committees: [{id: pl, webcast: true}]
sessions:
  - {id: s1, committee: pl, day: 2026-03-07, time: 09:00-10:00}
  - {id: s2, committee: pl, day: 2026-03-08, time: 09:00-10:00}
attendees:
  - {id: ana, available: [2026-03-07..2026-03-08], remote: {available: [2026-03-08]}}
  - {id: bo}
pinned: [{attendee: ana, session: s1, role: lead}, {attendee: bo, session: s2, role: lead}]
)";

}  // namespace

TEST_CASE("leaving ends the last window and takes out what comes after") {
  CHECK(left({{1, 3}, {5, 8}}, {}, 6) == Left{{0, 1, 3}, {1, 5, 6}});
  CHECK(left({{1, 3}, {5, 8}}, {}, 2) == Left{{0, 1, 2}});
  CHECK(left({{1, 3}, {5, 8}}, {}, 9) == Left{{0, 1, 3}, {1, 5, 9}});
  CHECK(left({{1, 3}, {5, 8}}, {}, 1).empty());
  CHECK(left({{5, 8}, {1, 3}}, {}, 5) == Left{{1, 1, 3}});  // away from 3 to 5 all the same
  CHECK(left({{1, 3}, {5, 8}}, {}, 4) == Left{{0, 1, 3}});
  CHECK(left({}, {}, 4).empty());
}

TEST_CASE("arriving begins the first window and takes out what comes before") {
  CHECK(left({{1, 3}, {5, 8}}, 2, {}) == Left{{0, 2, 3}, {1, 5, 8}});
  CHECK(left({{1, 3}, {5, 8}}, 3, {}) == Left{{1, 5, 8}});
  CHECK(left({{2, 3}, {5, 8}}, 1, {}) == Left{{0, 1, 3}, {1, 5, 8}});
  CHECK(left({{1, 3}, {5, 8}}, 8, {}).empty());
  CHECK(left({{1, 8}}, 2, 4) == Left{{0, 2, 4}});
}

TEST_CASE("events make the conference of the day, and leave the one they were applied to") {
  const Conference written = read(day_text);
  const AttendeeIndex ana = written.attendee_ids.at("ana");
  const SessionIndex s2 = written.session_ids.at("s2");
  Events events;
  events.leavings.push_back({ana, written.sessions[s2].time.value.from, {7, 1, 1, 1}});
  events.absences.push_back({written.attendee_ids.at("bo"), written.sessions[s2].time.value, {8, 1, 1, 1}});
  events.cancellations.push_back({written.session_ids.at("s1"), {9, 1, 1, 1}});
  const Conference today = after_events(written, events);
  CHECK(presence(written, ana, s2, false) == Presence::on_site);
  CHECK(presence(today, ana, s2, false) == Presence::remote);
  CHECK_FALSE(presence(today, written.attendee_ids.at("bo"), s2, false));
  CHECK(today.sessions[written.session_ids.at("s1")].cancelled);
  CHECK_FALSE(written.sessions[written.session_ids.at("s1")].cancelled);
  CHECK(today.attendees[ana].available[0].where.file == 7);
}

TEST_CASE("a pin that an event makes impossible is dropped where the plan holds it, and an error elsewhere") {
  const Conference written = read(day_text);
  const AttendeeIndex bo = written.attendee_ids.at("bo");
  const SessionIndex s2 = written.session_ids.at("s2");
  Events events;
  events.absences.push_back({bo, written.sessions[s2].time.value, {8, 1, 1, 1}});
  const Conference today = after_events(written, events);
  Past past;
  PinsLeft pins = pins_left(today, past, events);
  REQUIRE(pins.diagnostics.size() == 1);
  CHECK(pins.diagnostics[0].code == Code::pin_presence);
  past.previous.push_back({s2, written.role_ids.at("lead"), bo, Presence::on_site, {}});
  pins = pins_left(today, past, events);
  REQUIRE(pins.diagnostics.size() == 1);
  CHECK(pins.diagnostics[0].code == Code::pin_dropped);
  REQUIRE(pins.diagnostics[0].notes.size() == 1);
  CHECK(pins.diagnostics[0].notes[0].where.file == 8);
  CHECK(pins.dropped.size() == 1);
  CHECK(pins.kept.size() == 1);
  past.now = written.sessions[s2].time.value.until;
  CHECK(pins_left(today, past, events).diagnostics.empty());
}
