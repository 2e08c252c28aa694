#include "plancover/base/zone.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace plancover;

namespace {

LocalTime local(int y, unsigned m, unsigned d, int hour, int minute) {
  const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
  return LocalTime{Day{date}} + std::chrono::hours{hour} + Minutes{minute};
}

Zone zone(const char* name) {
  const std::optional<Zone> found = find_zone(name);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("zones are found by their names alone") {
  CHECK(zone_database_problem().empty());
  CHECK(zone("Asia/Seoul").name() == "Asia/Seoul");
  CHECK(Zone{}.name() == "UTC");
  for (const char* no : {"", "Asia/Doha", "asia/seoul", "localtime", "posixrules", "right/Asia/Seoul", "../passwd"}) {
    CHECK_FALSE(find_zone(no));
  }
  const std::vector<std::string> names = zone_names();
  CHECK(names.size() > 400);
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(std::find(names.begin(), names.end(), "localtime") == names.end());
}

TEST_CASE("every city of the table has a zone that exists, and the cities are found") {
  for (const char* city : {"Asia/Doha", "Busan", "Geneva", "Antalya", "Bonn", "Dubai", "Sharm el-Sheikh", "New York",
                           "Nairobi", "Seoul", "Rio de Janeiro", "washington", "Abu Dhabi", "Thehague"}) {
    CAPTURE(city);
    CHECK(find_zone(zone_of_city(city)));
  }
  CHECK(zone_of_city("Asia/Doha") == "Asia/Qatar");
  CHECK(zone_of_city("Geneva") == "Europe/Zurich");
  CHECK(zone_of_city("New York") == "America/New_York");
  CHECK(zone_of_city("Nowhere").empty());
  CHECK(zone_of_city("").empty());
}

TEST_CASE("wall clock and universal time") {
  const Zone seoul = zone("Asia/Seoul");
  const auto t = to_instant(seoul, local(2014, 10, 20, 9, 30));
  REQUIRE(std::holds_alternative<Instant>(t));
  CHECK(to_local(Zone{}, std::get<Instant>(t)) == local(2014, 10, 20, 0, 30));
  CHECK(to_local(seoul, std::get<Instant>(t)) == local(2014, 10, 20, 9, 30));
}

TEST_CASE("a clock put back makes an hour exist twice") {
  const Zone zurich = zone("Europe/Zurich");
  const auto twice = to_instant(zurich, local(2014, 10, 26, 2, 30));
  REQUIRE(std::holds_alternative<ClockChange>(twice));
  const ClockChange change = std::get<ClockChange>(twice);
  CHECK(change.twice);
  CHECK(change.second - change.first == Minutes{60});
  CHECK(to_instant_leniently(zurich, local(2014, 10, 26, 2, 30)) == change.first);
  CHECK(std::holds_alternative<Instant>(to_instant(zurich, local(2014, 10, 26, 1, 59))));
  CHECK(std::holds_alternative<Instant>(to_instant(zurich, local(2014, 10, 26, 3, 0))));
}

TEST_CASE("a clock put forward leaves an hour out, here the first of a day") {
  const Zone sao_paulo = zone("America/Sao_Paulo");
  const auto never = to_instant(sao_paulo, local(2014, 10, 19, 0, 0));
  REQUIRE(std::holds_alternative<ClockChange>(never));
  const ClockChange change = std::get<ClockChange>(never);
  CHECK_FALSE(change.twice);
  CHECK(change.first == change.second);
  CHECK(to_local(sao_paulo, to_instant_leniently(sao_paulo, local(2014, 10, 19, 0, 0))) == local(2014, 10, 19, 1, 0));
}

TEST_CASE("the ends of the calendar and 'always' overflow nothing") {
  for (const char* name : {"Asia/Seoul", "America/Sao_Paulo", "Europe/Zurich"}) {
    CHECK(std::holds_alternative<Instant>(to_instant(zone(name), local(9999, 12, 31, 23, 59))));
    CHECK(std::holds_alternative<Instant>(to_instant(zone(name), local(1, 1, 1, 0, 0))));
    CHECK(to_local(zone(name), always.from) < local(1, 1, 1, 0, 0));
    CHECK(local(9999, 12, 31, 23, 59) < to_local(zone(name), always.until));
  }
}

TEST_CASE("clock changes are known up to 2037, and where there are none for ever") {
  const auto day = [](int y, unsigned m, unsigned d) {
    return Day{std::chrono::year_month_day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}}};
  };
  for (const char* name : {"Europe/Zurich", "America/New_York", "Australia/Sydney"}) {
    CAPTURE(name);
    CHECK(clock_known(zone(name), day(2037, 12, 31)));
    CHECK_FALSE(clock_known(zone(name), day(2038, 1, 1)));
    CHECK_FALSE(clock_known(zone(name), day(2040, 10, 28)));
  }
  CHECK(clock_known(zone("Asia/Seoul"), day(2040, 10, 28)));
  CHECK(clock_known(zone("America/Sao_Paulo"), day(2040, 10, 28)));
  CHECK(clock_known(Zone{}, day(2040, 10, 28)));
}
