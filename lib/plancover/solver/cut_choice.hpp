// Of the cuts found in one round, which join the program: those that are broken by most, and that say different things.
#pragma once

#include <vector>

#include "plancover/solver/compact.hpp"

namespace plancover {

/// How good a cut is at a solution, by variable of the compact program: by how much it is broken, by the length of what
/// does not stand where the cut wants it anyway, and less for each of these. What stands there costs a cut nothing, so
/// that one which says more is not worth less.
[[nodiscard]] double rating(const Compact& compact, const CompactRow& cut, const double* values);

struct RatedCut {
  double rating = 0;
  CompactRow row;
};

/// The best, and each that is near `best` and nearly at right angles to those taken (Balas, Ceria and Cornuejols 1996).
/// Many cuts that say about the same keep the program busy, and its objective where it is.
[[nodiscard]] std::vector<CompactRow> chosen_cuts(std::vector<RatedCut> found, double best);

}  // namespace plancover
