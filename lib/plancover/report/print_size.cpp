#include "plancover/report/print_size.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <string_view>

#include "plancover/report/text_width.hpp"

namespace plancover {

namespace {

using Micrometres = std::int64_t;

// As the style sheet has them: 8 mm of margin on paper of 297 by 210 mm, the heading of the
// day above, half a millimetre between cells, and in a cell its edge and padding.
constexpr Micrometres page_width = 281'000;
constexpr Micrometres page_height = 184'000;
constexpr Micrometres between_cells = 500;
constexpr Micrometres around_text = 4'100;  // left and right of it
constexpr Micrometres above_text = 1'600;   // and below
constexpr Micrometres hour_edge = 300;
constexpr std::array sizes{90, 80, 74, 68, 62, 58, 54, 51, 48, 45, 42, 39, 36};
constexpr int readable = 45;

// For a letter of a tenth of a point: 35.28 micrometres high, in lines of 1.15 of it; the
// letters of DejaVu Sans are 0.54 of it broad on average, bold ones 0.62.
Micrometres line_height(int size) {
  return size * Micrometres{41};
}
std::size_t letters(Micrometres room, int size, bool bold) {
  return static_cast<std::size_t>(std::max<Micrometres>(room / (size * (bold ? 22 : 19)), 2));
}

Micrometres cell_height(const PrintedCell& cell, Micrometres room, int size) {
  std::size_t lines = 0;
  for (std::size_t i = 0; i < cell.lines.size(); ++i)
    lines += wrapped(cell.lines[i], letters(room, size, i == 0)).size();
  return static_cast<Micrometres>(lines) * line_height(size) + above_text;
}

/// The rows of a grid grow as CSS has it: by the cells of one row, then by those of two, and
/// so on, each time evenly over the rows of a cell that wants more.
Micrometres grid_height(const std::vector<std::string>& column_names, std::size_t rows,
                        const std::vector<PrintedCell>& cells, int size) {
  const auto columns = static_cast<Micrometres>(column_names.size());
  const Micrometres hours = size * Micrometres{106};
  const Micrometres column = (page_width - hours) / columns - between_cells;
  std::vector<Micrometres> heights(rows, line_height(size) + hour_edge);
  std::vector<std::size_t> order(cells.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return cells[a].rows < cells[b].rows; });
  for (std::size_t next = 0; next < order.size();) {
    const std::size_t span = cells[order[next]].rows;
    std::vector<Micrometres> grown = heights;
    for (; next < order.size() && cells[order[next]].rows == span; ++next) {
      const PrintedCell& cell = cells[order[next]];
      const auto first = heights.begin() + static_cast<std::ptrdiff_t>(cell.first_row);
      const auto count = static_cast<Micrometres>(span);
      const Micrometres has =
          std::accumulate(first, first + static_cast<std::ptrdiff_t>(span), (count - 1) * between_cells);
      const Micrometres more = std::max<Micrometres>(cell_height(cell, column - around_text, size) - has, 0);
      for (std::size_t row = cell.first_row; row < cell.first_row + span; ++row) {
        grown[row] = std::max(grown[row], heights[row] + (more + count - 1) / count);
      }
    }
    heights = std::move(grown);
  }
  std::size_t heading = 0;
  for (const std::string& name : column_names) {
    if (!name.empty()) heading = std::max(heading, wrapped(name, letters(column, size, true)).size());
  }
  return std::accumulate(
      heights.begin(), heights.end(),
      static_cast<Micrometres>(heading) * line_height(size) + static_cast<Micrometres>(rows) * between_cells);
}

}  // namespace

int print_size(const std::vector<std::string>& column_names, std::size_t rows, const std::vector<PrintedCell>& cells) {
  const auto fits = [&](int size) { return grid_height(column_names, rows, cells, size) <= page_height; };
  const auto* const found = std::ranges::find_if(sizes, fits);
  return found == sizes.end() ? readable : *found;
}

std::vector<std::string> lines_in_markup(const std::string& markup) {
  std::vector<std::string> lines;
  for (std::string_view rest = markup; !rest.empty();) {
    const std::size_t open = std::min(rest.find('<'), rest.size());
    if (!lines.empty()) lines.back() += rest.substr(0, open);
    rest.remove_prefix(open);
    const std::size_t close = std::min(rest.find('>'), rest.size());
    const std::string_view tag = rest.substr(0, close);
    if (tag == "<h3" || tag == "<p" || tag == "<li") lines.emplace_back();
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
  return lines;
}

}  // namespace plancover
