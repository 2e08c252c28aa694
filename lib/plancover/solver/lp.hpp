// A linear program that grows: rows and columns are added between solves, and each
// solve starts from the basis of the last. The only file pair that knows Clp. Nothing
// that it returns is proof of anything; see bound.hpp for that.
#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace plancover {

inline constexpr double lp_infinity = 1e30;
inline constexpr double lp_nothing = 1e-7;  ///< values below it are zero

struct LpEntry {
  int index = 0;  ///< the row in a new column, the column in a new row
  double value = 0;
};

struct LpColumn {
  double cost = 0;
  double lower = 0;
  double upper = lp_infinity;
  std::vector<LpEntry> entries;
};

/// Minimises. Rows are lower <= sum <= upper.
class Lp {
 public:
  /// A solve ends early, and without an answer, when `stop` says so.
  explicit Lp(std::function<bool()> stop);
  ~Lp();
  Lp(const Lp&) = delete;
  Lp& operator=(const Lp&) = delete;
  Lp(Lp&&) = delete;
  Lp& operator=(Lp&&) = delete;

  int add_row(double lower, double upper, std::vector<LpEntry> entries = {});
  /// Returns the index of the first one added.
  int add_columns(std::vector<LpColumn> columns);
  /// The columns after each one removed move up. Those in the basis are better kept.
  void remove_columns(const std::vector<int>& columns);
  void set_cost(int column, double cost);
  void set_column_bounds(int column, double lower, double upper);
  void set_row_bounds(int row, double lower, double upper);

  /// Dual simplex where only bounds changed, primal where columns or costs did.
  enum class Change { bounds, columns };
  /// False when it is infeasible, unbounded or ran out of iterations or time.
  bool solve(Change change, long most_iterations);

  struct ColumnBounds {
    int column = 0;
    double lower = 0;
    double upper = lp_infinity;
  };
  /// What the objective would come to with these bounds, as far as so many iterations of the dual
  /// simplex see from where the last solve ended; infinity where that is impossible. Nothing changes.
  [[nodiscard]] double objective_with(const std::vector<ColumnBounds>& bounds, int most_iterations);

  [[nodiscard]] int rows() const;
  [[nodiscard]] int columns() const;
  [[nodiscard]] double objective() const;
  [[nodiscard]] const double* values() const;         ///< by column
  [[nodiscard]] const double* reduced_costs() const;  ///< by column
  [[nodiscard]] const double* duals() const;          ///< by row; of a `<=` row never positive
  [[nodiscard]] long iterations() const;              ///< in all, a measure of work

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace plancover
