// Prices for a climb to start from: the linear program in which all attendees are one pool, as if whoever is there
// could take any seat; scheduling of fixed intervals on identical machines (Arkin and Silverberg 1987) with limits on
// what they carry. It says at once which instants and days lack people; who may sit where is learned by climbing.
#pragma once

#include <optional>

#include "plancover/solver/bound.hpp"
#include "plancover/solver/budget.hpp"

namespace plancover {

/// Prices of the formulation's rows at a level, but that of changes; nothing where work or time ran out before. They
/// prove what any prices prove.
[[nodiscard]] std::optional<RowPrices> pool_prices(const Problem& problem, const std::vector<Cell>& cells,
                                                   const Formulation& formulation, const ProblemLevel& level,
                                                   const Fates& fates, Budget& budget);

}  // namespace plancover
