// A plan as one page for a phone, a wall and a printer: the programme as a grid by day,
// what stays empty, a roster per attendee, figures. The page needs no network and no script;
// with its own small script it can be filtered. Everything from files is escaped.
#pragma once

#include <string>

#include "plancover/report/view.hpp"

namespace plancover {

[[nodiscard]] std::string html_of(const Conference& conference, const Plan& plan, const PlanFilter& filter);

}  // namespace plancover
