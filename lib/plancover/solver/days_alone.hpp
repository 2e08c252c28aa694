// Some days of a plan as a problem of their own, while all other days are held as they are:
// points, hours and continuity are what the others leave of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plancover/solver/polish.hpp"

namespace plancover {

using Days = std::span<const PolishDay>;

/// Several days in a row as one piece.
[[nodiscard]] Piece joined(Days days);

class DaysAlone {
 public:
  /// `day_cells` and the whole problem are read at each call.
  DaysAlone(const Problem& problem, const std::vector<Cell>& day_cells);

  /// Returns what of `plan` is of these days; what is left in it are the others.
  [[nodiscard]] std::vector<CandidateIndex> take_out(const Piece& now, std::vector<CandidateIndex>& plan) const;
  /// From now on these days, of which nothing is in `others`. `tied`: they are several, and what ties them counts.
  /// With `ahead` (by CandidateIndex), what they are worth to later days is not what these hold but what it says.
  void lay_out(const Piece& now, const std::vector<CandidateIndex>& others, bool tied,
               const std::vector<std::int64_t>* ahead = nullptr);
  /// With the indexes of the whole; only what is of the days laid out means anything.
  [[nodiscard]] const Problem& problem() const { return alone_; }
  /// Who may not sit there because of where they sit on other days.
  void forbid_clashes(const Piece& now, const std::vector<CandidateIndex>& others, Fates& fates) const;

 private:
  const Problem& problem_;
  Problem alone_;
  const std::vector<Cell>& day_cells_;
};

}  // namespace plancover
