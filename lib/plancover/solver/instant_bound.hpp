// A bound by counting: of all instants, the one at which seats ask for most people more than could sit
// in any of them. What it says is said in prices, so that it is proved, and certified, like all others.
#pragma once

#include "plancover/solver/relaxation.hpp"

namespace plancover {

struct InstantBound {
  Cost bound = 0;     ///< 0: at no instant are people too few
  NearPrices prices;  ///< of rows; they say so
};

/// At a level of required seats in `sessions`; nothing at other levels.
[[nodiscard]] InstantBound bound_by_instant(const Problem& problem, const std::vector<SlotIndex>& sessions,
                                            const ProblemLevel& level, const Fates& fates);

}  // namespace plancover
