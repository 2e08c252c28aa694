// The best stay of one attendee, all days together, at given prices: continuity over
// night, rest and total hours are exact. Credits between days are bettered first
// (potential_ascent.hpp); a whole stay then loses something against the sum of its best
// days, and stays are searched in order of that loss, day by day, by labels (Irnich and
// Desaulniers 2005). With good credits little is lost, and few stays are looked at.
#pragma once

#include "plancover/solver/potential.hpp"
#include "plancover/solver/pricing.hpp"

namespace plancover {

/// `prices.gain` holds the credits of `potential`, before and after; no other candidate's gain than those of the cell
/// changes. Where there are too many stays to look at, the bound stays true and the value is that of a good one.
[[nodiscard]] Priced price_person(const Problem& problem, const Cell& cell, Prices& prices, Potential& potential,
                                  const Fates& fates, std::int64_t& work);

}  // namespace plancover
