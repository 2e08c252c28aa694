// The plan as planners read it in the morning: day by day, each session with its time,
// room and tier, who leads, who notes, who follows remotely, and what stays empty.
#pragma once

#include <string>

#include "plancover/report/text_style.hpp"
#include "plancover/report/view.hpp"

namespace plancover {

/// Days apart by an empty line; ends with a line break; says so where there is nothing to show.
[[nodiscard]] std::string text_by_day(const Conference& conference, const PlanView& plan, const TextStyle& style);
/// "ITU Plenipotentiary Conference 2014, times in Asia/Seoul": the line above a plan.
[[nodiscard]] std::string text_heading(const Conference& conference, const TextStyle& style);

}  // namespace plancover
