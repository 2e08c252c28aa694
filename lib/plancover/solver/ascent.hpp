// Row prices on their way up to those that bound most (subgradient method: Polyak 1969; with
// inertia: Camerini, Fratta and Maffioli 1975). Each round somebody finds what is best at the
// prices; rows that it misses become dearer or cheaper.
#pragma once

#include <optional>
#include <vector>

#include "plancover/solver/bound.hpp"

namespace plancover {

/// By how much what is best at the prices misses each row: the whole stays of `best`, by position, and
/// variables where their reduced costs want them.
[[nodiscard]] std::vector<double> missed(const Problem& problem, const Formulation& formulation,
                                         const ProblemLevel& level, const RowPrices& prices,
                                         const VariableBounds& bounds, const std::vector<Priced>& best);

class Ascent {
 public:
  /// `reach`: the part of the way that would close the gap, in the first steps.
  Ascent(RowPrices start, double reach)
      : prices_(std::move(start)), direction_(prices_.of.size(), 0.0), reach_(reach) {}

  [[nodiscard]] const RowPrices& prices() const { return prices_; }
  /// The best bound so far, scaled.
  [[nodiscard]] const std::optional<Wide>& best() const { return best_; }
  /// The prices bound by `bound` and miss the rows by `misses`; `value` is what a plan known costs, scaled as
  /// they are. False where no more is to be hoped for.
  bool step(const Formulation& formulation, Wide bound, const std::vector<double>& misses, Wide value);

 private:
  RowPrices prices_;
  std::vector<double> direction_;
  double reach_ = 1.0;
  int in_vain_ = 0;
  std::optional<Wide> best_;
};

}  // namespace plancover
