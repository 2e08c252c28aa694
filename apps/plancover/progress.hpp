// One line on the terminal while a long solve runs: the level at work, its value and
// bound, the time. Never part of a result; gone when the solve is done.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "plancover/solver/solve.hpp"

namespace plancover::app {

/// Draws at most ten times a second; nothing in the first half second. `levels` are the
/// names that Progress::level counts.
[[nodiscard]] std::function<void(const Progress&)> progress_line(std::vector<std::string> levels);
/// Wipes the line where one was drawn.
void end_progress();

}  // namespace plancover::app
