#include "plancover/input/document.hpp"

#include <doctest/doctest.h>

using namespace plancover;

namespace {

YamlNode read(const std::string& text) {
  Diagnostics said;
  const std::optional<YamlNode> root = read_document({"x", text}, 3, said);
  REQUIRE(root);
  CHECK(said.empty());
  return *root;
}

void check_place(Location where, std::uint32_t line, std::uint32_t column, std::uint32_t length) {
  CHECK(where == Location{3, line, column, length});
}

}  // namespace

TEST_CASE("columns count characters, not bytes") {
  const YamlNode root = read("zoë: [x, \"zëé\", y]\n");
  check_place(root.items[0].key_where, 1, 1, 3);
  check_place(root.items[0].where, 1, 6, 13);
  check_place(root.items[0].items[1].where, 1, 10, 5);
  check_place(root.items[0].items[2].where, 1, 17, 1);
}

TEST_CASE("an empty value is at its key, an empty item at its dash") {
  const YamlNode root = read("a:\n\nb:\n  - \n  - x\nnull: 1\nc: {d: , e: 1}\n");
  CHECK(root.items[0].kind == YamlNode::Kind::null);
  check_place(root.items[0].where, 1, 1, 1);
  CHECK(root.items[1].items[0].kind == YamlNode::Kind::null);
  check_place(root.items[1].items[0].where, 4, 3, 1);
  CHECK(root.items[2].key == "null");
  CHECK(root.items[3].items[0].kind == YamlNode::Kind::null);
  check_place(root.items[3].items[0].where, 7, 5, 1);
}

TEST_CASE("an empty value before a key that is called null") {
  const YamlNode root = read("a:\nnull: z\n");
  REQUIRE(root.items.size() == 2);
  CHECK(root.items[0].kind == YamlNode::Kind::null);
  CHECK(root.items[1].text == "z");
}

TEST_CASE("every scalar is text, and only ~ and nothing are no value") {
  const YamlNode root = read("a: null\nb: Null\nc: 08\nd: no\ne: ~\nf: ''\n");
  CHECK(root.items[0].text == "null");
  CHECK(root.items[1].text == "Null");
  CHECK(root.items[2].text == "08");
  CHECK(root.items[3].text == "no");
  CHECK(root.items[4].kind == YamlNode::Kind::null);
  CHECK(root.items[5].kind == YamlNode::Kind::scalar);
  CHECK(root.items[5].quoted);
}

TEST_CASE("an alias is at its own place, what is in it at the anchor's") {
  const YamlNode root = read("a: &x {k: v}\nb: *x\nc: &y text\n");
  check_place(root.items[1].where, 2, 4, 2);
  check_place(root.items[1].items[0].where, 1, 11, 1);
  check_place(root.items[2].where, 3, 7, 4);
}

TEST_CASE("a byte order mark and CRLF change no place") {
  const YamlNode root = read(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: [x,\r\n  y]\r\n");
  check_place(root.items[0].key_where, 1, 1, 1);
  check_place(root.items[1].items[1].where, 3, 3, 1);
  CHECK(root.items[1].items[1].text == "y");
}

TEST_CASE("a key given twice keeps its first value") {
  Diagnostics said;
  const auto root = read_document({"x", "a: 1\nb: 2\na: 3\n"}, 0, said);
  REQUIRE(root);
  REQUIRE(said.size() == 1);
  CHECK(said[0].where.line == 3);
  CHECK(said[0].notes[0].where.line == 1);
  CHECK(root->items.size() == 2);
  CHECK(root->find("a")->text == "1");
}

TEST_CASE("a plan is known by its key at the top") {
  CHECK(has_top_level_key({"x", "plan: {format: 1}\n"}, "plan"));
  CHECK(has_top_level_key({"x", "{\"plan\": {\"format\": 1}}"}, "plan"));
  CHECK(has_top_level_key({"x", "assignments: []\nplan:\n  format: 1\n"}, "plan"));
  CHECK_FALSE(has_top_level_key({"x", "topics:\n  - {id: plan}\nconference: {plan: 1}\n"}, "plan"));
  CHECK_FALSE(has_top_level_key({"x", "name: plan\n"}, "plan"));
  CHECK_FALSE(has_top_level_key({"x", ""}, "plan"));
  CHECK_FALSE(has_top_level_key({"x", "- plan: 1\n"}, "plan"));
}
