// How good a plan is, in words: the table of levels with what is proved, and the one
// line that sums it up.
#pragma once

#include <string>

#include "plancover/report/text_style.hpp"
#include "plancover/report/view.hpp"

namespace plancover {

/// Value, bound and whether they meet, one level a line.
[[nodiscard]] std::string text_levels(const std::vector<Level>& levels, const TextStyle& style);
/// The values alone, for a plan of which nobody has worked out what is still possible.
[[nodiscard]] std::string text_values(const std::vector<Level>& levels, const TextStyle& style);
/// "all 18 required seats filled, 4 of 6 optional"
[[nodiscard]] std::string text_summary(const Conference& conference, const Plan& plan);
/// "every level proved best", "2 levels not proved best"
[[nodiscard]] std::string text_proof(const Plan& plan);

}  // namespace plancover
