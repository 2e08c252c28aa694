// A linear program in standard form with a basis: minimise cost x where A x = 0 and
// lower <= x <= upper. Each row has a variable of its own, its slack, among the others.
// What both simplex methods need: values, reduced costs, rows and columns of the
// tableau, and the exchange of one basic variable for another.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "plancover/simplex/factor.hpp"
#include "plancover/simplex/matrix.hpp"

namespace plancover {

inline constexpr double lp_infinity = 1e30;

/// Tolerances, absolute: entries and values here are small numbers.
inline constexpr double value_tolerance = 1e-7;
inline constexpr double cost_tolerance = 1e-7;
inline constexpr double pivot_tolerance = 1e-7;

inline constexpr double least_edge = 1e-4;  ///< squared; what errors of rounding make of it is no less

/// Of a column or row of the tableau with this largest entry: beside large ones, a small one is an error of rounding.
[[nodiscard]] inline double least_pivot(double largest) {
  return std::max(pivot_tolerance, 1e-9 * largest);
}

enum class Stand : unsigned char {
  basic,
  fixed,  ///< not basic, and its bounds are one
  lower,
  upper,
  free  ///< not basic, at 0, without bounds
};

/// By variable. Kept apart, so that what is gone through often is together.
struct Variables {
  std::vector<Stand> stand;
  std::vector<double> reduced;  ///< cost; as of the last refresh or pivot, but not of those fixed
  std::vector<double> weight;   ///< of the primal method's choice
  std::vector<double> edge;     ///< of those basic: about the squared length of the dual method's edge
  std::vector<double> cost;
  std::vector<double> shifted;  ///< cost that the dual method works with
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<double> value;

  [[nodiscard]] std::size_t size() const { return stand.size(); }
};

class Tableau {
 public:
  std::size_t add_row();
  std::size_t add_variable(double cost, double lower, double upper, const std::vector<LpEntry>& entries);
  void add_entry(std::size_t variable, std::size_t row, double value);
  /// Of the row its slack alone is left.
  void clear_row(std::size_t row);
  /// Variables after each one removed move up.
  void remove(const std::vector<std::size_t>& ascending);
  void set_bounds(std::size_t variable, double lower, double upper);
  void set_cost(std::size_t variable, double cost);

  [[nodiscard]] std::size_t rows() const { return matrix_.rows(); }
  [[nodiscard]] Variables& variables() { return x_; }
  [[nodiscard]] const Variables& variables() const { return x_; }
  [[nodiscard]] std::size_t slack(std::size_t row) const { return slack_[row]; }
  void use_slack_basis();
  /// Where each variable stands, and so which are basic.
  [[nodiscard]] const std::vector<Stand>& stands() const { return x_.stand; }
  /// From now on both methods bring edges along, which makes a step of the primal one a sixth longer; else each solve
  /// of the dual one takes them to be 1 at first, and again after each factorisation.
  void keep_edges() { keeps_edges_ = true; }
  [[nodiscard]] bool keeps_edges() const { return keeps_edges_; }
  /// Those of basic variables, which go with a basis, in the order of variables; none where they are not kept.
  [[nodiscard]] std::vector<double> edges() const;
  /// All are taken to be 1.
  void forget_edges();
  /// Variables stand as they stood in a tableau of the same rows, with these edges; those that came later are not
  /// basic.
  void use_basis(const std::vector<Stand>& stands, const std::vector<double>& edges);
  /// All that solving changes, for a trial that is to be forgotten.
  struct State {
    Variables x;
    std::vector<std::size_t> head;
    Factor factor;
    bool has_factor = false;
    bool has_values = false;
    bool has_reduced = false;
    std::vector<double> duals;
  };
  [[nodiscard]] State state() const;
  void restore(State state);
  [[nodiscard]] std::size_t basic_in(std::size_t row) const { return head_[row]; }

  /// Brings the factors, values and reduced costs up to date, whichever are not.
  void refresh();
  /// All three anew, whatever they are.
  void refresh_all();
  void recompute_reduced();
  [[nodiscard]] long recomputed() const { return recomputed_; }              ///< how often all reduced costs were
  [[nodiscard]] const std::vector<double>& duals() const { return duals_; }  ///< as of the last recompute_reduced
  void use_shifted(bool shifted);  ///< costs from now on; reduced costs are to be recomputed
  [[nodiscard]] double working_cost(std::size_t variable) const {
    return is_shifted_ ? x_.shifted[variable] : x_.cost[variable];
  }

  /// By row: how much each basic variable falls per unit of `variable`.
  const SparseVector& column(std::size_t variable);
  /// By variable: its entry in the row of the tableau; of those listed, which are not basic and not fixed.
  const std::vector<double>& row(std::size_t row, std::vector<std::size_t>& listed);
  /// Of the basis, as the last `row` used it.
  [[nodiscard]] const std::vector<double>& row_of_inverse() const { return row_of_inverse_; }
  /// The squared length of that row, which is that of the dual method's edge.
  [[nodiscard]] double edge_of_row() const;
  /// As `entering` is about to take the place of the variable basic in `row`, that of the last `row`. `column` is that
  /// of `entering`.
  void update_edges(std::size_t row, std::size_t entering, const SparseVector& column);
  /// `entering` takes the place of the variable basic in `row`, which goes to its bound `leaving_to`; values
  /// and reduced costs are brought along. `column` is that of `entering`.
  void exchange(std::size_t row, std::size_t entering, const SparseVector& column, Stand leaving_to);
  /// Nonbasic `variable` moves by `by`, and the basic ones with it.
  void move(std::size_t variable, double by, const SparseVector& column);
  [[nodiscard]] bool is_worn() const { return factor_.is_worn(); }
  [[nodiscard]] bool is_fresh() const { return factor_.replaced() == 0; }
  [[nodiscard]] double objective() const;

 private:
  void refactor();
  void recompute_values();
  void place(std::size_t variable);

  Variables x_;
  Matrix matrix_;
  std::vector<std::size_t> slack_;  // by row
  std::vector<std::size_t> head_;   // by row: the variable that is basic there
  Factor factor_;
  bool has_factor_ = false;
  bool has_values_ = false;
  bool has_reduced_ = false;
  bool is_shifted_ = false;
  bool keeps_edges_ = false;
  long recomputed_ = 0;
  std::vector<double> duals_;
  SparseVector column_;
  std::vector<double> work_;
  std::vector<double> row_of_inverse_;
  std::vector<double> inverse_of_row_;
  std::vector<double> row_;
  std::vector<std::size_t> touched_;  // variables that the last `row` came to
  std::size_t touched_count_ = 0;     // so many of these
  std::vector<unsigned char> is_touched_;
};

}  // namespace plancover
