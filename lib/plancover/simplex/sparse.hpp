// Sparse vectors and columns of the simplex method.
#pragma once

#include <vector>

namespace plancover {

inline constexpr double cancelled = 1e-14;  ///< less is what is left of numbers that took each other away

/// The row in a column, the column in a row.
struct LpEntry {
  int index = 0;
  double value = 0;
};

/// All values by place, and the places of those that are not zero.
struct SparseVector {
  std::vector<double> value;
  std::vector<int> places;
};

}  // namespace plancover
