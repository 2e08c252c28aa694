// Sheets as Markdown: one heading and one table each, as GitHub, GitLab and CommonMark
// with tables read it. Everything from a file is escaped, so that a name is never markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/report/sheet.hpp"

namespace plancover {

/// What a comment on a pull request or a pad takes, in units of UTF-16.
inline constexpr std::size_t markdown_limit = 65'000;

/// `title` is the heading above all sheets. Of a long text each sheet is folded away under its title; rows that
/// would make it longer than markdown_limit are left out, and that is said at the top.
[[nodiscard]] std::string markdown_of(std::string_view title, const std::vector<Sheet>& sheets);
/// One text without markup, on one line.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

}  // namespace plancover
