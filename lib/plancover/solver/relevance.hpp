// When a session first matters: nobody in a session of low priority makes a level of
// high priority better, so the levels are solved one after another on sessions that
// grow in number. Early levels are small, and their columns stay good for later ones.
#pragma once

#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

/// By SlotIndex: the first level (index into Problem::levels) whose value depends on who sits there.
[[nodiscard]] std::vector<std::size_t> first_levels(const Problem& problem);

/// `fates`, with every open candidate forbidden whose session first matters after `level`.
[[nodiscard]] Fates fates_at(const Problem& problem, const Fates& fates, const std::vector<std::size_t>& first_level,
                             std::size_t level);

}  // namespace plancover
