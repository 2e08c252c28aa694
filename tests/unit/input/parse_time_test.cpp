#include "plancover/input/parse_time.hpp"

#include <doctest/doctest.h>

using namespace plancover;

namespace {

std::string window(std::string_view text) {
  const auto read = parse_window(text);
  if (const auto* w = std::get_if<LocalWindow>(&read)) {
    return to_string(w->from.time) + (w->from.exact ? "!" : "") + " to " + to_string(w->until.time) +
           (w->until.exact ? "!" : "");
  }
  switch (std::get<WindowFault>(read)) {
    case WindowFault::reversed:
      return "reversed";
    case WindowFault::empty:
      return "empty";
    case WindowFault::unreadable:
      break;
  }
  return "unreadable";
}

}  // namespace

TEST_CASE("days") {
  CHECK(parse_day("2016-02-29"));
  CHECK(parse_day("0001-01-01"));
  CHECK(parse_day("9999-12-31"));
  for (const char* no : {"2014-02-29", "0000-01-01", "2014-1-1", "2014-13-01", "2014-00-10", "2014-10-00", "20141020",
                         "2014-10-20 ", "+014-10-20", ""}) {
    CHECK_FALSE(parse_day(no));
  }
}

TEST_CASE("times of day and durations") {
  CHECK(with_two_digit_hours("9:00") == "09:00");
  CHECK(with_two_digit_hours("2014-10-23 9:00..8:30") == "2014-10-23 09:00..08:30");
  CHECK(with_two_digit_hours("19:00-9:5").empty());
  CHECK(why_no_day("2014-02-30") == "February 2014 has 28 days");
  CHECK(why_no_day("2016-02-30") == "February 2016 has 29 days");
  CHECK(why_no_day("2014-13-01") == "there is no month 13; write YYYY-MM-DD");
  for (const char* silent : {"2014-02-28", "2014-2-30", "0000-01-41", "", "2014/02/30"})
    CHECK(why_no_day(silent).empty());
  CHECK(parse_clock("09:30") == Minutes{570});
  CHECK(parse_clock("24:00") == Minutes{1440});
  for (const char* no : {"9:30", "24:01", "25:00", "12:60", "12.30", "", "12:3"}) CHECK_FALSE(parse_clock(no));
  CHECK(parse_duration("90m") == Minutes{90});
  CHECK(parse_duration("6h") == Minutes{360});
  CHECK(parse_duration("1h30m") == Minutes{90});
  CHECK(parse_duration("0m") == Minutes{0});
  for (const char* no : {"", "h", "m", "90", "1h30", "-1h", "1h 30m", "1.5h", "999999h", "1m1h"}) {
    CHECK_FALSE(parse_duration(no));
  }
}

TEST_CASE("spans of times") {
  const auto night = std::get<ClockSpan>(parse_span("22:00-01:30"));
  CHECK(night.until == Minutes{25 * 60 + 30});
  CHECK(std::get<ClockSpan>(parse_span("00:00-24:00")).until == Minutes{1440});
  CHECK(std::get<SpanFault>(parse_span("09:30-09:30")) == SpanFault::empty);
  CHECK(std::get<SpanFault>(parse_span("24:00-01:00")) == SpanFault::unreadable);
  CHECK(std::get<SpanFault>(parse_span("09:30")) == SpanFault::unreadable);
}

TEST_CASE("windows") {
  CHECK(window("2014-10-23") == "2014-10-23 00:00 to 2014-10-24 00:00");
  CHECK(window("2014-10-20..2014-10-29") == "2014-10-20 00:00 to 2014-10-30 00:00");
  CHECK(window("2014-10-23 12:00..15:00") == "2014-10-23 12:00! to 2014-10-23 15:00!");
  CHECK(window("2014-10-23 22:00..02:00") == "2014-10-23 22:00! to 2014-10-24 02:00!");
  CHECK(window("2014-11-03 13:00..2014-11-07 18:00") == "2014-11-03 13:00! to 2014-11-07 18:00!");
  CHECK(window("2014-11-03 13:00..2014-11-07") == "2014-11-03 13:00! to 2014-11-08 00:00");
  CHECK(window("2014-11-03..2014-11-07 24:00") == "2014-11-03 00:00 to 2014-11-08 00:00!");
  CHECK(window("9999-12-31") != "unreadable");
  CHECK(window("2014-10-28..2014-10-20") == "reversed");
  CHECK(window("2014-10-28 10:00..2014-10-28 09:00") == "reversed");
  CHECK(window("2014-10-28..2014-10-27") == "reversed");
  CHECK(window("2014-10-28 10:00..2014-10-28 10:00") == "empty");
  for (const char* no : {"", "..", "2014-10-28..", "..2014-10-28", "2014-10-28 10:00", "2014-10-28..15:00",
                         "2014-10-28T10:00..15:00", "2014-10-28 24:00..2014-10-29", "2014-10-28-2014-10-29"}) {
    CAPTURE(std::string(no));
    CHECK(window(no) == "unreadable");
  }
}
