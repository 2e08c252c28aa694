// The one door of the solver: a Problem goes in, the best plan found comes out with a
// bound for each level. Assumes the Problem is valid; throws only on a bug.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover {

/// One step of a solve, for a progress display; not part of any result. Value and bound as in LevelResult.
struct Progress {
  std::size_t level = 0;  ///< index into Problem::levels
  std::int64_t value = 0;
  std::optional<std::int64_t> bound;  ///< none until one is known
};

struct Proof;

struct SolveOptions {
  int threads = 1;  ///< without `time_used`, never changes the result
  /// The share of the time limit that is used up, asked now and then, by several threads at once; 1 or more ends
  /// the search with the best plan. Empty: only the fixed amount of work ends it.
  std::function<double()> time_used;
  /// The time limit, where there is one: with little of it, less is solved all at once than `large_candidates` says,
  /// but with a proof.
  std::optional<double> seconds;
  std::function<void(const Progress&)> progress;  ///< may be empty
  /// Proved of the first levels, all of them of required seats: no plan is below the first of these; none that
  /// reaches the first is below the second, and so on. May be empty.
  std::vector<std::int64_t> at_least;
  /// Where not null, what proves the bounds is written here; the result is the same, but where cuts
  /// prove more than it can show: then bounds are those shown, and later levels lean on them. For problems without the
  /// level of changes and with nothing in `at_least`.
  Proof* proof = nullptr;
  /// The fixed amount of work, in units of `budget.hpp`; 0: as much as a whole conference is worth. Days are searched
  /// side by side, and where many are hard, together they may take more than their share of it.
  std::int64_t work = 0;
  /// What is so large that it is solved another way: more sessions than this day by day before all
  /// at once, and with more candidates than this never all at once for quality, and first filled by chains.
  std::size_t large_sessions = 250;
  std::size_t large_candidates = 20'000;
  /// With more rows than this in the linear program, each branch is thought over before it is taken.
  std::size_t large_rows = 650;
  /// Work on a tree of such a program, in the same units, after which it goes on without columns, but with cuts; most
  /// trees end sooner.
  std::int64_t large_tree = 40'000;
};

/// As `score` counts: points for quality, where more is better; seats or changes for all others, where fewer is.
struct LevelResult {
  std::int64_t value = 0;
  std::int64_t bound = 0;  ///< proved: no plan as good at all earlier levels is better
};

struct SolveResult {
  std::vector<CandidateIndex> chosen;  ///< ascending
  std::vector<LevelResult> levels;     ///< in the order of Problem::levels
  bool proved = false;                 ///< every bound equals its value
};

[[nodiscard]] SolveResult solve(const Problem& problem, const SolveOptions& options);

}  // namespace plancover
