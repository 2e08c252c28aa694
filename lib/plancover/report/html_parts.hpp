// The parts of the page that html.hpp puts together. Each is whole markup; words of files
// are escaped on their way in.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "plancover/report/day_grid.hpp"

namespace plancover {

/// Text between tags and in quoted attributes; what a terminal would obey is spelled out.
[[nodiscard]] std::string html_escaped(std::string_view text);
/// The same, apart from what is beside it in whichever direction it is written.
[[nodiscard]] std::string html_apart(std::string_view text);
/// A number for each organisation, in the order of their names.
[[nodiscard]] std::map<std::string, std::size_t> organisation_numbers(const Conference& conference);

[[nodiscard]] std::string html_day(const Conference& conference, const DayGrid& grid);
[[nodiscard]] std::string html_rosters(const Conference& conference, const std::vector<AttendeeView>& roster);
/// Coverage by tier and topic, load by attendee, as tables with bars.
[[nodiscard]] std::string html_figures(const Conference& conference, const Plan& plan, const PlanFilter& filter);

}  // namespace plancover
