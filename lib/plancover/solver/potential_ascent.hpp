// Credits between the days of one stay on their way to those at which the best days lose least to each other: the
// Lagrangean dual of the ties, by subgradients with the step of Polyak (1969), for the value of a stay is known. The
// credits that come with the prices of rows may be far off: a program of days asks any price of a night that a stay
// is not tempted by, and at such a price a search looks at nearly every stay there is.
#pragma once

#include "plancover/solver/stay_days.hpp"

namespace plancover {

/// Betters `potential`, and `prices.gain` with it, for the cell of `days`, which look at both. The days are laid out
/// afterwards; false: what is decided breaks a rule.
[[nodiscard]] bool climb_potential(const Problem& problem, const Cell& cell, StayDays& days, Prices& prices,
                                   Potential& potential);

}  // namespace plancover
