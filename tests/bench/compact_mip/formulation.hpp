// The problem as a compact mixed-integer program: one binary for each candidate, one row
// for each clique of sessions that an attendee cannot combine. This is what a planner
// with a general solver would write, and what plancover is measured against.
#pragma once

#include "bench/compact_mip/rows.hpp"
#include "plancover/problem/problem.hpp"

namespace plancover::bench {

/// Each level to be minimised: quality stands negated.
[[nodiscard]] Mip compact_mip(const Problem& problem);

}  // namespace plancover::bench
