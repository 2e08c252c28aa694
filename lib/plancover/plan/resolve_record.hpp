// What a plan file records about itself, its levels and gaps, held against what its
// assignments are worth. Part of resolve; not for use elsewhere.
#pragma once

#include "plancover/base/diagnostic.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

/// Compares values, not bounds; leaves out `changes`, which no one can tell without the previous plan.
void compare_levels(const std::vector<Level>& computed, const PlanText& text, Diagnostics& found);
/// Expects the gaps of `text` to be there. Unknown ids in a gap are left to the caller.
void compare_gaps(const Conference& conference, const std::vector<Gap>& computed, const PlanText& text,
                  Diagnostics& found);

}  // namespace plancover
