// How good a plan is, in words: the table of levels with what is proved, the line that
// sums it up, and the seats that someone must still find people for.
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
/// The empty required seats, one a line with tier, day, time, session and role, by tier and
/// then as they come; of very many only the first, and how many more. Empty for none.
[[nodiscard]] std::string text_open_seats(const Conference& conference, const Plan& plan, const TextStyle& style);
/// "every level proved best", "2 levels not proved best"
[[nodiscard]] std::string text_proof(const Plan& plan);

}  // namespace plancover
