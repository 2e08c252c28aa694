#include "plancover/solver/solve.hpp"

#include "plancover/solver/levels.hpp"

namespace plancover {

SolveResult solve(const Problem& problem, const SolveOptions& options) {
  return Levels(problem, options).run();
}

}  // namespace plancover
