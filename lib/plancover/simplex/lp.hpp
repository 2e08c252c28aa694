// A linear program that grows: rows and columns are added between solves, and each
// solve starts from the basis of the last. Nothing that it returns is proof of anything;
// see solver/bound.hpp for that.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "plancover/simplex/methods.hpp"
#include "plancover/simplex/tableau.hpp"

namespace plancover {

inline constexpr double lp_nothing = 1e-7;  ///< values below it are zero

struct LpColumn {
  double cost = 0;
  double lower = 0;
  double upper = lp_infinity;
  std::vector<LpEntry> entries;
};

/// Minimises. Rows are lower <= sum <= upper. A bound of 1e11 or more, or of -1e11 or less, is none.
class Lp {
 public:
  /// A solve ends early, and without an answer, when `stop` says so.
  void stop_when(std::function<bool()> stop) { stop_ = std::move(stop); }

  /// Before the first solve, of a program that is solved again and again with other bounds or more rows: it takes a
  /// fifth fewer steps. See Tableau::keep_edges.
  void keep_edges() { tableau_.keep_edges(); }

  int add_row(double lower, double upper, const std::vector<LpEntry>& entries = {});
  /// Returns the index of the first one added.
  int add_columns(const std::vector<LpColumn>& columns);
  /// The columns after each one removed move up. Those in the basis are better kept.
  void remove_columns(const std::vector<int>& columns);
  void set_cost(int column, double cost);
  void set_column_bounds(int column, double lower, double upper);
  void set_row_bounds(int row, double lower, double upper);
  /// The row says nothing any more; its index stays.
  void drop_row(int row);

  /// False when it is infeasible, unbounded, ran out of iterations or time, or rounding led it astray. However few or
  /// many iterations it is given, it takes up to 100 and no more than 200,000.
  bool solve(long most_iterations);

  /// Where a solve ended.
  struct Basis {
    std::vector<Stand> stands;
    std::vector<double> edges;
    long solved = -1;   ///< solves until then
    long changed = -1;  ///< what came or went until then, but for columns that came
  };
  [[nodiscard]] Basis basis() const { return {tableau_.stands(), tableau_.edges(), solved_, changed_}; }
  /// The next solve starts there; columns may have come since. Where rows came, or anything went, it starts where it
  /// would have.
  void start_from(const Basis& basis);

  struct ColumnBounds {
    int column = 0;
    double lower = 0;
    double upper = lp_infinity;
  };
  /// What the objective would come to with these bounds, as far as so many iterations of the dual
  /// simplex see from where the last solve ended; infinity where that is impossible. Nothing changes.
  [[nodiscard]] double objective_with(const std::vector<ColumnBounds>& bounds, int most_iterations);

  /// The row of the basis' inverse in which the last solve left this column basic: pairs of a row and its coefficient,
  /// none of them near 0. Nothing where the column is not basic.
  [[nodiscard]] std::vector<std::pair<std::size_t, double>> multipliers(int column);
  /// The same where what a row has left to its bounds is basic.
  [[nodiscard]] std::vector<std::pair<std::size_t, double>> multipliers_of_row(int row);

  [[nodiscard]] int rows() const { return static_cast<int>(tableau_.rows()); }
  [[nodiscard]] int columns() const { return static_cast<int>(variable_.size()); }
  // Of the last solve, until rows or columns come or go:
  [[nodiscard]] double objective() const { return objective_; }
  [[nodiscard]] const double* values() const { return values_.data(); }          ///< by column
  [[nodiscard]] const double* reduced_costs() const { return reduced_.data(); }  ///< by column
  [[nodiscard]] const double* duals() const { return duals_.data(); }  ///< by row; of a `<=` row never positive
  [[nodiscard]] long iterations() const { return iterations_; }        ///< in all, a measure of work

 private:
  LpEnd go(LpLimit& limit);
  [[nodiscard]] std::vector<std::pair<std::size_t, double>> multipliers_of(std::size_t variable);
  [[nodiscard]] static bool is_within(const Tableau& tableau);

  std::function<bool()> stop_;
  Tableau tableau_;
  std::vector<std::size_t> variable_;  // by column
  std::vector<double> scale_;          // by row: what its numbers are multiplied with in the tableau
  std::vector<double> values_;
  std::vector<double> reduced_;
  std::vector<double> duals_;
  double objective_ = 0;
  long iterations_ = 0;
  long solved_ = 0;   // times
  long changed_ = 0;  // times that what a basis was of came or went
};

}  // namespace plancover
