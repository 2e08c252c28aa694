// The entries of a program, by variable and by row. Each step of the simplex method goes through hundreds
// of rows for the variables that may enter the basis, and these change little from step to step: in each
// row they come first, and the others are not even looked at.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "plancover/simplex/sparse.hpp"

namespace plancover {

class Matrix {
 public:
  /// An entry of a row, and which of its variable's own it is.
  struct RowEntry {
    int variable = 0;
    int number = 0;
    double value = 0;
  };

  static constexpr std::size_t gone = std::numeric_limits<std::size_t>::max();

  void add_row();
  void add_variable();  ///< without entries; it may not enter
  void add(std::size_t variable, const LpEntry& entry);
  void clear_row(std::size_t row);
  /// `moved`, by variable: its new index, in the same order, or `gone`.
  void remove(const std::vector<std::size_t>& moved);
  void let_enter(std::size_t variable, bool may_enter);

  [[nodiscard]] std::size_t rows() const { return of_row_.size(); }
  [[nodiscard]] const std::vector<LpEntry>& of(std::size_t variable) const { return of_variable_[variable]; }
  /// Of those variables that may enter.
  [[nodiscard]] std::span<const RowEntry> enterable(std::size_t row) const {
    return std::span(of_row_[row]).first(first_[row]);
  }

 private:
  void put_to_its_side(std::size_t variable, std::size_t number);

  std::vector<std::vector<LpEntry>> of_variable_;
  std::vector<std::vector<RowEntry>> of_row_;
  std::vector<std::vector<int>> place_;   // by variable: those of its entries in their rows
  std::vector<std::size_t> first_;        // by row: how many entries are of variables that may enter
  std::vector<unsigned char> may_enter_;  // by variable
};

/// Of something by variable, keeps what is not gone (`moved` as in Matrix::remove).
template <class T>
void keep_moved(std::vector<T>& all, const std::vector<std::size_t>& moved) {
  std::size_t kept = 0;
  for (std::size_t v = 0; v < all.size(); ++v) {
    if (moved[v] != Matrix::gone && kept++ != v) all[moved[v]] = std::move(all[v]);
  }
  all.resize(kept);
}

}  // namespace plancover
