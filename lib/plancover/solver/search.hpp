// Branch and price at one level of one piece (Barnhart et al. 1998): solves the master,
// and where it sits someone half, tries both ways. Every pruned node is pruned by an
// exact bound, so an exhausted search is a proof.
#pragma once

#include "plancover/solver/budget.hpp"
#include "plancover/solver/incumbent.hpp"
#include "plancover/solver/recorder.hpp"

namespace plancover {

/// Improves `incumbent` at the master's level as far as the budget goes; returns a cost
/// that no plan of the piece can be below (equal to the incumbent's: proved). `known` is
/// such a cost that was proved before. What proves the rest goes to `recorder`.
Cost search(Master& master, const Fates& fates, Incumbent& incumbent, Cost known, Budget& budget, Recorder& recorder);

/// Only the bound of the root, by its LP.
Cost root_bound(Master& master, const Fates& fates, Cost cut_off, Budget& budget, Recorder& recorder);

/// One quick descent: solves the LP, fixes the days it is surest of, again and again.
/// True if it found something better.
bool dive(Master& master, Node node, Incumbent& incumbent, Budget& budget);

}  // namespace plancover
