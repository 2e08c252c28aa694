// Expected days are those of RFC 5545's own examples (section 3.8.5.3) and of a calendar.
#include "plancover/programme/recurrence.hpp"

#include <doctest/doctest.h>

#include "plancover/input/parse_time.hpp"

using namespace plancover;

namespace {

/// "09-02 09-12 …", or why the rule is refused.
std::string days(const char* text, const char* first = "1997-09-02 09:00", const char* last = "2007-01-01 00:00",
                 std::size_t most = 12) {
  const auto read = parse_recurrence(text);
  if (const auto* problem = std::get_if<std::string>(&read)) return *problem;
  std::size_t work = 1'000'000;
  const Occurrences found =
      occurrences(std::get<RecurrenceRule>(read), *parse_moment(first), *parse_moment(last), most, work);
  std::string result;
  for (const LocalTime each : found.starts) result += to_string(each).substr(2, 8) + " ";
  return result + (found.cut ? "cut" : "");
}

}  // namespace

TEST_CASE("rules by day and week") {
  CHECK(days("FREQ=DAILY;COUNT=3") == "97-09-02 97-09-03 97-09-04 ");
  CHECK(days("FREQ=DAILY;INTERVAL=10;COUNT=3") == "97-09-02 97-09-12 97-09-22 ");
  CHECK(days("FREQ=DAILY", "1997-09-02 09:00", "1997-09-04 12:00") == "97-09-02 97-09-03 97-09-04 ");
  CHECK(days("FREQ=WEEKLY;COUNT=3") == "97-09-02 97-09-09 97-09-16 ");
  CHECK(days("freq=weekly;count=4;wkst=su;byday=tu,th") == "97-09-02 97-09-04 97-09-09 97-09-11 ");
  CHECK(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 09:00") ==
        "97-08-05 97-08-10 97-08-19 97-08-24 ");
  CHECK(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 09:00") ==
        "97-08-05 97-08-17 97-08-19 97-08-31 ");
}

TEST_CASE("rules by month and year") {
  CHECK(days("FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05 09:00") == "97-09-05 97-10-03 97-11-07 97-12-05 ");
  CHECK(days("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22 09:00") == "97-09-22 97-10-20 97-11-17 ");
  CHECK(days("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "1997-09-28 09:00") == "97-09-28 97-10-29 97-11-28 ");
  CHECK(days("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=15,30", "2007-01-15 09:00", "2008-01-01 00:00") ==
        "07-01-15 07-01-30 07-02-15 ");
  CHECK(days("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04 09:00") == "97-09-04 97-10-07 97-11-06 ");
  CHECK(days("FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29 09:00") ==
        "97-09-29 97-10-30 97-11-27 ");
  CHECK(days("FREQ=YEARLY;COUNT=3;BYMONTH=6,7", "1997-06-10 09:00") == "97-06-10 97-07-10 98-06-10 ");
  CHECK(days("FREQ=YEARLY;COUNT=3;BYDAY=20MO", "1997-05-19 09:00") == "97-05-19 98-05-18 99-05-17 ");
  CHECK(days("FREQ=YEARLY;INTERVAL=3;COUNT=3;BYYEARDAY=1,100", "1997-01-01 09:00") == "97-01-01 97-04-10 00-01-01 ");
  CHECK(days("FREQ=YEARLY;COUNT=2", "2004-02-29 09:00", "2014-01-01 00:00") == "04-02-29 08-02-29 ");
}

TEST_CASE("a rule that no day meets, and one without end, stop") {
  CHECK(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30") == "97-09-02 ");
  CHECK(days("FREQ=DAILY", "1997-09-02 09:00", "2007-01-01 00:00", 3) == "97-09-02 97-09-03 97-09-04 cut");
  CHECK(days("FREQ=YEARLY;INTERVAL=999999999", "1997-09-02 09:00") == "97-09-02 ");
  std::size_t work = 100;
  const auto rule = std::get<RecurrenceRule>(parse_recurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
  CHECK(occurrences(rule, *parse_moment("1997-09-02 09:00"), *parse_moment("2007-01-01 00:00"), 10, work).cut);
  CHECK(work == 0);
}

TEST_CASE("what is not followed says why") {
  CHECK(days("FREQ=HOURLY;COUNT=3") == "repeats by HOURLY, not by day, week, month or year");
  CHECK(days("COUNT=3") == "does not say how often");
  CHECK(days("FREQ=DAILY;BYHOUR=9") == "has a part that plancover does not follow: BYHOUR");
  CHECK(days("FREQ=DAILY;COUNT=0") == "has a part that cannot be read: COUNT");
  CHECK(days("FREQ=MONTHLY;BYDAY=1XX") == "has a part that cannot be read: BYDAY");
  CHECK(days("FREQ=DAILY;COUNT") == "has a part without a value: COUNT");
}
