// A square sparse matrix that equations are solved with, while its columns are replaced
// one at a time: triangular factors made column by column (Gilbert and Peierls 1988)
// after all that is triangular already, and the product form of the inverse (Dantzig and
// Orchard-Hays 1954) for what has been replaced since.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "plancover/simplex/sparse.hpp"

namespace plancover {

class Factor {
 public:
  /// Factors the matrix of `columns`, which are as many as it has rows or fewer. Returns by row which of
  /// them is pivoted there: a solution has its part there. -1: none is, and the unit column of
  /// the row takes part instead; columns that depend on others are left out so.
  std::vector<int> make(std::size_t rows, const std::vector<std::span<const LpEntry>>& columns);

  /// Solves B x = b, where x holds b by row at first and x by the row of the pivot after.
  void solve(std::vector<double>& x) const;
  /// Solves y B = c, where y holds c by the row of the pivot at first and y by row after.
  void solve_transposed(std::vector<double>& y) const;

  /// The column pivoted in `row` is replaced by one of which `solve` made `x`.
  void replace(int row, const SparseVector& x);
  [[nodiscard]] int replaced() const { return static_cast<int>(etas_.size()); }
  /// What the replaced columns have made of the work of solving, in entries.
  [[nodiscard]] bool is_worn() const { return replaced() >= 100 || eta_entries_.size() > 3 * fresh_; }

 private:
  /// Columns one after another, each for the pivot of a row.
  struct Packed {
    std::vector<int> row;  // of the pivot
    std::vector<double> pivot;
    std::vector<std::size_t> start;  // one more than there are columns
    std::vector<LpEntry> entries;

    void clear();
    void close(int pivot_row, double value);
    void drop_units();
    [[nodiscard]] Packed by_row(const Packed& all) const;
  };
  struct Eta {
    int row = 0;
    double pivot = 0;
    std::size_t first = 0;
    std::size_t last = 0;
  };
  class Maker;

  Packed lower_;         // those with entries only; in the order of elimination
  Packed upper_;         // all but unit columns, likewise
  Packed lower_by_row_;  // the same by row
  Packed upper_by_row_;
  std::vector<Eta> etas_;
  std::vector<LpEntry> eta_entries_;
  std::size_t fresh_ = 0;  // entries of the factors, and rows
};

}  // namespace plancover
