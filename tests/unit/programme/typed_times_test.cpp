#include "plancover/programme/typed_times.hpp"

#include <doctest/doctest.h>

using namespace plancover;

namespace {

std::string clock_of(const char* text) {
  const std::optional<Minutes> clock = typed_clock(text);
  return clock ? std::to_string(clock->count() / 60) + ":" + std::to_string(clock->count() % 60) : "none";
}

std::string day_of(const char* text, DayOrder order = DayOrder::unknown) {
  const std::optional<Day> day = typed_day(text, order);
  return day ? to_string(*day) : "none";
}

std::string span_of(const char* text) {
  const std::optional<TypedSpan> span = typed_span(text);
  return span ? std::to_string(span->from.count()) + "-" + std::to_string(span->until.count()) : "none";
}

}  // namespace

TEST_CASE("times as people type them") {
  for (const char* ten : {"10:00", "10.00", "1000", "10h00", "10h", "10:00:00", "10 am", "10:00 AM", "10.00 Uhr",
                          " 10:00 ", "1000 hrs", "10"}) {
    CAPTURE(ten);
    CHECK(clock_of(ten) == "10:0");
  }
  CHECK(clock_of("930") == "9:30");
  CHECK(clock_of("9:30 p.m.") == "21:30");
  CHECK(clock_of("12 am") == "0:0");
  CHECK(clock_of("12pm") == "12:0");
  CHECK(clock_of("24:00") == "24:0");
  for (const char* bad :
       {"", "noon", "25:00", "10:60", "10:5", "13 pm", "0 am", "10:00:00:00", "100000", "-1:00", "24:01"}) {
    CAPTURE(bad);
    CHECK(clock_of(bad) == "none");
  }
}

TEST_CASE("two times in one cell") {
  CHECK(span_of("10.00 - 13.00") == "600-780");
  CHECK(span_of("10:00\xE2\x80\x93"
                "13:00") == "600-780");
  CHECK(span_of("1000 to 1300") == "600-780");
  CHECK(span_of("22:00-01:30") == "1320-1530");
  CHECK(span_of("10:00") == "none");
  CHECK(span_of("10:00-") == "none");
}

TEST_CASE("days as people type them") {
  for (const char* day :
       {"2014-10-20", "2014/10/20", "20141020", "20.10.2014", "20/10/2014", "10/20/2014", "20 October 2014",
        "Mon 20 Oct 2014", "Monday, 20th of October 2014", "October 20, 2014", "oct 20 2014"}) {
    CAPTURE(day);
    CHECK(day_of(day) == "2014-10-20");
  }
  CHECK(day_of("03.04.2014") == "2014-04-03");
  CHECK(day_of("03/04/2014") == "none");
  CHECK(day_of("03/04/2014", DayOrder::day_first) == "2014-04-03");
  CHECK(day_of("03/04/2014", DayOrder::month_first) == "2014-03-04");
  CHECK(day_of("04/04/2014") == "2014-04-04");
  for (const char* bad :
       {"", "Monday", "31.02.2014", "20 Brumaire 2014", "20.10.14", "2014", "32/13/2014", "1 2 3 4 5 6 7 8 9"}) {
    CAPTURE(bad);
    CHECK(day_of(bad) == "none");
  }
  CHECK(order_of("20/10/2014") == DayOrder::day_first);
  CHECK(order_of("10/20/2014") == DayOrder::month_first);
  CHECK(order_of("03/04/2014") == DayOrder::unknown);
}
