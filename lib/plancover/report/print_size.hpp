// How large the letters of a day may be on paper, so that its grid is one sheet of A4 in
// landscape. Works it out as a browser lays the grid out, with letters as broad as the
// broadest usual ones, so that a day rather leaves room than needs a second sheet.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace plancover {

/// A session of the grid: the rows it spans, of which there is at least one, and its lines
/// before they are wrapped, the heading first.
struct PrintedCell {
  std::size_t first_row = 0;
  std::size_t rows = 1;
  std::vector<std::string> lines;
};

/// Tenths of a point. A day for which the smallest letters are too large gets letters that
/// can be read, and a second sheet.
[[nodiscard]] int print_size(const std::vector<std::string>& column_names, std::size_t rows,
                             const std::vector<PrintedCell>& cells);
/// What markup shows, one line for each of its paragraphs, headings and entries of a list.
[[nodiscard]] std::vector<std::string> lines_in_markup(const std::string& markup);

}  // namespace plancover
