#include "plancover/report/text_sheet.hpp"

#include <algorithm>

#include "plancover/report/text_width.hpp"

namespace plancover {

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t gap = 2;
constexpr std::size_t least_for_last = 20;  // a narrower last column reads worse than a long line

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string row_text(const Sheet& sheet, const std::vector<std::size_t>& widths, const std::vector<std::string>& cells,
                     const TextStyle& style, Ink ink) {
  std::string line(indent, ' ');
  std::size_t column = indent;
  const std::size_t last = cells.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    line += sheet.columns[i].number ? pad_left(cells[i], widths[i]) : pad_right(cells[i], widths[i]);
    line += std::string(gap, ' ');
    column += widths[i] + gap;
  }
  if (sheet.columns[last].number) return painted(style, ink, line + pad_left(cells[last], widths[last])) + "\n";
  const std::size_t room = std::max(style.width > column ? style.width - column : 0, least_for_last);
  std::string text;
  for (const std::string& part : wrapped(cells[last], room)) {
    text += painted(style, ink, without_trailing_spaces(line + part)) + "\n";
    line = std::string(column, ' ');
  }
  return text;
}

}  // namespace

std::string text_of(const std::vector<Sheet>& sheets, const TextStyle& style) {
  std::string text;
  for (const Sheet& sheet : sheets) {
    if (!text.empty()) text += "\n";
    text += painted(style, Ink::bold, printable(sheet.title)) + "\n";
    if (!sheet.subtitle.empty()) text += std::string(indent, ' ') + printable(sheet.subtitle) + "\n";
    if (sheet.columns.empty()) continue;
    std::vector<std::string> header;
    std::vector<std::size_t> widths;
    for (const SheetColumn& column : sheet.columns) {
      header.push_back(column.name);
      widths.push_back(text_width(column.name));
    }
    std::vector<std::vector<std::string>> rows = sheet.rows;
    for (auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = printable(row[i]);
        widths[i] = std::max(widths[i], text_width(row[i]));
      }
    }
    text += row_text(sheet, widths, header, style, Ink::dim);
    for (const auto& row : rows) text += row_text(sheet, widths, row, style, Ink::plain);
  }
  return text;
}

}  // namespace plancover
