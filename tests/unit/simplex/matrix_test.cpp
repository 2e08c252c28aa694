#include "plancover/simplex/matrix.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace plancover;

namespace {

/// The same, kept as plainly as can be.
struct Plain {
  std::vector<std::map<std::size_t, double>> of_variable;  // by row
  std::vector<bool> may_enter;
};

void check_same(const Matrix& matrix, const Plain& plain) {
  for (std::size_t v = 0; v < plain.of_variable.size(); ++v) {
    std::map<std::size_t, double> entries;
    for (const LpEntry& entry : matrix.of(v)) entries[static_cast<std::size_t>(entry.index)] = entry.value;
    REQUIRE(entries == plain.of_variable[v]);
    REQUIRE(entries.size() == matrix.of(v).size());
  }
  for (std::size_t row = 0; row < matrix.rows(); ++row) {
    std::map<std::size_t, double> expected;
    for (std::size_t v = 0; v < plain.of_variable.size(); ++v) {
      const auto entry = plain.of_variable[v].find(row);
      if (plain.may_enter[v] && entry != plain.of_variable[v].end()) expected[v] = entry->second;
    }
    std::map<std::size_t, double> found;
    for (const auto& entry : matrix.enterable(row)) found[static_cast<std::size_t>(entry.variable)] = entry.value;
    REQUIRE(found == expected);
    REQUIRE(found.size() == matrix.enterable(row).size());
  }
}

}  // namespace

TEST_CASE("rows hold those that may enter, whatever comes, goes and changes sides") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    Matrix matrix;
    Plain plain;
    matrix.add_row();
    for (int step = 0; step < 200; ++step) {
      const std::size_t what = below(10);
      const std::size_t variables = plain.of_variable.size();
      if (what == 0) {
        matrix.add_row();
      } else if (what < 3 || variables == 0) {
        matrix.add_variable();
        plain.of_variable.emplace_back();
        plain.may_enter.push_back(false);
      } else if (what < 6) {
        const std::size_t v = below(variables);
        const std::size_t row = below(matrix.rows());
        if (!plain.of_variable[v].emplace(row, step).second) continue;
        matrix.add(v, {static_cast<int>(row), static_cast<double>(step)});
      } else if (what < 8) {
        const std::size_t v = below(variables);
        plain.may_enter[v] = below(2) == 0;
        matrix.let_enter(v, plain.may_enter[v]);
      } else if (what == 8) {
        const std::size_t row = below(matrix.rows());
        matrix.clear_row(row);
        for (auto& entries : plain.of_variable) entries.erase(row);
      } else {
        const std::size_t out = below(variables);
        std::vector<std::size_t> moved;
        for (std::size_t v = 0; v < variables; ++v) moved.push_back(v == out ? Matrix::gone : v - (v > out ? 1 : 0));
        matrix.remove(moved);
        plain.of_variable.erase(plain.of_variable.begin() + static_cast<std::ptrdiff_t>(out));
        plain.may_enter.erase(plain.may_enter.begin() + static_cast<std::ptrdiff_t>(out));
      }
      check_same(matrix, plain);
    }
  }
}
