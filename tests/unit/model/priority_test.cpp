#include "plancover/model/priority.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace plancover;

TEST_CASE("the tiers are spelled as they are read, the most important first") {
  std::set<std::string_view> words;
  for (const Priority each : priorities) {
    words.insert(to_string(each));
    CHECK(parse_priority(to_string(each)) == each);
  }
  CHECK(words == std::set<std::string_view>{"critical", "high", "normal", "low"});
  CHECK(Priority::critical < Priority::high);
  CHECK(Priority::high < Priority::normal);
  CHECK(Priority::normal < Priority::low);
}

TEST_CASE("the kinds of committee are spelled as they are read") {
  for (const char* word : {"plenary", "committee", "working-group", "ad-hoc", "meeting"}) {
    const auto kind = parse_committee_kind(word);
    REQUIRE(kind);
    CHECK(to_string(*kind) == word);
  }
}

TEST_CASE("nothing else is a tier or a kind") {
  for (const char* word : {"", "Critical", "urgent", "meeting", "low "}) CHECK_FALSE(parse_priority(word));
  for (const char* word : {"", "Plenary", "working_group", "high"}) CHECK_FALSE(parse_committee_kind(word));
}
