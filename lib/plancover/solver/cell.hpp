// Cells and columns. A cell is one attendee on one day, or on all days where a limit on
// total hours may bind; a column is one way to spend it: a set of candidates that breaks
// no rule within the day. What an attendee's day earns by itself (continuity inside the
// day, load) belongs to the column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover {

struct Cell {
  PersonIndex person;
  std::vector<CandidateIndex> candidates;  ///< ascending, and so by start; the fixed ones among them
  bool whole = false;                      ///< all days of the person, and all that ties them
  bool many_days = false;                  ///< all days of the person, under the limit on total hours
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
[[nodiscard]] std::vector<Cell> make_day_cells(const Problem& problem);
/// The same, but one cell for all days of an attendee whose limit on total hours can
/// bind: such columns make the LP exact there.
[[nodiscard]] std::vector<Cell> make_cells(const Problem& problem, const Fates& fates);
/// One cell per attendee with a candidate.
[[nodiscard]] std::vector<Cell> make_whole_cells(const Problem& problem);
/// By person: can the limit on total hours bind at all?
[[nodiscard]] std::vector<bool> hours_that_bind(const Problem& problem, const std::vector<Cell>& day_cells,
                                                const Fates& fates);
/// Ranges [first, last) of `candidates`, one for each day.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> days_of(const Problem& problem,
                                                                       const std::vector<CandidateIndex>& candidates);
/// Fixed candidates are chosen, those that clash with a fixed one are forbidden.
[[nodiscard]] Fates initial_fates(const Problem& problem);
/// Are all previous sessions on the session's own day? Then its continuity is the
/// column's own affair; otherwise it ties days together.
[[nodiscard]] bool continuity_within_day(const Problem& problem, SlotIndex session);
/// Fills quality and kept of a column from its chosen candidates; with `whole`, continuity
/// between its days counts too.
void appraise(const Problem& problem, Column& column, bool whole = false);

}  // namespace plancover
