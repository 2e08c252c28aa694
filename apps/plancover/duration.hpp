// A length of time as people type it on the command line: 10s, 2m, 1h, 1m30s, 500ms.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace plancover::app {

/// Empty for anything else, for nothing, and for more than a year.
[[nodiscard]] std::optional<std::chrono::milliseconds> parse_duration(std::string_view text);

}  // namespace plancover::app
