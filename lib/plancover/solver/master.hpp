// The linear program over person-day columns for one piece (Dantzig and Wolfe 1960):
// columns are made when the duals ask for them (Gilmore and Gomory 1961). The LP only
// guides; what it claims is proved by bound.hpp at its duals, rounded to whole numbers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "plancover/solver/bound.hpp"
#include "plancover/solver/budget.hpp"
#include "plancover/solver/formulation.hpp"
#include "plancover/solver/lp.hpp"

namespace plancover {

/// One subproblem of the search: fates of candidates and bounds of variables.
struct Node {
  Fates fates;
  VariableBounds bounds;
};

struct NodeResult {
  bool pruned = false;   ///< proved: no plan of the node costs less than the cut-off
  Cost bound = 0;        ///< exact: no plan of the node costs less
  double objective = 0;  ///< of the LP, as it says
};

class Master {
 public:
  /// Work is charged to `budget`; when its time is out, a solve ends early with a valid bound.
  Master(const Problem& problem, const std::vector<Cell>& cells, Formulation formulation, Budget& budget);

  /// The level that the next solves minimise.
  void aim_at(const ProblemLevel& level);
  /// A total of an earlier level that must be kept from now on; returns its number.
  std::size_t keep(const ProblemLevel& level, int group, Cost at_most);
  void keep_at_most(std::size_t total, Cost at_most);
  /// What is proved already of a level; it makes the LP tighter, never wrong.
  void floor(const ProblemLevel& level, int group, Cost at_least);
  /// Columns of a known plan, so that the LP starts from something good.
  void offer(const std::vector<CandidateIndex>& chosen);

  [[nodiscard]] Node root(const Fates& fates) const;
  /// Generates columns until the LP is solved or it is proved that nothing below
  /// `cut_off` is in the node.
  [[nodiscard]] NodeResult solve(const Node& node, Cost cut_off);
  /// The bound at no prices at all: true, and weak.
  [[nodiscard]] Cost plain_bound(const Node& node);

  /// How much of each candidate the last LP takes, by CandidateIndex; 0 outside the piece.
  [[nodiscard]] const std::vector<double>& sits() const { return sits_; }
  [[nodiscard]] double value_of(std::size_t variable) const;
  [[nodiscard]] const Formulation& formulation() const { return formulation_; }
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const ProblemLevel& level() const { return level_; }
  /// The column of each cell (by position) that the last LP takes most of, and how much.
  [[nodiscard]] std::vector<std::pair<double, const Column*>> leading() const;
  [[nodiscard]] bool relaxed() const { return broken_; }  ///< the last LP broke a row at a price

  /// Forbids, in `node`, what no plan below `cut_off` can use, by the prices of the last
  /// solve of this node; returns how many candidates that were.
  int tighten(Node& node, Cost cut_off) const;

 private:
  void add_lp_row(const Row& row);
  int add_column(std::size_t position, std::vector<CandidateIndex> chosen);
  void flush();
  void apply(const Node& node);
  void add_late_row(const ProblemLevel& level, int row);
  void read_solution();
  void charge();
  void set_penalty(double penalty);
  [[nodiscard]] RowPrices rounded_duals() const;
  /// Sets relaxed_ and prices every cell; the scaled bound, or nothing if the node is impossible.
  std::optional<Wide> price_all(const Node& node, const RowPrices& prices, std::vector<Priced>& best);
  [[nodiscard]] bool allowed(const Column& column, const Fates& fates) const;

  const Problem& problem_;
  const std::vector<Cell>& cells_;
  Formulation formulation_;
  Budget& budget_;
  ProblemLevel level_;
  std::int64_t scale_ = 1;
  double penalty_ = 0;
  Lp lp_;
  std::vector<int> cell_row_;    // by position
  std::vector<int> row_;         // by row of the formulation
  std::vector<int> breaker_;     // columns that let a row be broken, at the penalty
  std::vector<int> variable_;    // by variable: its LP column
  std::vector<Column> columns_;  // `cell` is the position in the piece
  std::vector<int> column_lp_;
  std::vector<std::vector<std::size_t>> columns_of_;                       // by position
  std::vector<std::map<std::vector<CandidateIndex>, std::size_t>> known_;  // by position
  std::vector<LpColumn> waiting_;
  std::vector<double> sits_;
  bool broken_ = false;
  Lp::Change change_ = Lp::Change::columns;
  Relaxed relaxed_;
  Prices best_prices_;                    // those of lagrangean_
  Wide lagrangean_ = 0;                   // the best of the last solve, scaled
  std::vector<std::int64_t> cell_bound_;  // by position, at the prices of lagrangean_
  std::int64_t steps_ = 0;                // of pricing, since they were last charged
  std::int64_t iterations_ = 0;           // of the LP, likewise
};

}  // namespace plancover
