// How good a plan is, in words: the table of levels with what is proved, and the one
// line that sums it up.
#pragma once

#include <string>

#include "plancover/report/text_style.hpp"
#include "plancover/report/view.hpp"

namespace plancover {

/// Value, bound and whether they meet, one level a line.
[[nodiscard]] std::string text_levels(const std::vector<Level>& levels, const TextStyle& style);
/// "all 18 required seats and 4 of 6 optional ones filled, every level proved best"
[[nodiscard]] std::string text_summary(const Conference& conference, const Plan& plan);

}  // namespace plancover
