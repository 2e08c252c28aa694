// Texts that mean harm, or come from the wrong file: said in a line, in bounded time.
#include <doctest/doctest.h>

#include "plancover/input/document.hpp"
#include "plancover/input/read_conference.hpp"
#include "plancover/report/diagnostics_text.hpp"

using namespace plancover;

namespace {

std::string times(std::string_view text, int n) {
  std::string all;
  for (int i = 0; i < n; ++i) all.append(text);
  return all;
}

Code refused(const std::string& text, const DocumentBounds& bounds = {}) {
  Diagnostics said;
  CHECK_FALSE(read_document({"x", text}, 0, said, bounds));
  REQUIRE(said.size() >= 1);
  CHECK(diagnostics_text(said, {{"x", text}}, false).size() < 2000);
  return said.back().code;
}

}  // namespace

TEST_CASE("deep nesting in every form is refused") {
  for (const char* piece : {"[", "{a: ", "- ", "? ", "[{a: ", "[[], "}) {
    CAPTURE(std::string(piece));
    CHECK(refused(times(piece, 100'000)) == Code::too_deep);
  }
}

TEST_CASE("an alias inside its own anchor is refused") {
  CHECK(refused("a: &x [1, *x]\n") == Code::unknown_anchor);
}

TEST_CASE("sizes are bounded") {
  DocumentBounds bounds;
  bounds.bytes = 10;
  CHECK(refused("a: 12345678\n", bounds) == Code::text_too_big);
  bounds = {};
  bounds.values = 5;
  CHECK(refused("[1, 2, 3, 4, 5, 6]", bounds) == Code::text_too_big);
  bounds = {};
  bounds.expanded = 5;
  CHECK(refused("a: &a [1, 2, 3]\nb: [*a, *a]\n", bounds) == Code::too_many_aliases);
}

TEST_CASE("bytes that are no text are refused where they stand") {
  CHECK(refused("a: \xC0\xAF\n") == Code::not_utf8);          // overlong
  CHECK(refused("a: \xED\xA0\x80\n") == Code::not_utf8);      // a surrogate
  CHECK(refused("a: \xF4\x90\x80\x80\n") == Code::not_utf8);  // past the last character
  CHECK(refused("a: \xE2\x82") == Code::not_utf8);            // cut off
  CHECK(refused(std::string("a: \0b\n", 6)) == Code::binary_text);
  CHECK(refused("\xFF\xFE"
                "a") == Code::not_utf8);
  Diagnostics said;
  (void)read_document({"x", "a: ü\nö: \x01\n"}, 0, said);
  REQUIRE(said.size() == 1);
  CHECK(said[0].where == Location{0, 2, 4, 1});
}

TEST_CASE("whatever the library throws is said") {
  for (const char* text : {"a: b: c\n",
                           "}",
                           "]",
                           "a: @x\n",
                           "a: %\n",
                           "a: 'x\n",
                           "a: \"x\\qy\"\n",
                           "%YAML 9.0\n---\na\n",
                           "%TAG\n---\n",
                           "a: |x\n",

                           "*: 1\n",
                           "[a\n",
                           "{a\n",
                           "- a\nb: c\n",
                           "a:\n- b\n c: d\n",
                           "!<x\n",
                           "a: [b]]\n",
                           "\"a\n",
                           "a: &\n",
                           "---\n---\n...\n---\n"}) {
    CAPTURE(std::string(text));
    Diagnostics said;
    CHECK_FALSE(read_document({"x", text}, 0, said));
    CHECK(said.size() == 1);
  }
}

TEST_CASE("a terminal is never obeyed to") {
  const Sources sources{{"x\x1b[1m.yaml", "conference: {\"x\\e]0;t\\a\": 1, \"\xE2\x80\xAE\": 2}\n"}};
  const std::string text = diagnostics_text(read_conference(sources).diagnostics, sources, false);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\a') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("one slip of many people is said once") {
  std::string text = "conference: {name: C, timezone: Asia/Seoul, dates: 2014-10-20..2014-11-07}\nattendees:\n";
  for (int i = 0; i < 2000; ++i) text += "  - {id: a" + std::to_string(i) + ", avaliable: [2014-10-20]}\n";
  const ConferenceRead read = read_conference({{"x", text}});
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].count == 2000);
  CHECK(read.diagnostics[0].help == "did you mean 'available'");
}

TEST_CASE("a file that cannot be read hides what it may hold, and no other mistake") {
  const ConferenceRead read =
      read_conference({{"a", "topics: [\n"}, {"b", "attendees: [{id: a, prefers: [x], naem: y}]\n"}});
  REQUIRE(read.diagnostics.size() == 2);
  CHECK(read.diagnostics[0].code == Code::not_yaml);
  CHECK(read.diagnostics[1].code == Code::unknown_key);
}
