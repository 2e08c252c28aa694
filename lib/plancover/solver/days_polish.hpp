// Days of a plan solved again by branch and price, while all other days are held as they are.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "plancover/solver/days_alone.hpp"

namespace plancover {

class DaysPolish {
 public:
  /// `incumbent` is read at each call.
  DaysPolish(const Polish& what, const Incumbent& incumbent);

  /// Solves these days again; the plan that is better, if there is one. With `ahead`, what they are worth to
  /// later days is not what these hold but what `ahead` says, and the plan may become worse.
  std::optional<Incumbent> better(Days days, Budget& budget, const std::vector<std::int64_t>* ahead = nullptr);

 private:
  void go_on(Master& master, const Piece& now, const Fates& fates, std::size_t from, Incumbent& part,
             Budget& budget) const;
  void open(Master& master, const Piece& now, std::pair<std::size_t, std::size_t> levels, bool links,
            const Fates& fates) const;

  const Problem& problem_;
  DaysAlone alone_;
  const std::vector<Cell>& day_cells_;
  const Piece& whole_;
  std::size_t level_;
  std::size_t last_;
  const Fates& fates_;
  std::vector<std::size_t> first_level_;  // by SlotIndex
  const NearPrices* near_;
  const Incumbent& incumbent_;
  std::vector<int> one_group_;
};

}  // namespace plancover
