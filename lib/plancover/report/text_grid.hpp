// The plan on a terminal as the page has it: a grid for each day, times down, rooms or
// committees across, who sits where in each session, and what stays empty. Fits the width:
// what is too broad stands below. Draws with ASCII only, for every terminal shows that alike.
#pragma once

#include <string>

#include "plancover/report/text_style.hpp"
#include "plancover/report/view.hpp"

namespace plancover {

/// Days apart by an empty line; ends with a line break; says so where there is nothing to show.
/// No line takes more than `style.width` columns, the least of which is 40.
[[nodiscard]] std::string text_grid(const Conference& conference, const PlanView& plan, const TextStyle& style);

}  // namespace plancover
