// A bound of quality from days alone, where a linear program of the whole is too large.
// What ties the days of an attendee, continuity and total hours, is let go at a price, and
// the prices climb towards those that say most (Lagrangean relaxation; Held, Wolfe and
// Crowder 1974). The rest between days is let go for nothing.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "plancover/solver/search.hpp"

namespace plancover {

/// A day of the whole, and what its plan may cost at most at the levels before quality.
struct BoundDay {
  const Piece* piece = nullptr;
  std::vector<Cost> at_most;
};

struct DaysBound {
  Cost bound = 0;  ///< no plan of the days costs less at the level of quality
  /// By CandidateIndex: what a seat is worth to later days, in points, less what its minutes cost.
  std::vector<std::int64_t> ahead;
  /// Of the days' rows, in points; the group is the day's place in `days`. Empty where there was no time for them.
  std::map<RowName, double> prices;
  /// What of continuity in a session, by attendee, is paid to those before it, in points.
  std::map<std::pair<PersonIndex, SlotIndex>, double> early;
};

/// `days` are pieces of single days. Ends when the bound is `value`, what the best plan known
/// costs, or no more comes of it.
[[nodiscard]] DaysBound bound_by_days(const Problem& problem, const std::vector<Cell>& day_cells,
                                      const std::vector<BoundDay>& days, const Fates& fates, Cost value,
                                      Budget& budget);

}  // namespace plancover
