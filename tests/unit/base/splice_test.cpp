#include "plancover/base/splice.hpp"

#include <doctest/doctest.h>

using namespace plancover;

namespace {

const std::string text = "one\ntwo\nthree\nfour";

}  // namespace

TEST_CASE("splices are carried out in the order of the text, those of other files not at all") {
  const std::vector<Splice> splices{{0, 8, 5, "3"}, {0, 0, 0, "zero\n"}, {1, 0, 3, "other"}};
  CHECK(spliced(text, 0, splices) == "zero\none\ntwo\n3\nfour");
}

TEST_CASE("a splice inside a line changes that line") {
  const auto edits = line_edits(text, 0, {{0, 5, 1, "W"}, {0, 6, 0, "!"}});
  REQUIRE(edits.size() == 1);
  CHECK(edits[0].line == 2);
  CHECK(edits[0].before == std::vector<std::string>{"two\n"});
  CHECK(edits[0].after == std::vector<std::string>{"tW!o\n"});
}

TEST_CASE("whole lines come and go alone") {
  const auto put_in = line_edits(text, 0, {{0, 8, 0, "new\n"}});
  REQUIRE(put_in.size() == 1);
  CHECK(put_in[0].line == 3);
  CHECK(put_in[0].before.empty());
  CHECK(put_in[0].after == std::vector<std::string>{"new\n"});
  const auto taken_out = line_edits(text, 0, {{0, 4, 4, ""}});
  REQUIRE(taken_out.size() == 1);
  CHECK(taken_out[0].before == std::vector<std::string>{"two\n"});
  CHECK(taken_out[0].after.empty());
}

TEST_CASE("a line put in beside a changed one, and a last line without a break") {
  const auto edits = line_edits(text, 0, {{0, 0, 1, "O"}, {0, 4, 0, "new\n"}, {0, 14, 4, "4"}});
  REQUIRE(edits.size() == 3);
  CHECK(edits[0].line == 1);
  CHECK(edits[1].line == 2);
  CHECK(edits[2].line == 4);
  CHECK(edits[2].before == std::vector<std::string>{"four"});
  CHECK(edits[2].after == std::vector<std::string>{"4"});
}
