// The linear program of a compact node. Cuts join it, and nodes below are solved in it by their bounds alone.
#pragma once

#include <cstddef>
#include <vector>

#include "plancover/simplex/lp.hpp"
#include "plancover/solver/budget.hpp"
#include "plancover/solver/compact.hpp"

namespace plancover {

class CompactLp {
 public:
  CompactLp(const Program& program, const Node& node);

  /// Work is charged to the budget, whose time is asked on the way too. False as of Lp::solve.
  bool solve(Budget& budget);
  /// Of a node at or below the one it was made for.
  void restrict_to(const Node& node);
  /// As of Lp::objective_with, for a node below the one solved last.
  [[nodiscard]] double estimate(const Node& node, int most_iterations, Budget& budget);

  // Of the last solve, until cuts come or go:
  [[nodiscard]] double objective() const { return lp_.objective(); }
  [[nodiscard]] double value_of(std::size_t variable) const;  ///< of the formulation
  /// How much it takes of each candidate, by CandidateIndex: of those that the node leaves open. Others stay as they
  /// are.
  void read_into(std::vector<double>& sits) const;
  /// By row of the formulation: those made for a compact program's rules of a day are left out, for columns know them.
  [[nodiscard]] RowPrices prices(const Formulation& formulation, std::int64_t scale) const;

  /// Adds cuts that the last solution breaks; false: there is none.
  bool cut(Budget& budget);
  /// Cuts are long: those that have had room left for some rounds take more memory than they are worth.
  void forget_idle();
  /// Those that the formulation has no rows for yet. It must get these rows now, in this order.
  [[nodiscard]] std::vector<Cut> fresh_cuts();

  [[nodiscard]] Lp::Basis basis() const { return lp_.basis(); }
  void start_from(const Lp::Basis& basis) { lp_.start_from(basis); }

 private:
  [[nodiscard]] std::vector<Lp::ColumnBounds> bounds_in(const Node& node) const;
  [[nodiscard]] std::int64_t work_of_iteration() const;
  void watch(Budget& budget);
  /// A variable, or what a row has left, that is not whole.
  struct Broken {
    double part = 0;
    bool is_row = false;
    int index = 0;
  };
  [[nodiscard]] std::vector<Broken> broken_parts() const;
  [[nodiscard]] double room_left(const CompactRow& cut) const;
  [[nodiscard]] bool is_known(const CompactRow& cut) const;
  void add(CompactRow cut);

  Compact compact_;
  std::size_t first_cut_ = 0;
  struct Standing {
    int idle = 0;       // for how many rounds in a row it has had room left
    bool told = false;  // the formulation has a row for it
  };
  std::vector<Standing> standing_;  // by cut
  double best_rating_ = 0;          // of late
  Lp lp_;
};

}  // namespace plancover
