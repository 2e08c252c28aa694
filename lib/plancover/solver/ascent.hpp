// Prices on their way up to those that bound most (subgradient method: Polyak 1969; with
// inertia: Camerini, Fratta and Maffioli 1975). Each round somebody finds what is best at the
// prices; what it takes too much of becomes dearer, what it leaves cheaper. What is missed by
// much each time moves less far (as in Duchi, Hazan and Singer 2011): a room of two hundred and
// a seat for one get to their prices together.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "plancover/solver/bound.hpp"

namespace plancover {

/// What a price may be, both ends included.
struct PriceRange {
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// How fast prices climb.
struct Pace {
  double reach = 0.1;         ///< the part of the way that would close the gap, in the first steps
  double least_reach = 1e-4;  ///< where it ends
  int patience = 10;          ///< rounds in vain, after which steps become
  double shorter = 0.7;       ///< by so much
  double inertia = 0.6;       ///< of the direction, each round
};

class Ascent {
 public:
  /// `start` has a price for each of `ranges`, and is moved into them.
  Ascent(std::vector<std::int64_t> start, std::vector<PriceRange> ranges, const Pace& pace);

  [[nodiscard]] const std::vector<std::int64_t>& prices() const { return prices_; }
  /// The best bound so far, scaled as prices are.
  [[nodiscard]] const std::optional<Wide>& best() const { return best_; }
  [[nodiscard]] const std::vector<std::int64_t>& best_prices() const { return best_prices_; }
  /// The prices bound by `bound`, and `misses` is how the bound would change with each of them; `value` is what a
  /// plan known costs, scaled as they are. False where no more is to be hoped for.
  bool step(Wide bound, const std::vector<double>& misses, Wide value);

 private:
  std::vector<std::int64_t> prices_;
  std::vector<PriceRange> ranges_;
  std::vector<std::int64_t> best_prices_;
  std::vector<double> direction_;
  std::vector<double> size_;  // the mean square of what was missed, the last rounds most
  Pace pace_;
  int in_vain_ = 0;
  std::optional<Wide> best_;
};

}  // namespace plancover
