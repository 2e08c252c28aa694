// The plan as one JSON object: the same three parts and the same keys as the plan file.
// A contract for programs: keys may be added, never renamed or taken away.
#pragma once

#include <string>

#include "plancover/plan/plan.hpp"

namespace plancover {

/// Ends with a line break. Keys stand in the order of the plan file; `remote` is there only when true.
[[nodiscard]] std::string plan_json(const Conference& conference, const Plan& plan);

}  // namespace plancover
