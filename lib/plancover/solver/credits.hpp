// How potential.hpp enters the prices of candidates, so that a day can be valued by itself.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/potential.hpp"
#include "plancover/solver/prices.hpp"

namespace plancover {

/// Adds the credits of `potential` to the gains of the cell's candidates.
void add_credits(const Problem& problem, const Cell& cell, const Potential& potential, std::int64_t continuity,
                 std::vector<std::int64_t>& gain);
/// Takes them off again.
void take_credits(const Problem& problem, const Cell& cell, const Potential& potential, std::int64_t continuity,
                  std::vector<std::int64_t>& gain);
/// Sets what a minute costs so that the best days at that cost keep the limit as nearly as
/// may be, and takes it off `gain`.
void charge_minutes(const Problem& problem, const Cell& cell, const Prices& prices, const Fates& fates,
                    Potential& potential, std::vector<std::int64_t>& gain);
/// What the credits leave out: no stay within `limit` minutes is worth more than its best days and this.
[[nodiscard]] std::int64_t credit_constant(const Potential& potential, std::int64_t limit);
/// The charges on both sides of each night, as day_search wants them.
[[nodiscard]] std::vector<Charge> night_charges(const Potential& potential);

}  // namespace plancover
