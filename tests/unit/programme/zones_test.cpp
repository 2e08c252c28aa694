// Which zone a programme is in, and times around the changes of its clocks.
#include <doctest/doctest.h>

#include "plancover/programme/ics_clock.hpp"
#include "unit/programme/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

std::string in_calendar(const std::string& start) {
  return "BEGIN:VCALENDAR\n" + event("UID:a\nDTSTART" + start + "\nDURATION:PT1H\n") + "END:VCALENDAR\n";
}

std::string zone_of(const Imported& read) {
  return read.read.timetable ? read.read.timetable->zone.name() : "none";
}

}  // namespace

TEST_CASE("a zone by its IANA name, behind a prefix, and by the name Windows has") {
  for (const char* tzid : {"Europe/Berlin", "/freeassociation.sourceforge.net/Europe/Berlin", "W. Europe Standard Time",
                           "\"Europe/Berlin\""}) {
    const Imported read = import_text(in_calendar(";TZID=" + std::string(tzid) + ":20141027T120000"));
    CHECK(zone_of(read) == "Europe/Berlin");
    CHECK(read.codes == Lines{});
  }
}

TEST_CASE("every Windows name leads to a zone that exists") {
  for (const char* name : {"AUS Central Standard Time", "UTC", "Yukon Standard Time", "India Standard Time"}) {
    CHECK(zone_of_tzid(name));
  }
  CHECK_FALSE(zone_of_tzid("Mars Standard Time"));
  CHECK(zone_of_windows("") == "");
}

TEST_CASE("universal time alone is a guess, floating times alone are refused") {
  const Imported universal = import_text(in_calendar(":20141027T120000Z"));
  CHECK(zone_of(universal) == "Etc/UTC");
  CHECK(universal.codes == Lines{"PC405 0:0"});
  const Imported floating = import_text(in_calendar(":20141027T120000"));
  CHECK(zone_of(floating) == "none");
  CHECK(floating.codes == Lines{"PC404 0:0"});
}

TEST_CASE("the zone that is asked for wins, and floating times are read in it") {
  const Imported universal = import_text(in_calendar(":20141027T120000Z"), find_zone("Asia/Seoul"));
  CHECK(universal.sessions == Lines{"a 2014-10-27 21:00-22:00"});
  CHECK(universal.codes == Lines{});
  const Imported floating = import_text(in_calendar(":20141027T120000"), find_zone("Asia/Seoul"));
  CHECK(floating.sessions == Lines{"a 2014-10-27 12:00-13:00"});
}

TEST_CASE("a zone that does not exist is said once, and its times are those of the conference") {
  const Imported read =
      import_text(calendar(event("UID:a\r\nDTSTART;TZID=Mars:20141027T120000\r\nDTEND;TZID=Mars:"
                                 "20141027T130000\r\n")));
  CHECK(read.sessions == Lines{"a 2014-10-27 12:00-13:00"});
  CHECK(read.codes == Lines{"PC403 6:19"});
}

TEST_CASE("what begins or ends while the clocks are changed is widened to times that exist once") {
  // 26 October 2014, 02:00 to 03:00 came twice in Berlin.
  const Imported back = import_text(calendar(event("UID:a\r\nDTSTART:20141025T233000Z\r\nDURATION:PT1H\r\n")));
  CHECK(back.sessions == Lines{"a 2014-10-26 01:30-03:00"});
  CHECK(back.codes == Lines{"PC414 6:9"});
  CHECK(passes_check(back));
  const Imported inside = import_text(calendar(event("UID:a\r\nDTSTART:20141026T001000Z\r\nDURATION:PT10M\r\n")));
  CHECK(inside.sessions == Lines{"a 2014-10-26 01:59-03:00"});
  // 29 March 2015, 02:00 to 03:00 did not exist.
  const Imported forth = import_text(calendar(event("UID:a\r\nDTSTART:20150329T023000\r\nDURATION:PT1H\r\n")));
  CHECK(forth.sessions == Lines{"a 2015-03-29 01:59-03:30"});
  CHECK(passes_check(forth));
}
