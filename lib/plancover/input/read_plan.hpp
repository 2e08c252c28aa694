// A plan file, YAML or JSON, to its words. Refuses what is no plan; ids are not looked up here.
#pragma once

#include <optional>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

struct PlanRead {
  std::optional<PlanText> plan;  ///< empty when `diagnostics` holds an error
  Diagnostics diagnostics;
};

/// Locations in the result have `file` as their file.
[[nodiscard]] PlanRead read_plan(const Source& source, std::uint32_t file);

}  // namespace plancover
