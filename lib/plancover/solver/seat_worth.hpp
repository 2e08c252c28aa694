// What a seat is worth by itself, as if everyone were free: a bound of quality that takes no time, and a first price.
#pragma once

#include <cstdint>
#include <optional>

#include "plancover/solver/cell.hpp"
#include "plancover/solver/formulation.hpp"

namespace plancover {

/// No plan's quality costs less in `sessions`, ascending; `fates` says who may sit there, and who does.
[[nodiscard]] Cost bound_by_seats(const Problem& problem, const std::vector<SlotIndex>& sessions, const Fates& fates);

/// About what a seat should cost: what the first who gets none there would earn in it. Nothing where nobody need go
/// without.
[[nodiscard]] std::optional<std::int64_t> worth_of_a_seat(const Problem& problem, SeatIndex index, const Fates& fates);

}  // namespace plancover
