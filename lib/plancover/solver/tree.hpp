// The tree of a branch and price: deeper and deeper from where there is most hope (best
// first with plunging; Linderoth and Savelsbergh 1999). Where it grows, two nodes are
// looked at at a time, by two masters, whether there are two threads for it or one: so
// the number of threads changes nothing.
#pragma once

#include <memory>
#include <vector>

#include "plancover/solver/budget.hpp"
#include "plancover/solver/incumbent.hpp"
#include "plancover/solver/recorder.hpp"

namespace plancover {

/// A node that has not been looked at.
struct Open {
  Node node;
  Cost bound = 0;
  std::size_t recorded = 0;
  std::shared_ptr<const Master::Start> start;  ///< where the node above it ended
};

/// Branches on what is open until nothing is, or `nodes` are looked at, or the budget is spent, or the
/// incumbent costs no more than `stop_at`; returns a cost that nothing in `open` can be below, unless it
/// is the incumbent.
Cost explore(Master& master, std::vector<Open> open, Cost stop_at, int nodes, Incumbent& incumbent, Budget& budget,
             Recorder& recorder);

}  // namespace plancover
