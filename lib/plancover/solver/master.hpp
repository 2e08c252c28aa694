// A program over columns, days or whole stays of attendees, for one piece (Dantzig and Wolfe 1960). Its linear program
// (column_lp.hpp) gets columns when its duals ask for them (Gilmore and Gomory 1961), at prices smoothed towards the
// best so far (Wentges 1997). It only guides; what it claims is proved at its duals, rounded to whole numbers
// (node_bound.hpp). Where cuts say more, nodes are solved without columns (compact_lp.hpp), and proved by the same
// prices.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "plancover/solver/column_lp.hpp"
#include "plancover/solver/node_bound.hpp"

namespace plancover {

struct NodeResult {
  bool pruned = false;      ///< proved: no plan of the node costs less than the cut-off
  Cost bound = 0;           ///< exact: no plan of the node costs less
  double objective = 0;     ///< of the LP, as it says
  bool impossible = false;  ///< pruned because what is decided breaks a rule
};

class CompactLp;

class Master {
 public:
  /// Work is charged to `budget`; when its share is spent, a solve ends early with a valid bound.
  Master(const Problem& problem, const std::vector<Cell>& cells, Formulation formulation, Budget& budget);
  Master(Master&&) = delete;
  Master& operator=(const Master&) = delete;
  Master& operator=(Master&&) = delete;
  ~Master() = default;
  /// Another that knows all that this one does, and spends from `budget`.
  [[nodiscard]] std::unique_ptr<Master> twin(Budget& budget) const;
  /// From now on work is charged there.
  void spend_from(Budget& budget) { budget_ = &budget; }

  /// With more rows than `rows` a node takes long: it pays to ask what several branches would say.
  void think_over(std::size_t rows) { thought_over_ = rows; }
  [[nodiscard]] bool thinks_over() const { return formulation_.rows.size() > thought_over_; }
  /// Where a tree took so much work, cuts are worth theirs.
  void cut_after(std::int64_t work) { cut_after_ = work; }
  [[nodiscard]] std::optional<std::int64_t> cuts_after() const { return cut_after_; }  ///< nothing: never
  /// Rows for sessions that matter from now on, and with `links` those for continuity between days.
  void open(const std::vector<SlotIndex>& sessions, bool links, const Fates& fates);
  /// The level that the next solves minimise.
  void aim_at(const ProblemLevel& level);
  /// A total of an earlier level that must be kept from now on.
  void keep(const ProblemLevel& level, int group, Cost at_most);
  void keep_at_most(std::size_t total, Cost at_most);
  /// Each level before this one, to what the plan comes to.
  void keep_all_before(std::size_t level, const std::vector<CandidateIndex>& plan);
  /// The level's cost in the group becomes something to branch on; `at_least` is proved of it.
  void count(const ProblemLevel& level, int group, Cost at_least);
  /// From now on nodes at or below this one are solved without columns (see compact_lp.hpp), and cuts are looked for as
  /// long as they help, and the bound is below `enough`. Of a master whose cells are days, at a level of seats or of
  /// changes.
  void go_compact(const Node& node, double enough);
  /// As it was, but for the rows of cuts.
  void leave_compact();
  [[nodiscard]] bool is_compact() const { return compact_ != nullptr; }
  /// Starts from what a program without columns says of the node: its prices, and columns that take what it takes.
  void start_without_columns(const Node& node);
  /// Columns that take what the compact program took last, in `node`.
  void offer_compact(const Node& node) { offer(node, *compact_); }
  void drop_cuts();
  /// For cells that hold whole attendees, by position: what ties their days.
  void credit(std::vector<Potential> potentials) { bound_.credit(std::move(potentials)); }
  /// What the best prices so far say of an attendee's ties; of a master whose cells are days.
  [[nodiscard]] Potential learned(const Cell& whole) const;
  /// Stays of an attendee that together take of each day what the last LP takes of it; of a
  /// master whose cells are days. Those that break a rule between days are left out.
  [[nodiscard]] std::vector<std::vector<CandidateIndex>> stays(PersonIndex person) const;
  /// Starts from the prices of another master of the same level, as far as the rows are the same.
  void start_near(const Master& other);
  /// Starts from the columns and prices of masters of single days of the same level.
  struct DayMaster {
    const Master* master = nullptr;
    int group = 0;  ///< of the day's sessions, in this master
  };
  void start_from(const std::vector<DayMaster>& days);
  /// The next solve starts from these prices of its rows, such as those of the node above.
  void start_at(RowPrices prices) { bound_.start_at(std::move(prices)); }
  /// Where a solve ended. Only its own master knows what the basis is of; others take the prices.
  struct Start {
    RowPrices prices;
    Lp::Basis basis;
    const Master* of = nullptr;
    Lp::Basis compact = {};
    std::shared_ptr<const CompactLp> of_compact = {};
  };
  [[nodiscard]] std::shared_ptr<const Start> here() const;
  /// The next solve starts there, such as that of a node below another: back and forth in a tree, the simplex method
  /// would take thousands of iterations from wherever it was last.
  void start_from(const Start& start);
  /// Columns of a known plan, so that the LP starts from something good.
  void offer(const std::vector<CandidateIndex>& chosen);

