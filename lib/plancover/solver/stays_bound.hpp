// A bound of quality from whole stays: the seats, and what earlier levels must keep, are let
// go at a price, and what is left of the problem is one best stay for each attendee, with
// continuity, rest and total hours exact (Lagrangean relaxation; Held, Wolfe and Crowder
// 1974). It says more than prices between days do, which let half a day be of two plans.
#pragma once

#include <vector>

#include "plancover/solver/cells_bound.hpp"

namespace plancover {

/// No plan of the whole costs less at quality. `near` has the prices to start from. Ends when
/// the bound is the task's value or no more comes of it; says the least number where there was no time for any.
[[nodiscard]] Cost bound_by_stays(const BoundTask& task, const std::vector<bool>& hours_bind, const NearPrices& near,
                                  Budget& budget);

}  // namespace plancover
