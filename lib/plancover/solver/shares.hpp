// A plan made anew day by day, where total hours bind: each day is solved by itself, and
// everyone keeps to the minutes that a bound's columns spend on it on average. How hours are
// shared out is what days alone cannot know, and hardly anything else ties them together.
#pragma once

#include <vector>

#include "plancover/solver/polish.hpp"

namespace plancover {

/// `minutes` are by day and PersonIndex. Takes the plan in place of `incumbent` if it is better at the levels up to
/// the one that is polished, the first that differs deciding.
void share_out(const Polish& what, const std::vector<std::vector<double>>& minutes, Incumbent& incumbent,
               Budget& budget);

}  // namespace plancover
