#include "plancover/programme/stamps.hpp"

#include <doctest/doctest.h>

using namespace plancover;

namespace {

std::string stamp(const char* text) {
  const std::optional<Stamp> read = parse_stamp(text);
  if (!read) return "none";
  std::string result = read->clock ? to_string(read->wall()) : to_string(read->day);
  if (read->seconds) result += " and seconds";
  if (read->offset) result += " " + std::to_string(read->offset->count());
  return result;
}

std::int64_t minutes(const char* text) {
  const std::optional<Minutes> read = parse_length(text);
  return read ? read->count() : -1;
}

}  // namespace

TEST_CASE("dates and times in the spellings of programmes") {
  CHECK(stamp("2014-12-27T11:00:00+01:00") == "2014-12-27 11:00 60");
  CHECK(stamp("2014-12-27T11:00:00.000-0330") == "2014-12-27 11:00 -210");
  CHECK(stamp("20141227T110000Z") == "2014-12-27 11:00 0");
  CHECK(stamp("20141227T1100") == "2014-12-27 11:00");
  CHECK(stamp("2014-12-27 11:00") == "2014-12-27 11:00");
  CHECK(stamp("20141227") == "2014-12-27");
  CHECK(stamp("20141227T235959") == "2014-12-27 23:59 and seconds");
  CHECK(stamp("2014-12-27T24:00:00") == "2014-12-28 00:00");
  for (const char* bad : {"", "2014", "2014-13-01", "2014-02-30", "20008-02-24", "2014-12-27T", "2014-12-27T25:00",
                          "2014-12-27T11:60", "2014-12-27T11:00+", "2014-12-27T11:00 x", "0000-01-01"}) {
    CAPTURE(bad);
    CHECK(stamp(bad) == "none");
  }
}

TEST_CASE("lengths in every spelling seen") {
  CHECK(minutes("0:30") == 30);
  CHECK(minutes("00:30") == 30);
  CHECK(minutes("10:00") == 600);
  CHECK(minutes("01:30:00") == 90);
  CHECK(minutes("00:05:30") == 6);
  CHECK(minutes("1:02:03:00") == 1440 + 123);
  CHECK(minutes("PT1H30M") == 90);
  CHECK(minutes("P1DT30M") == 1470);
  CHECK(minutes("P1W") == 7 * 1440);
  CHECK(minutes("PT90S") == 2);
  CHECK(minutes("1 day, 0:30:00") == 1470);
  CHECK(minutes("45") == 45);
  CHECK(minutes("45 min") == 45);
  CHECK(minutes("90m") == 90);
  CHECK(minutes("1h30m") == 90);
  CHECK(minutes("1h30") == 90);
  CHECK(minutes("2 hours") == 120);
  CHECK(minutes("1.5h") == 90);
  CHECK(minutes("0:00") == 0);
  for (const char* bad : {"", "P", "PT", "-PT1H", "1:xx", "1:2:3:4:5", "half an hour", "PT1D", "99999999", "1.5"}) {
    CAPTURE(bad);
    CHECK(minutes(bad) == -1);
  }
}
