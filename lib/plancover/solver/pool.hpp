// What all attendees of a piece could do together, whoever may sit where: how many of them are there at each instant,
// and how much they may carry.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/formulation.hpp"

namespace plancover {

struct Pool {
  std::vector<std::int64_t> instants;  ///< at which sessions of the piece start, ascending
  std::vector<std::int64_t> present;   ///< by instant: who can sit somewhere then
  std::vector<std::int64_t> able;      ///< by SeatIndex: who may sit there
  std::vector<std::int64_t> minutes;   ///< by day
  std::vector<std::int64_t> counted;   ///< by day: sessions that count
  std::int64_t minutes_in_all = 0;
};

/// Of seats that have a row in the formulation; forbidden candidates are left out.
[[nodiscard]] Pool pool_of(const Problem& problem, const std::vector<Cell>& cells, const Formulation& formulation,
                           const Fates& fates);

}  // namespace plancover
