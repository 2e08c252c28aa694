// The bound that takes no time: what each seat could earn if whoever is best for it were free.
#pragma once

#include "plancover/solver/cell.hpp"
#include "plancover/solver/formulation.hpp"

namespace plancover {

/// No plan's quality costs less in `sessions`, ascending; `fates` says who may sit there, and who does.
[[nodiscard]] Cost bound_by_seats(const Problem& problem, const std::vector<SlotIndex>& sessions, const Fates& fates);

}  // namespace plancover
