#include "plancover/simplex/factor.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "reference/random.hpp"

using namespace plancover;

namespace {

using Column = std::vector<LpEntry>;

/// Sparse, of whole numbers, often singular.
std::vector<Column> random_columns(reference::Random& random, int rows) {
  std::vector<Column> columns;
  for (int c = 0; c < rows; ++c) {
    Column column;
    for (int r = 0; r < rows; ++r) {
      if (random.chance(r == c ? 70 : 20)) column.push_back({r, static_cast<double>(random.between(1, 3) * 2 - 4)});
    }
    std::erase_if(column, [](const LpEntry& entry) { return entry.value == 0; });
    columns.push_back(column);
  }
  return columns;
}

/// The matrix that is really factored: by the row of its pivot, each column.
std::vector<Column> taken(const std::vector<Column>& columns, const std::vector<int>& pivoted) {
  std::vector<Column> result;
  for (std::size_t r = 0; r < pivoted.size(); ++r) {
    result.push_back(pivoted[r] < 0 ? Column{{static_cast<int>(r), 1.0}}
                                    : columns[static_cast<std::size_t>(pivoted[r])]);
  }
  return result;
}

void check_solves(const Factor& factor, const std::vector<Column>& matrix, reference::Random& random) {
  const std::size_t n = matrix.size();
  std::vector<double> right(n);
  for (double& each : right) each = random.between(-3, 3);

  std::vector<double> x = right;
  factor.solve(x);
  std::vector<double> product(n, 0.0);
  for (std::size_t c = 0; c < n; ++c) {
    for (const LpEntry& entry : matrix[c]) product[static_cast<std::size_t>(entry.index)] += entry.value * x[c];
  }
  std::vector<double> y = right;
  factor.solve_transposed(y);
  for (std::size_t c = 0; c < n; ++c) {
    double sum = 0;
    for (const LpEntry& entry : matrix[c]) sum += entry.value * y[static_cast<std::size_t>(entry.index)];
    CHECK(std::abs(product[c] - right[c]) < 1e-6);
    CHECK(std::abs(sum - right[c]) < 1e-6);
  }
}

}  // namespace

TEST_CASE("equations are solved, also after columns were replaced, and whatever depends on others is left out") {
  std::size_t dependent = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    reference::Random random(seed);
    const int rows = random.between(1, 20);
    const std::vector<Column> columns = random_columns(random, rows);
    std::vector<std::span<const LpEntry>> views(columns.begin(), columns.end());
    Factor factor;
    const std::vector<int> pivoted = factor.make(static_cast<std::size_t>(rows), views);
    dependent += static_cast<std::size_t>(std::count(pivoted.begin(), pivoted.end(), -1));
    std::vector<Column> matrix = taken(columns, pivoted);
    check_solves(factor, matrix, random);
    for (const Column& fresh : random_columns(random, rows)) {
      SparseVector x;
      x.value.assign(static_cast<std::size_t>(rows), 0.0);
      for (const LpEntry& entry : fresh) x.value[static_cast<std::size_t>(entry.index)] = entry.value;
      factor.solve(x.value);
      int largest = 0;
      for (int r = 0; r < rows; ++r) {
        const auto size = [&](int place) { return std::abs(x.value[static_cast<std::size_t>(place)]); };
        if (size(r) > 0) x.places.push_back(r);
        if (size(r) > size(largest)) largest = r;
      }
      if (std::abs(x.value[static_cast<std::size_t>(largest)]) < 0.1) continue;
      factor.replace(largest, x);
      matrix[static_cast<std::size_t>(largest)] = fresh;
      check_solves(factor, matrix, random);
    }
  }
  CHECK(dependent > 20);
}
