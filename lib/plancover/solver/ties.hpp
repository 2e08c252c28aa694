// The rows that tie an attendee's days together: total hours, what must not be near each
// other across a night, and continuity from a session of another day.
#pragma once

#include "plancover/solver/formulation.hpp"

namespace plancover {

/// Total hours and clashes; called by formulate. What history alone already exceeds only forbids more (rule 8).
void add_ties(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates, Formulation& formulation);
/// Continuity between days, which only quality asks for.
void add_links(const Problem& problem, const std::vector<Cell>& cells, const Fates& fates, Formulation& formulation);

}  // namespace plancover
