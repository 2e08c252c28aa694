// Calendars: what moves, what is struck out, and that no text opens a line of its own.
#include <doctest/doctest.h>

#include "plancover/report/ics.hpp"
#include "plancover/report/text_width.hpp"
#include "unit/report/plans.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

PreviousEvents events_of(const std::string& calendar) {
  PreviousEvents events;
  REQUIRE(read_previous(calendar, events) == "");
  return events;
}

std::string exported(const std::string& planning, const std::string& lines, const PreviousEvents& previous = {},
                     const PlanFilter& filter = {}) {
  const Conference conference = conference_of(planning);
  return calendar_of(conference, report_plan(conference, lines), filter, {std::nullopt, previous});
}

}  // namespace

TEST_CASE("calendar: a second export of the same plan is the same bytes") {
  const std::string first = exported(report_planning, report_lines);
  CHECK(exported(report_planning, report_lines, events_of(first)) == first);
  CHECK(events_of(first).size() == 6);
}

TEST_CASE("calendar: a session that moves keeps its UID and raises its SEQUENCE, and no other does") {
  const PreviousEvents before = events_of(exported(report_planning, report_lines));
  const std::string moved = with(report_planning, "day: 2014-10-21, time: 09:00-10:00, room: A",
                                 "day: 2014-10-21, time: 11:00-12:00, room: B");
  const PreviousEvents after = events_of(exported(moved, report_lines, before));
  REQUIRE(after.size() == before.size());
  for (const auto& [ids, event] : after) {
    const std::string uid = event.uid;  // a lambda of C++20 may not capture a structured binding with Clang 14
    CAPTURE(uid);
    CHECK(uid == before.at(ids).uid);
    CHECK(event.sequence == (ids.second == "p2" ? 1 : 0));
  }
  CHECK(after.at({"ann", "p2"}).value("DTSTART") == "20141021T020000Z");
}

TEST_CASE("calendar: another role is a revision of the same event") {
  const PreviousEvents before = events_of(exported(report_planning, report_lines));
  const PreviousEvents after = events_of(exported(report_planning, "p2 backup ann remote", before));
  CHECK(after.at({"ann", "p2"}).sequence == 1);
  CHECK(after.at({"ann", "p2"}).value("SUMMARY") == "Ann: BACKUP Plenary\\, closing (remote)");
  CHECK(after.at({"ann", "p2"}).value("TRANSP") == "TRANSPARENT");
}

TEST_CASE("calendar: a lost assignment is struck out, stays so, and comes back as a later revision") {
  const PreviousEvents first = events_of(exported(report_planning, report_lines));
  const PreviousEvents second = events_of(exported(report_planning, "p1 lead bob", first));
  const auto lost = std::pair<std::string, std::string>{"cid", "w1"};
  CHECK(second.at(lost).value("STATUS") == "CANCELLED");
  CHECK(second.at(lost).sequence == 1);
  CHECK(second.at({"bob", "p1"}).value("STATUS") == "CONFIRMED");
  const std::string third = exported(report_planning, "p1 lead bob", second);
  CHECK(events_of(third).at(lost).sequence == 1);
  const PreviousEvents fourth = events_of(exported(report_planning, report_lines, events_of(third)));
  CHECK(fourth.at(lost).value("STATUS") == "CONFIRMED");
  CHECK(fourth.at(lost).sequence == 2);
  CHECK(fourth.at(lost).uid == first.at(lost).uid);
}

TEST_CASE("calendar: what was struck out is dropped once the plan's now is past it") {
  const Conference conference = conference_of(report_planning);
  const PreviousEvents struck =
      events_of(exported(report_planning, "p1 lead bob", events_of(exported(report_planning, report_lines))));
  Plan plan = report_plan(conference, "p1 lead bob");
  plan.now = std::get<Instant>(
      to_instant(conference.zone, LocalTime{std::chrono::local_days{std::chrono::year{2014} / 10 / 21}}));
  const PreviousEvents after = events_of(calendar_of(conference, plan, {}, {std::nullopt, struck}));
  CHECK_FALSE(after.contains({"cid", "w1"}));
  CHECK(after.contains({"ann", "p2"}));  // still to come
}

