// Every quirk of calendars that the importer knows, each in a few lines.
#include <doctest/doctest.h>

#include "unit/programme/texts.hpp"

using namespace plancover;
using namespace plancover::test;

TEST_CASE("an event, its times in a zone, in UTC and on the wall") {
  const Imported read = import_text(calendar(
      event("UID:a@x.org\r\nSUMMARY:One\\, two\\nthree\r\nLOCATION:Hall\\; left\r\nCATEGORIES:Main\\, hall,Other\r\n"
            "DTSTART;TZID=Asia/Seoul:20141027T170000\r\nDTEND;TZID=Asia/Seoul:20141027T183000\r\n") +
      event("UID:b\r\nSUMMARY:Two\r\nDTSTART:20141027T100000Z\r\nDURATION:PT45M\r\n") +
      event("UID:c\r\nDTSTART:20141027T120000\r\nDTEND:20141027T235959\r\n")));
  CHECK(read.sessions == Lines{"a-x.org 2014-10-27 09:00-10:30 One, two three @Hall; left",
                               "b 2014-10-27 11:00-11:45 Two", "c 2014-10-27 12:00-24:00"});
  CHECK(read.codes == Lines{});
  REQUIRE(read.read.timetable);
  CHECK(read.read.timetable->zone.name() == "Europe/Berlin");
  CHECK(read.read.timetable->committees.size() == 2);
  CHECK(read.read.timetable->committees.front().name == "Main, hall");
  CHECK(passes_check(read));
}

TEST_CASE("folded lines, also inside a character, with CRLF and with LF") {
  for (const std::string& line_break : {std::string("\r\n"), std::string("\n"), std::string("\r")}) {
    std::string text =
        calendar(event("UID:a\r\nSUMMARY:Gr\xC3\r\n \xB6\xC3\x9F\xE2\x82\r\n\t\xAC\r\n e\r\nDTSTART:2014\r\n"
                       " 1027T120000\r\nDURATION:PT1H\r\n"));
    for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + line_break.size())) {
      text.replace(at, 2, line_break);
    }
    const Imported read = import_text(text);
    CHECK(read.sessions == Lines{"a 2014-10-27 12:00-13:00 Größ€e"});
    CHECK(read.codes == Lines{});
  }
}

TEST_CASE("a place in a folded value is that of the text as it stands") {
  const Imported read = import_text(calendar(event("UID:a\r\nDTSTART:20141027T120000\r\nDTEND\r\n :2014-no\r\n")));
  CHECK(read.codes == Lines{"PC416 0:0", "PC402 8:3"});
}

TEST_CASE("all-day events need nobody and end where they say") {
  const Imported read =
      import_text(calendar(event("UID:a\r\nDTSTART;VALUE=DATE:20141027\r\nSUMMARY:Open day\r\n") +
                           event("UID:b\r\nDTSTART;VALUE=DATE:20141028\r\nDTEND;VALUE=DATE:20141030\r\n")));
  CHECK(read.sessions ==
        Lines{"a 2014-10-27 04:00-24:00 Open day", "b.1 2014-10-28 04:00-24:00", "b.2 2014-10-29 04:00-24:00"});
  CHECK(read.codes == Lines{"PC407 11:20"});
  CHECK(planning_yaml(*read.read.timetable).find("seats: {}") != std::string::npos);
  CHECK(read.read.timetable->first_day == *std::optional(read.read.timetable->sessions.front().day));
  CHECK(passes_check(read));
}

TEST_CASE("cancelled, without length, without start, and backwards") {
  const Imported read =
      import_text(calendar(event("UID:a\r\nSTATUS:CANCELLED\r\nDTSTART:20141027T120000\r\nDURATION:PT1H\r\n") +
                           event("UID:b\r\nDTSTART:20141027T120000\r\n") + event("UID:c\r\nDTEND:20141027T120000\r\n") +
                           event("UID:d\r\nDTSTART:20141027T120000\r\nDTEND:20141027T110000\r\n")));
  CHECK(read.sessions == Lines{"a 2014-10-27 12:00-13:00 cancelled"});
  CHECK(read.codes == Lines{"PC406 12:9", "PC402 14:1", "PC402 21:7"});
}

TEST_CASE("an alarm inside an event says nothing about it") {
  const Imported read = import_text(calendar(
      event("UID:a\r\nDTSTART:20141027T120000\r\nDURATION:PT1H\r\nSUMMARY:Talk\r\nBEGIN:VALARM\r\nDURATION:PT5M\r\n"
            "SUMMARY:Alarm\r\nEND:VALARM\r\n")));
  CHECK(read.sessions == Lines{"a 2014-10-27 12:00-13:00 Talk"});
}

