// The one door of the solver: a Problem goes in, the best plan found comes out with a
// bound for each level. Assumes the Problem is valid; throws only on a bug.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover {

/// One step of a solve, for a progress display; not part of any result.
struct Progress {
  std::string_view level;
  std::int64_t value = 0;
  std::int64_t bound = 0;
};

struct SolveOptions {
  int threads = 1;                                   ///< never changes the result
  std::function<bool()> stop;                        ///< asked now and then; true ends the search with the best plan
  std::function<void(const Progress&)> progress;     ///< may be empty
  std::int64_t work_limit = 0;                       ///< steps of the search; 0: the default amount
};

struct LevelResult {
  std::int64_t value = 0;
  std::int64_t bound = 0;  ///< proved by exact arithmetic
};

struct SolveResult {
  std::vector<CandidateIndex> chosen;  ///< ascending
  std::vector<LevelResult> levels;     ///< in the order of Problem::levels
  bool proved = false;                 ///< every bound equals its value
  bool stopped = false;                ///< `stop` cut the search short
};

[[nodiscard]] SolveResult solve(const Problem& problem, const SolveOptions& options);

}  // namespace plancover