  void add_stay(std::size_t position, std::vector<CandidateIndex> stay);

  [[nodiscard]] Node root(const Fates& fates) const;
  /// Generates columns until the LP is solved, or it is proved that nothing below `cut_off` is in the node, or this
  /// was tried `most_rounds` times: the bound is true in any case.
  [[nodiscard]] NodeResult solve(const Node& node, Cost cut_off, int most_rounds = all_rounds);
  /// The same, by columns in any case.
  [[nodiscard]] NodeResult solve_by_columns(const Node& node, Cost cut_off, int most_rounds = all_rounds);
  static constexpr int all_rounds = 1000;  ///< so that a solve ends in any case
  /// About what the LP of `node`, which is part of the one solved last, comes to with the columns there are.
  [[nodiscard]] double estimate(const Node& node, int most_iterations);
  /// The bound at no prices at all: true, and weak.
  [[nodiscard]] Cost plain_bound(const Node& node) { return bound_.plain(program(), node); }

  /// How much of each candidate the last LP takes, by CandidateIndex; 0 outside the piece.
  [[nodiscard]] const std::vector<double>& sits() const { return sits_; }
  [[nodiscard]] double objective() const;  ///< of the last LP
  [[nodiscard]] double value_of(std::size_t variable) const;
  [[nodiscard]] Program program() const { return {problem_, cells_, formulation_, level_}; }
  [[nodiscard]] const Formulation& formulation() const { return formulation_; }
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] bool of_stays() const { return bound_.of_stays(); }  ///< a column holds all days of an attendee
  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] std::int64_t scale() const { return bound_.scale(); }  ///< of its prices
  [[nodiscard]] const ProblemLevel& level() const { return level_; }
  /// Those that bounded the node solved last; empty where there were none, which is all 0.
  [[nodiscard]] const RowPrices& best_prices() const { return bound_.best_prices(); }
  /// The column of each cell (by position) that the last LP takes most of, and how much.
  [[nodiscard]] std::vector<std::pair<double, const Column*>> leading() const;
  /// The last LP broke a row at a price.
  [[nodiscard]] bool broken() const { return !by_compact_ && columns_.broken(); }

  /// Forbids, in `node`, what no plan below `cut_off` can use, and bounds what no such plan can
  /// have more or less of, by the prices of the last solve of this node.
  void tighten(Node& node, Cost cut_off) const { bound_.tighten(program(), node, cut_off); }
  /// Removes columns that no plan of `fates` below `cut_off` takes, as far as the last LP says.
  void purge(const Fates& fates, Cost cut_off) { columns_.purge(fates, cut_off); }

 private:
  Master(const Master&) = default;
  NodeResult solve_compact(const Node& node, Cost cut_off);
  void offer(const Node& node, const CompactLp& compact);
  int add_columns(std::vector<Priced>& best);
  /// False: the node is impossible.
  bool learn(const Node& node, RowPrices prices, bool first, std::vector<Priced>& best, NodeResult& result);
  [[nodiscard]] bool possible_together(const std::vector<CandidateIndex>& stay) const;
  [[nodiscard]] bool leaves_open(const Node& node) const;
  void charge_pricing();

  const Problem& problem_;
  const std::vector<Cell>& cells_;
  Formulation formulation_;
  ProblemLevel level_;
  Budget* budget_ = nullptr;
  std::size_t thought_over_ = std::numeric_limits<std::size_t>::max();
  std::optional<std::int64_t> cut_after_;
  NodeBound bound_;
  ColumnLp columns_;
  std::shared_ptr<CompactLp> compact_;  // of this master alone
  bool by_compact_ = false;             // so was the last node solved
  std::vector<double> sits_;
};

}  // namespace plancover
