// Large neighbourhood search (Shaw 1998) over groups of people: some who might earn more in each
// other's seats are solved again together, on a day or on a few in a row, while everyone else
// and all other days stay. A day with so many people that its linear program takes seconds
// is bettered sooner so.
#pragma once

#include <cstddef>

#include "plancover/solver/polish.hpp"

namespace plancover {

struct GroupShape {
  std::size_t days = 1;  ///< in a row
  std::size_t people = 6;
};

/// Betters `incumbent`, a plan of the whole, without a loss at the levels before, until a round over all days brings
/// next to nothing, or the budget is spent; with any number of threads in the same way. Of `what`, that the days are
/// to be bettered at later levels, and prices, are not looked at.
void polish_groups(const Polish& what, GroupShape shape, Incumbent& incumbent, Budget& budget);

}  // namespace plancover
