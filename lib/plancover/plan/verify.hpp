// Tests a plan against hard rules 1-8 from the model alone: no solver, no Problem.
// Each broken rule is one diagnostic at the plan's line, with the planning file's line
// as a note. An empty list means the plan may be used.
#pragma once

#include "plancover/base/diagnostic.hpp"
#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

/// Sessions that are history by `past.now` are held only against the previous plan, if there is one.
[[nodiscard]] Diagnostics verify(const Conference& conference, const std::vector<Assignment>& assignments,
                                 const Past& past);

}  // namespace plancover
