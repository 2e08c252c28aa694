#include "plancover/base/diagnostic.hpp"

#include <doctest/doctest.h>

using namespace plancover;

namespace {

Diagnostic at(std::uint32_t file, std::uint32_t line, Code code, std::string message) {
  return {code, {file, line, 1, 1}, std::move(message), {}, {}, 1};
}

}  // namespace

TEST_CASE("the nearest word is a slip away, or there is none") {
  const std::vector<std::string> keys{"available", "unavailable", "badges", "remote", "name", "id"};
  CHECK(nearest("avaliable", keys) == "available");
  CHECK(nearest("Available", keys) == "available");
  CHECK(nearest("bagdes", keys) == "badges");
  CHECK(nearest("nmae", keys) == "name");
  CHECK(nearest("idd", keys) == "id");
  CHECK(nearest("transfer", keys).empty());
  CHECK(nearest("", keys).empty());
  CHECK(nearest("x", {"y"}).empty());
  CHECK(nearest(std::string(100'000, 'a'), keys).empty());
}

TEST_CASE("another number is another thing, and no slip") {
  CHECK(nearest("com9", {"com5", "com3"}).empty());
  CHECK(nearest("wgpl-19", {"wgpl-18", "wgp-19"}) == "wgp-19");
  CHECK(nearest("com55", {"com5", "com3"}) == "com5");
  CHECK(nearest("COM9", {"com9"}) == "com9");
  CHECK(nearest("com-9", {"com9"}) == "com9");
}

TEST_CASE("what is missing is said once with a count, for it is mended in one place") {
  Diagnostics all;
  for (std::uint32_t line = 1; line <= 2; ++line) {
    all.push_back(at(0, line, Code::unknown_committee, "no committee is called 'x'"));
    all.push_back(at(0, line, Code::bad_day, "'x' is no day"));
  }
  tidy(all);
  REQUIRE(all.size() == 3);
  CHECK(all[0].code == Code::bad_day);
  CHECK(all[1].count == 2);
  CHECK(all[1].notes.size() == 1);
}

TEST_CASE("of two words equally near, the first by letters is named") {
  CHECK(nearest("comz", {"come", "coma"}) == "coma");
  CHECK(nearest("Asia/Seol", {"Asia/Seoul", "Asia/Tel_Aviv"}) == "Asia/Seoul");
}

TEST_CASE("diagnostics are ordered by place, and one problem is said once with its count") {
  Diagnostics all;
  for (std::uint32_t line = 10; line > 0; --line) all.push_back(at(1, line, Code::unknown_key, "unknown key 'x'"));
  all.push_back(at(0, 7, Code::bad_day, "no day"));
  tidy(all);
  REQUIRE(all.size() == 2);
  CHECK(all[0].message == "no day");
  CHECK(all[1].where.line == 1);
  CHECK(all[1].count == 10);
  REQUIRE(all[1].notes.size() == 4);
  CHECK(all[1].notes[0].where.line == 2);
}

TEST_CASE("of one kind of problem a hundred are shown and the rest counted") {
  Diagnostics all;
  for (std::uint32_t line = 1; line <= 250; ++line) {
    all.push_back(at(0, line, Code::bad_id, "id " + std::to_string(line)));
  }
  tidy(all);
  REQUIRE(all.size() == 100);
  REQUIRE(all.back().notes.size() == 1);
  CHECK(all.back().notes[0].text == "and 150 more of this kind, not shown");
}

TEST_CASE("warnings are no errors") {
  CHECK_FALSE(has_errors({at(0, 1, Code::room_twice, "x")}));
  CHECK(has_errors({at(0, 1, Code::room_twice, "x"), at(0, 1, Code::bad_day, "x")}));
}
