// Ctrl-C and a time limit, as one question that the solver asks now and then. The first
// Ctrl-C asks for the best plan so far; the second ends the program as usual.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace plancover::app {

/// True once a signal came or the limit, counted from this call, has passed.
[[nodiscard]] std::function<bool()> stop_question(std::optional<std::chrono::milliseconds> limit);
[[nodiscard]] bool interrupted();

}  // namespace plancover::app
