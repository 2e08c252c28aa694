#include "plancover/base/code.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace plancover;

TEST_CASE("codes stand by number, each once, each with a title") {
  int last = 0;
  std::set<std::string_view> titles;
  for (const CodeInfo& each : all_codes()) {
    CHECK(static_cast<int>(each.code) > last);
    last = static_cast<int>(each.code);
    CHECK_FALSE(each.title.empty());
    CHECK(titles.insert(each.title).second);
    CHECK(&info(each.code) == &each);
  }
}

TEST_CASE("a code is spelled with three digits") {
  CHECK(name(Code::window_reversed) == "PC021");
  CHECK(name(Code::duplicate_id) == "PC100");
}
