// Sheets as Markdown: one heading and one table each, as GitHub, GitLab and CommonMark
// with tables read it. Everything from a file is escaped, so that a name is never markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plancover/report/sheet.hpp"

namespace plancover {

/// `title` is the heading above all sheets.
[[nodiscard]] std::string markdown_of(std::string_view title, const std::vector<Sheet>& sheets);
/// One text without markup, on one line.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

}  // namespace plancover