TEST_CASE("calendar: a filter strikes out nothing that it hides") {
  const Conference conference = conference_of(report_planning);
  const PreviousEvents before = events_of(exported(report_planning, report_lines));
  PlanFilter bob;
  bob.attendee = conference.attendee_ids.at("bob");
  const PreviousEvents after = events_of(exported(report_planning, "p1 notes ann remote", before, bob));
  CHECK(after.size() == 2);
  for (const auto& [ids, event] : after) {
    CHECK(ids.first == "bob");
    CHECK(event.value("STATUS") == "CANCELLED");
  }
}

TEST_CASE("calendar: one an attendee, also for whom only the earlier export knows") {
  const Conference conference = conference_of(report_planning);
  PreviousEvents before = events_of(exported(report_planning, report_lines));
  before[{"gone", "p1"}] = before.at({"bob", "p1"});
  before[{"gone", "p1"}].uid = "p1~gone@t";
  const auto calendars = calendars_by_attendee(conference, report_plan(conference), {}, {Minutes{15}, before});
  std::vector<std::string> ids;
  for (const AttendeeCalendar& each : calendars) ids.push_back(each.attendee);
  CHECK(ids == std::vector<std::string>{"ann", "bob", "cid", "gone"});
  CHECK(calendars[0].text.find("SUMMARY:NOTES Plenary (remote)\r\n") != std::string::npos);
  CHECK(calendars[0].text.find("TRIGGER:-PT15M\r\n") != std::string::npos);
  CHECK(calendars[3].text.find("STATUS:CANCELLED") != std::string::npos);
}

TEST_CASE("calendar: meetings are private") {
  const PreviousEvents events = events_of(exported(report_planning, report_lines));
  CHECK(events.at({"bob", "c1"}).value("CLASS") == "PRIVATE");
  CHECK(events.at({"bob", "c1"}).value("DESCRIPTION").find("tax") == std::string::npos);
  CHECK(events.at({"bob", "p1"}).value("CLASS").empty());
}

TEST_CASE("calendar: no text opens a line of its own, none is longer than 75 octets, no character is split") {
  std::string hostile = R"("x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2028, \\; )";
  for (int i = 0; i < 40; ++i) hostile += "\xEC\x9D\xB8\xF0\x9F\x8C\x90";
  const std::string text = exported(with(report_planning, "name: Plenary", "name: " + hostile + "\""), report_lines);
  std::size_t events = 0;
  for (std::size_t at = 0; (at = text.find("\nBEGIN:VEVENT", at)) != std::string::npos; ++at) ++events;
  CHECK(events == 6);
  CHECK(events_of(text).size() == 6);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = text.substr(at, end - at);
    CHECK(line.size() <= 75);
    for (std::string_view rest = line; !rest.empty();) {
      const Character c = first_character(rest);
      CHECK(c.valid);
      CHECK(c.code >= 0x20);
      rest.remove_prefix(c.bytes.size());
    }
    at = end + 2;
  }
}

TEST_CASE("calendar: names that ASCII cannot tell apart give UIDs that differ") {
  CHECK(event_uid("s", "a", "Open Data Day") == "s~a@open-data-day");
  CHECK(event_uid("s", "a", "\xE4\xBC\x9A") != event_uid("s", "a", "\xE8\xAD\xB0"));
  CHECK(event_uid("s", "a", "C++ day") != event_uid("s", "a", "C day"));
}

TEST_CASE("calendar: an earlier export that cannot be gone on from is said") {
  const std::string good = exported(report_planning, report_lines);
  PreviousEvents events;
  CHECK(read_previous("", events) == "it is no calendar");
  CHECK(read_previous(good.substr(0, good.size() / 2), events) == "it ends before its calendar does");
  CHECK(read_previous(with(good, "SEQUENCE:0", "SEQUENCE:99999999999"), events).find("no SEQUENCE") !=
        std::string::npos);
  CHECK(read_previous(with(good, "DTSTART:2", "DTSTART;TZID=Asia/Seoul:2"), events).find("no times in UTC") !=
        std::string::npos);
  CHECK(read_previous(with(good, "UID:c1~bob@", "UID:c1~../bob@"), events).empty());
  CHECK_FALSE(events.contains({"../bob", "c1"}));
}
