#include "plancover/solver/ascent.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

using namespace plancover;

namespace {

/// A bound that is best, and nothing, at these prices, and falls off in a slope of its own to each side of them.
struct Roof {
  std::vector<std::int64_t> top;
  std::vector<std::int64_t> slope;

  [[nodiscard]] Wide at(const std::vector<std::int64_t>& prices) const {
    Wide sum = 0;
    for (std::size_t i = 0; i < top.size(); ++i) sum -= slope[i] * std::abs(prices[i] - top[i]);
    return sum;
  }
  [[nodiscard]] std::vector<double> misses(const std::vector<std::int64_t>& prices) const {
    std::vector<double> result;
    for (std::size_t i = 0; i < top.size(); ++i) {
      const double side = prices[i] < top[i] ? 1 : prices[i] > top[i] ? -1 : 0;
      result.push_back(side * static_cast<double>(slope[i]));
    }
    return result;
  }
};

constexpr std::int64_t unit = 1 << 20;

}  // namespace

TEST_CASE("prices climb to where the bound is best, however steep each of them is") {
  const Roof roof{{40 * unit, -7 * unit, 3 * unit}, {1, 50, 5}};
  Ascent ascent({0, 0, 0}, std::vector<PriceRange>(3), Pace{});
  const Wide first = roof.at(ascent.prices());
  Wide before = first;
  for (int round = 0; round < 2000; ++round) {
    const bool goes_on = ascent.step(roof.at(ascent.prices()), roof.misses(ascent.prices()), 0);
    REQUIRE(*ascent.best() >= before);
    before = *ascent.best();
    REQUIRE(roof.at(ascent.best_prices()) == before);
    if (!goes_on) break;
  }
  CHECK(-before * 100 < -first);
}

TEST_CASE("prices stay where they may be, from the start") {
  const Roof roof{{40 * unit, -40 * unit}, {1, 1}};
  Ascent ascent({90 * unit, 0}, {{0, 10 * unit}, {-5 * unit, 0}}, Pace{});
  CHECK(ascent.prices()[0] == 10 * unit);
  for (int round = 0; round < 100; ++round) {
    if (!ascent.step(roof.at(ascent.prices()), roof.misses(ascent.prices()), 0)) break;
    REQUIRE(ascent.prices()[0] >= 0);
    REQUIRE(ascent.prices()[0] <= 10 * unit);
    REQUIRE(ascent.prices()[1] >= -5 * unit);
    REQUIRE(ascent.prices()[1] <= 0);
  }
  CHECK(ascent.best_prices()[1] == -5 * unit);
}

TEST_CASE("a climb ends where the bound says enough, where nothing is missed, and where steps are too short") {
  Ascent enough({0}, {{}}, Pace{});
  CHECK(enough.step(-3, {1.0}, 0));
  CHECK(!enough.step(0, {1.0}, 0));
  Ascent flat({0}, {{}}, Pace{});
  CHECK(!flat.step(-3, {0.0}, 0));
  CHECK(*flat.best() == -3);
  Ascent vain({0}, {{}}, Pace{.patience = 1, .shorter = 0.1});
  int rounds = 1;
  while (vain.step(-3, {1.0}, 0)) ++rounds;
  CHECK(rounds == 5);  // the first is no vain one, and each after it makes a tenth
}
