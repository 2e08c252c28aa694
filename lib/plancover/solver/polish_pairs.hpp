// Large neighbourhood search (Shaw 1998) over pairs of people: everyone else keeps their
// stay, and the stays of two are solved again together, exactly. It finds what rounds over
// days cannot: who of two follows which committee from day to day.
#pragma once

#include <vector>

#include "plancover/solver/polish.hpp"

namespace plancover {

/// Betters `incumbent`, a plan of the whole, at quality, without a loss at the levels before it, until
/// no pair can be bettered or the budget is spent. `hours_bind`, by PersonIndex, as hours_that_bind has it.
void polish_pairs(const Polish& what, const std::vector<bool>& hours_bind, Incumbent& incumbent, Budget& budget);

}  // namespace plancover
