#include "plancover/solver/rounding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace plancover;

namespace {

std::int64_t sum_of(const CompactRow& row, const std::vector<std::int64_t>& values) {
  std::int64_t sum = 0;
  for (const Term& term : row.terms) sum += term.value * values[static_cast<std::size_t>(term.variable)];
  return sum;
}

bool keeps(const CompactRow& row, const std::vector<std::int64_t>& values) {
  return row.equal ? sum_of(row, values) == row.right : sum_of(row, values) <= row.right;
}

/// The next point between the bounds; false after the last.
bool next(const Compact& compact, std::vector<std::int64_t>& values) {
  for (std::size_t j = 0; j < values.size(); ++j) {
    if (++values[j] <= compact.upper[j]) return true;
    values[j] = compact.lower[j];
  }
  return false;
}

Compact random_rows(std::mt19937& random) {
  const auto below = [&](unsigned n) { return static_cast<std::int64_t>(random() % n); };
  Compact compact;
  for (int j = 0; j < 5; ++j) {
    compact.lower.push_back(below(3) - 1);
    compact.upper.push_back(compact.lower.back() + below(4));
  }
  for (int r = 0; r < 4; ++r) {
    CompactRow row{below(4) == 0, below(7) - 1, {}};
    for (int j = 0; j < 5; ++j) {
      if (const std::int64_t value = below(5) - 2; value != 0) row.terms.push_back({j, value});
    }
    compact.rows.push_back(row);
  }
  return compact;
}

}  // namespace

TEST_CASE("of three that exclude each other, half of each row leaves one") {
  Compact compact;
  compact.lower = {0, 0, 0};
  compact.upper = {1, 1, 1};
  compact.rows = {{false, 1, {{0, 1}, {1, 1}}}, {false, 1, {{1, 1}, {2, 1}}}, {false, 1, {{0, 1}, {2, 1}}}};
  const auto cut = rounded(compact, {{0, 0.5}, {1, 0.5}, {2, 0.5}}, {false, false, false});
  REQUIRE(cut);
  CHECK(*cut == CompactRow{false, 1, {{0, 1}, {1, 1}, {2, 1}}});
  // Whole multipliers have nothing to round.
  CHECK_FALSE(rounded(compact, {{0, 1.0}, {1, 2.0}}, {false, false, false}));
}

TEST_CASE("a cut holds for all whole numbers that keep the rows, whatever the multipliers") {
  int cuts = 0;
  int cut_off = 0;  // what some row alone would allow
  for (unsigned seed = 0; seed < 3000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Compact compact = random_rows(random);
    std::vector<std::pair<std::size_t, double>> multipliers;
    for (std::size_t r = 0; r < compact.rows.size(); ++r) {
      const double times = static_cast<double>(random() % 400) / 100.0 - 2;
      multipliers.emplace_back(r, seed % 2 == 0 ? times : times / 7.0001 + 0.123456);
    }
    std::vector<bool> from_upper;
    for (int j = 0; j < 5; ++j) from_upper.push_back(random() % 2 == 0);
    const auto cut = rounded(compact, multipliers, from_upper);
    if (!cut) continue;
    ++cuts;
    std::vector<std::int64_t> values = compact.lower;
    int lost = 0;
    do {
      if (keeps(*cut, values)) continue;
      ++cut_off;
      const bool allowed = std::all_of(compact.rows.begin(), compact.rows.end(),
                                       [&](const CompactRow& row) { return keeps(row, values); });
      lost += allowed ? 1 : 0;
    } while (next(compact, values));
    CHECK(lost == 0);
  }
  CHECK(cuts > 2000);
  CHECK(cut_off > 10'000);
}