TEST_CASE("an event that repeats, less what is excluded, with what is changed and added") {
  const Imported read = import_text(calendar(
      event("UID:s\r\nRECURRENCE-ID:20141028T080000Z\r\nDTSTART:20141028T150000\r\nDURATION:PT1H\r\nSUMMARY:Late\r\n") +
      event("UID:s\r\nSUMMARY:Standup\r\nDTSTART;TZID=Europe/Berlin:20141027T090000\r\nDURATION:PT30M\r\n"
            "RRULE:FREQ=DAILY;UNTIL=20141031T080000Z\r\nEXDATE;TZID=Europe/Berlin:20141029T090000\r\n"
            "RDATE;TZID=Europe/Berlin:20141101T100000\r\n") +
      event("UID:s\r\nRECURRENCE-ID;TZID=Europe/Berlin:20141030T090000\r\nSTATUS:CANCELLED\r\n"
            "DTSTART;TZID=Europe/Berlin:20141030T090000\r\nDURATION:PT30M\r\n")));
  CHECK(read.codes == Lines{});
  CHECK(read.sessions ==
        Lines{"s-20141027T0900 2014-10-27 09:00-09:30 Standup", "s-20141028T0900 2014-10-28 15:00-16:00 Late",
              "s-20141030T0900 2014-10-30 09:00-09:30 cancelled", "s-20141031T0900 2014-10-31 09:00-09:30 Standup",
              "s-20141101T1000 2014-11-01 10:00-10:30 Standup"});
}

TEST_CASE("a series keeps its clock time over a change of clocks, also by the rules of the file") {
  const std::string zone =
      "BEGIN:VTIMEZONE\r\nTZID:Our hall\r\nBEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\nTZOFFSETFROM:+0100\r\n"
      "TZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\n"
      "DTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
      "END:STANDARD\r\nEND:VTIMEZONE\r\n";
  const Imported read = import_text(calendar(event("UID:s\r\nDTSTART;TZID=Our hall:20141025T090000\r\nDURATION:PT1H\r\n"
                                                   "RRULE:FREQ=DAILY;COUNT=3\r\n") +
                                             zone));
  CHECK(read.sessions == Lines{"s-20141025T0900 2014-10-25 09:00-10:00", "s-20141026T0900 2014-10-26 09:00-10:00",
                               "s-20141027T0900 2014-10-27 09:00-10:00"});
  CHECK(read.codes == Lines{});
}

TEST_CASE("a rule without end goes to the last day of what has one") {
  const Imported read =
      import_text(calendar(event("UID:s\r\nDTSTART:20141027T090000\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY\r\n") +
                           event("UID:z\r\nDTSTART:20141029T080000\r\nDURATION:PT1H\r\n")));
  CHECK(read.sessions == Lines{"s-20141027T0900 2014-10-27 09:00-09:30", "s-20141028T0900 2014-10-28 09:00-09:30",
                               "z 2014-10-29 08:00-09:00", "s-20141029T0900 2014-10-29 09:00-09:30"});
  CHECK(read.codes == Lines{"PC409 8:7"});
}

TEST_CASE("one UID again: a newer revision, the same again, and another time") {
  const std::string first = "UID:a\r\nDTSTART:20141027T090000\r\nDURATION:PT1H\r\n";
  const Imported read =
      import_text(calendar(event(first + "SUMMARY:Old\r\n") + event(first + "SUMMARY:New\r\nSEQUENCE:2\r\n") +
                           event("UID:b\r\nDTSTART:20141027T100000\r\nDURATION:PT1H\r\n") +
                           event("UID:b\r\nDTSTART:20141027T100000\r\nDURATION:PT1H\r\n") +
                           event("UID:b\r\nDTSTART:20141028T100000\r\nDURATION:PT1H\r\n")));
  CHECK(read.sessions ==
        Lines{"a 2014-10-27 09:00-10:00 New", "b 2014-10-27 10:00-11:00", "b-2 2014-10-28 10:00-11:00"});
  CHECK(read.codes == Lines{"PC411 4:1", "PC411 22:1"});
}

TEST_CASE("a change without its series is imported alone") {
  const Imported read = import_text(
      calendar(event("UID:s\r\nRECURRENCE-ID:20141028T090000\r\nDTSTART:20141028T150000\r\nDURATION:PT1H\r\n")));
  CHECK(read.sessions == Lines{"s-20141028T0900 2014-10-28 15:00-16:00"});
  CHECK(read.codes == Lines{"PC410 6:15"});
}

TEST_CASE("broken calendars give what can be read") {
  const std::string good = event("UID:a\r\nDTSTART:20141027T120000\r\nDURATION:PT1H\r\n");
  CHECK(import_text(calendar(good + "BEGIN:VEVENT\r\nUID:b\r\nDTST")).codes == Lines{"PC401 11:18"});
  const Imported cut = import_text("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Asia/Seoul\n" + good + "BEGIN:VEVENT\nUID:b");
  CHECK(cut.sessions == Lines{"a 2014-10-27 12:00-13:00"});
  CHECK(cut.codes == Lines{"PC401 9:6"});
  const Imported inside = import_text(calendar("BEGIN:VEVENT\r\nUID:b\r\n" + good));
  CHECK(inside.sessions == Lines{"a 2014-10-27 12:00-13:00"});
  CHECK(inside.codes == Lines{"PC401 4:1"});
  CHECK(import_text(calendar("END:VEVENT\r\n" + good)).sessions.size() == 1);
}

TEST_CASE("without a UID the title names an event") {
  const Imported read =
      import_text(calendar(event("SUMMARY:Open Hall\r\nDTSTART:20141027T120000\r\nDURATION:PT1H\r\n") +
                           event("SUMMARY:Open Hall\r\nDTSTART:20141027T140000\r\nDURATION:PT1H\r\n")));
  CHECK(read.sessions ==
        Lines{"open-hall 2014-10-27 12:00-13:00 Open Hall", "open-hall-2 2014-10-27 14:00-15:00 Open Hall"});
}
