// Days of a plan solved again by branch and price, while all other days are held as they are.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "plancover/solver/polish.hpp"

namespace plancover {

using Days = std::span<const PolishDay>;

/// Several days in a row as one piece.
[[nodiscard]] Piece joined(Days days);

class DaysPolish {
 public:
  /// `incumbent` is read at each call.
  DaysPolish(const Polish& what, const Incumbent& incumbent);

  /// Solves these days again; the plan that is better, if there is one. With `ahead`, what they are worth to
  /// later days is not what these hold but what `ahead` says, and the plan may become worse.
  std::optional<Incumbent> better(Days days, Budget& budget, const std::vector<std::int64_t>* ahead = nullptr);

 private:
  [[nodiscard]] bool in(const Piece& now, CandidateIndex c) const;
  void lay_out(const Piece& now, const std::vector<CandidateIndex>& others, bool tied,
               const std::vector<std::int64_t>* ahead);
  [[nodiscard]] std::set<SlotIndex> continued_by(const std::set<SlotIndex>& sessions) const;
  void forbid_clashes(const Piece& now, const std::vector<CandidateIndex>& others, Fates& fates) const;
  void go_on(Master& master, const Piece& now, const Fates& fates, std::size_t from, Incumbent& part,
             Budget& budget) const;
  void open(Master& master, const Piece& now, std::pair<std::size_t, std::size_t> levels, bool links,
            const Fates& fates) const;

  const Problem& problem_;
  Problem alone_;  // the problem as some days see it while the others are held
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
