// Ctrl-C and a time limit, as one question that the solver asks now and then. The first
// Ctrl-C asks for the best plan so far; the second ends the program as usual.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace plancover::app {

/// The share of the limit, counted from this call, that is used up; 1 once a signal came.
[[nodiscard]] std::function<double()> time_question(std::optional<std::chrono::milliseconds> limit);
[[nodiscard]] bool interrupted();

}  // namespace plancover::app
