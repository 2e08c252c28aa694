// The linear program over columns: of each cell one, mixed, so that seats are filled and earlier levels kept. Rows and
// columns come as they are asked for. A row may be broken at a penalty, so that it has an answer with few columns, too.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "plancover/simplex/lp.hpp"
#include "plancover/solver/budget.hpp"
#include "plancover/solver/program.hpp"

namespace plancover {

class ColumnLp {
 public:
  explicit ColumnLp(const Formulation& formulation);

  /// Takes over the rows and variables that the formulation has and this one has not.
  void grow(const Problem& problem, const Formulation& formulation);
  void limit(std::size_t row, Cost at_most);
  void drop_row(std::size_t row);
  /// Costs are those of the level from now on.
  void aim_at(const Program& program);

  /// 1 if the column is new and, where `improving` is asked for, the last solve would take it. `chosen` is ascending.
  int add(const Program& program, std::size_t position, std::vector<CandidateIndex> chosen, bool improving);
  /// Columns added join then, all at once.
  void flush();
  /// Removes columns that no plan of `fates` below `cut_off` takes, as far as the last solve says.
  void purge(const Fates& fates, Cost cut_off);

  /// The next solve is of a node.
  void restrict_to(const Program& program, const Node& node);
  /// Work is charged to the budget, whose time is asked on the way too. False as of Lp::solve.
  bool solve(Budget& budget);
  /// As of Lp::objective_with, for a node below the one solved last.
  [[nodiscard]] double estimate(const Program& program, const Node& node, int most_iterations, Budget& budget);

  /// Breaking a row costs `1 / part` of the penalty at first, beside what its price among `center` says: prices of the
  /// next solves stay so near (Marsten, Hogan and Blankenship 1975). With few columns they would ask for the moon.
  void fence(double part, const RowPrices& center);
  /// After a solve that broke a row. False: none was broken, or it is as dear as it may be.
  bool make_breaking_dearer(const RowPrices& center);

  // Of the last solve:
  [[nodiscard]] double objective() const { return lp_.objective(); }
  [[nodiscard]] bool broken() const { return broken_; }  ///< it broke a row, or did not end
  [[nodiscard]] double value_of(std::size_t variable) const { return lp_.values()[variable_[variable]]; }
  /// How much it takes of each candidate of the piece, by CandidateIndex.
  void read_into(const Program& program, std::vector<double>& sits) const;
  /// Prices of the rows, a part of the way back to those of `center`.
  [[nodiscard]] RowPrices prices(const Formulation& formulation, const RowPrices& center, double towards_center) const;
  struct Taken {
    double much = 0;
    const Column* column = nullptr;  ///< its cell is the position in the piece
  };
  /// Columns of which it takes so much at least, in the order in which they came.
  [[nodiscard]] std::vector<Taken> taken(double at_least) const;
  /// Columns that its prices would take, in the same order.
  [[nodiscard]] std::vector<const Column*> priced_in() const;

  [[nodiscard]] Lp::Basis basis() const { return lp_.basis(); }
  void start_from(const Lp::Basis& basis) { lp_.start_from(basis); }

 private:
  struct Breaker {
    int column = 0;
    int row = -1;  // of the formulation; -1: a cell's
    int sign = 1;
  };
  void add_row(const Row& row, const std::vector<LpEntry>& entries);
  void add_variable(const Variable& variable);
  void set_penalty(double penalty);
  void fence_within(double width, const RowPrices& center);
  [[nodiscard]] std::vector<Lp::ColumnBounds> bounds_in(const Program& program, const Node& node) const;
  [[nodiscard]] std::int64_t work_of_iteration() const;

  Lp lp_;
  std::vector<int> cell_row_;     // by position
  std::vector<int> row_;          // by row of the formulation
  std::vector<Breaker> breaker_;  // columns that let a row be broken, at the penalty
  std::vector<int> variable_;     // by variable: its LP column
  std::vector<Column> columns_;
  std::vector<int> column_lp_;                                // by column, but for those waiting
  std::vector<std::set<std::vector<CandidateIndex>>> known_;  // by position: what its columns hold
  std::vector<LpColumn> waiting_;
  double penalty_ = 0;
  double fence_ = 0;  // how far from the center prices may go, where it is not 0
  bool broken_ = false;
};

}  // namespace plancover
