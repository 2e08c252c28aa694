#include "plancover/base/crew.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace plancover;

TEST_CASE("each piece of work is done once, by any number of threads") {
  for (const int threads : {1, 2, 8}) {
    std::vector<int> done(100, 0);
    do_all(threads, done.size(), [&](std::size_t i) { ++done[i]; });
    CHECK(done == std::vector<int>(100, 1));
    do_all(threads, 0, [&](std::size_t) { FAIL("nothing to do"); });
  }
}

TEST_CASE("what a piece throws is thrown to whoever asked") {
  for (const int threads : {1, 2}) {
    CHECK_THROWS_AS(do_all(threads, 10,
                           [](std::size_t i) {
                             if (i == 7) throw std::logic_error("a bug");
                           }),
                    std::logic_error);
  }
}
