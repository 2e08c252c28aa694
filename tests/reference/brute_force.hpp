// Every plan of a small conference, and the best of them: sections 4 and 5 of the
// planning model in their plainest form. Slow on purpose; refuses more than seven
// attendees or 21 seats, and knows nothing of the library's rules, score or solver.
#pragma once

#include <optional>
#include <vector>

#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover::reference {

struct Best {
  std::vector<Level> levels;            ///< bounds equal values
  std::vector<Assignment> assignments;  ///< one plan that reaches them; in no particular order
};

/// Empty when no plan keeps the rules: then pins and history exclude each other.
[[nodiscard]] std::optional<Best> brute_force(const Conference& conference, const Past& past);

/// What a plan is worth by the same plain reading, whether it keeps the rules or not.
[[nodiscard]] std::vector<Level> worth(const Conference& conference, const std::vector<Assignment>& assignments,
                                       const Past& past);
/// Does the plan keep every hard rule? Expects no assignment twice.
[[nodiscard]] bool keeps_rules(const Conference& conference, const std::vector<Assignment>& assignments,
                               const Past& past);

}  // namespace plancover::reference
