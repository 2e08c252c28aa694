// Large neighbourhood search (Shaw 1998) over people of one day: a few of them are solved
// again together, exactly, while everyone else stays. They are those who could sit in an empty
// seat, and in those they hold meanwhile, so that a chain of changes can fill it. A day with so
// many sessions that its linear program takes seconds is filled sooner so than by descents in it.
#pragma once

#include <cstddef>

#include "plancover/solver/polish.hpp"

namespace plancover {

inline constexpr std::size_t largest_group = 16;  ///< people; measured

/// Betters `incumbent`, a plan of `what.whole`, whose sessions are of one day, at a level of seats, without a loss at
/// those before it, until it costs `what.enough`, groups of all sizes helped no more, or the budget is spent.
void polish_people(const Polish& what, Incumbent& incumbent, Budget& budget);

}  // namespace plancover
