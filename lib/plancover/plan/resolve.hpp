// From a plan's words to a plan against a conference: ids become indexes, and what names
// nothing is said. Presence is decided by rule 2, not by what the file says.
#pragma once

#include "plancover/base/diagnostic.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

struct Resolved {
  Plan plan;                ///< what could be resolved
  Diagnostics diagnostics;  ///< unknown ids, doubled lines, `remote` against rule 2, gaps or levels that disagree
};

[[nodiscard]] Resolved resolve(const Conference& conference, const PlanText& text);

}  // namespace plancover
