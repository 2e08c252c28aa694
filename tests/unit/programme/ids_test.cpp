#include "plancover/programme/event_ids.hpp"

#include <doctest/doctest.h>

#include "plancover/input/scalars.hpp"

using namespace plancover;

TEST_CASE("an id is what the file calls it where that can be") {
  CHECK(id_of_key("123") == "123");
  CHECK(id_of_key("e9fdf337-3b08-429c-a107-4a965cc4bb85") == "e9fdf337-3b08-429c-a107-4a965cc4bb85");
  CHECK(id_of_key("460@KOLT20") == "460-KOLT20");
  CHECK(id_of_key("a b") == "a-b");
}

TEST_CASE("where characters are lost two keys do not become one id") {
  CHECK(id_of_key("a/b") != id_of_key("a:b"));
  CHECK(id_of_key("a/b").starts_with("a-b-"));
  CHECK(id_of_key("会議") != id_of_key("総会"));
  const std::string same(200, 'x');
  CHECK(id_of_key(same + "1") != id_of_key(same + "2"));
  for (const std::string& key : {std::string("会議"), same, std::string("@@@"), std::string("-"), std::string("_a"),
                                 std::string("..\n.."), std::string()}) {
    CAPTURE(key);
    CHECK(is_id(id_of_key(key)));
    CHECK(is_id(id_of_name(key)));
    CHECK(id_of_key(key).size() <= 57);  // room for the parts of a long event
  }
}

TEST_CASE("the hash is the same on every machine") {
  CHECK(short_hash("") == "4fd0bfc1");  // FNV-1a's offset basis, cbf29ce4 84222325, its halves folded
}

TEST_CASE("a name becomes words with dashes") {
  CHECK(id_of_name("Ethics, Society & Politics") == "ethics-society-politics");
  CHECK(id_of_name("C++") == "c");
}

TEST_CASE("each id is given once") {
  IdsGiven ids;
  CHECK(ids.unique("a") == "a");
  CHECK(ids.unique("a") == "a-2");
  CHECK(ids.unique("a-3") == "a-3");
  CHECK(ids.unique("a") == "a-4");
  CHECK(ids.unique("a-2") == "a-2-2");
}
