// What one solve proves of another problem: a plan of a problem that only forbids more is a
// plan of the first one too, and a plan that uses something new is one without it. So the
// required levels of the first bound those of the second, and need not be proved again.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/solve.hpp"

namespace plancover {

struct Solved {
  Problem problem;
  /// Of the first levels, all of required seats, up to and with the first that was not proved: no plan is
  /// below the first of these; none that reaches the first is below the second, and so on.
  std::vector<std::int64_t> bounds;
};

[[nodiscard]] Solved solved(Problem problem, const SolveResult& result);

/// In the same sense, for `now`; empty where the two are too different: another programme, a higher limit,
/// someone fixed who is not any more.
[[nodiscard]] std::vector<std::int64_t> promised(const Solved& before, const Problem& now);

}  // namespace plancover
