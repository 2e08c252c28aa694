// What prices of a program's rows prove of a node, in whole numbers (see bound.hpp), and what they leave no room for
// (reduced costs; Dantzig, Fulkerson and Johnson 1954). The best prices so far are kept: they are a place to go on
// from.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plancover/solver/potential.hpp"
#include "plancover/solver/program.hpp"

namespace plancover {

class NodeBound {
 public:
  explicit NodeBound(const Problem& problem) : scale_(scale_for(problem)), center_{scale_, {}} {}

  /// For cells that hold whole attendees, by position: what ties their days.
  void credit(std::vector<Potential> potentials) { potentials_ = std::move(potentials); }
  [[nodiscard]] bool of_stays() const { return !potentials_.empty(); }
  [[nodiscard]] std::int64_t scale() const { return scale_; }  ///< of all prices here

  /// Those that bounded most; none where there were none, which is all 0.
  [[nodiscard]] const RowPrices& best_prices() const { return center_; }
  [[nodiscard]] bool has_prices() const { return !center_.of.empty(); }
  void start_at(RowPrices prices) { center_ = std::move(prices); }
  void forget_prices() { center_ = {scale_, {}}; }
  /// The program has rows that it had not: they cost nothing so far.
  void extend_to(std::size_t rows);

  /// No plan of the node costs less; nothing: what is decided in it breaks a rule. The prices are kept if they say more
  /// than those before, or are the first of this node. `best` gets the best column of each cell, by position.
  std::optional<Cost> learn(const Program& program, const Node& node, RowPrices prices, bool first,
                            std::vector<Priced>& best);
  /// The bound at no prices at all: true, and weak. Nothing is kept.
  [[nodiscard]] Cost plain(const Program& program, const Node& node);

  /// Forbids, in `node`, what no plan below `cut_off` can use, and bounds what no such plan can have more or less of,
  /// by the best prices of this node.
  void tighten(const Program& program, Node& node, Cost cut_off) const;

  /// Steps of pricing since this was asked last.
  [[nodiscard]] std::int64_t take_steps();

 private:
  std::optional<Wide> price_all(const Program& program, const Node& node, const RowPrices& prices,
                                std::vector<Priced>& best);
  void tighten_variables(const Program& program, VariableBounds& bounds, Wide room) const;

  std::int64_t scale_ = 1;
  std::vector<Potential> potentials_;  // by position; empty where no cell holds a whole attendee
  Relaxed relaxed_;
  RowPrices center_;                        // of the best bound so far at this level
  Wide lagrangean_ = 0;                     // that bound, scaled
  Prices best_prices_;                      // of candidates, likewise
  std::vector<Potential> best_potentials_;  // likewise
  std::vector<std::int64_t> cell_bound_;    // by position, likewise
  std::int64_t steps_ = 0;
};

}  // namespace plancover
