// Diagnostics as people read them on a terminal and as programs read them in JSON. What
// comes from a file is made harmless first, and no line is printed in full however long.
#pragma once

#include <string>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"

namespace plancover {

/// Each with its excerpt, caret, notes and help; between two an empty line. Ends in a line
/// break unless it is empty. `color` adds terminal colours.
[[nodiscard]] std::string diagnostics_text(const Diagnostics& diagnostics, const Sources& sources, bool color);

/// An array of {path, line, column, length, severity, code, message, notes, help, count};
/// path and place are absent where there is none, help where it is empty.
[[nodiscard]] std::string diagnostics_json(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace plancover
