// Sheets as text for a terminal: columns as wide as their cells, the last one wrapped to
// the width. Escapes what a terminal would obey.
#pragma once

#include <string>
#include <vector>

#include "plancover/report/sheet.hpp"
#include "plancover/report/text_style.hpp"

namespace plancover {

/// Sheets apart by an empty line; ends with a line break; empty for no sheets.
[[nodiscard]] std::string text_of(const std::vector<Sheet>& sheets, const TextStyle& style);

}  // namespace plancover
