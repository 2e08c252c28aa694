// Person-days. A cell is one attendee on one day; a column is one way to spend it: a
// set of candidates that breaks no rule within the day. Everything that an attendee's
// day earns by itself (continuity inside the day, load) belongs to the column.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover {

struct Cell {
  PersonIndex person;
  int day = 0;
  std::vector<CandidateIndex> candidates;  ///< by start; the fixed ones among them
};

struct Column {
  int cell = 0;
  std::vector<CandidateIndex> chosen;  ///< ascending
  std::int64_t quality = 0;            ///< points that depend on this column alone
  int kept = 0;                        ///< units of `changes` it saves
};

/// What branching and pins have decided about a candidate.
enum class Fate : signed char { forbidden = -1, open = 0, chosen = 1 };
using Fates = std::vector<Fate>;  ///< by CandidateIndex

/// One cell per attendee and day with a candidate, by person, then day.
[[nodiscard]] std::vector<Cell> make_cells(const Problem& problem);
/// Fixed candidates are chosen, those that clash with a fixed one are forbidden.
[[nodiscard]] Fates initial_fates(const Problem& problem);
/// Are all previous sessions on the session's own day? Then its continuity is the
/// column's own affair; otherwise it ties days together.
[[nodiscard]] bool continuity_within_day(const Problem& problem, SlotIndex session);
/// Fills quality and kept of a column from its chosen candidates.
void appraise(const Problem& problem, Column& column);

}  // namespace plancover
