// A search over one day's candidates in order of start, cut off by the optimistic value
// of what is still ahead (weighted interval scheduling by dynamic programming; Kleinberg
// and Tardos, Algorithm Design, section 6.1, with a count of sessions as second index).
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/day_layout.hpp"

namespace plancover {

/// One way to spend a day.
struct DayOption {
  std::int64_t minutes = 0;  ///< with the base
  std::int64_t value = 0;    ///< with the base, charges taken off
  std::vector<CandidateIndex> chosen;
};

struct DayOptions {
  std::vector<DayOption> options;
  std::int64_t bound = 0;  ///< of `search_day`: nothing is worth more
  bool complete = true;    ///< false: the work ran out, better ones may be missing
};

/// The best way alone, or with `by_minutes` the best for every number of minutes: each takes more of them and is worth
/// more than the one before. There is at least one.
/// `work` is counted up by the steps taken; their number is limited.
[[nodiscard]] DayOptions search_day(const Problem& problem, const Prices& prices, const std::vector<Charge>& charges,
                                    const DayLayout& day, bool by_minutes, std::int64_t& work);

/// Every way to spend the day that is worth at least `least`, in no order. `complete` is
/// false where there are more than `most` of them, or the work ran out.
[[nodiscard]] DayOptions list_days(const Problem& problem, const Prices& prices, const std::vector<Charge>& charges,
                                   const DayLayout& day, std::int64_t least, std::size_t most, std::int64_t& work);

}  // namespace plancover
