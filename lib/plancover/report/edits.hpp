// Changes of the planning files as people read them and patch(1) takes them: a unified diff
// without lines around the changes; and as values for programs.
#pragma once

#include <string>
#include <vector>

#include "plancover/base/location.hpp"
#include "plancover/base/splice.hpp"

namespace plancover {

/// Empty where there is nothing to change. Paths stand as they were read.
[[nodiscard]] std::string edits_diff(const Sources& sources, const std::vector<Splice>& splices);

}  // namespace plancover
