#include "plancover/report/markdown.hpp"

#include "plancover/report/text_width.hpp"

namespace plancover {

std::string markdown_escaped(std::string_view text) {
  std::string result;
  for (const char c : printable(text)) {
    // '.' and '-' open lists only at the start of a line, where no cell or title stands.
    if (std::string_view("\\`*_{}[]<>#|~!&$@").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  // A bare address becomes a link by itself; a break inside its scheme keeps it text.
  for (std::size_t at = 0; (at = result.find("://", at)) != std::string::npos; at += 4) result.replace(at, 1, "\\:");
  return result;
}

std::string markdown_of(std::string_view title, const std::vector<Sheet>& sheets) {
  std::string text = "# " + markdown_escaped(title) + "\n";
  for (const Sheet& sheet : sheets) {
    text += "\n## " + markdown_escaped(sheet.title) + "\n";
    if (!sheet.subtitle.empty()) text += "\n" + markdown_escaped(sheet.subtitle) + "\n";
    if (sheet.columns.empty()) continue;
    text += "\n|";
    for (const SheetColumn& column : sheet.columns) text += " " + column.name + " |";
    text += "\n|";
    for (const SheetColumn& column : sheet.columns) text += column.number ? " ---: |" : " --- |";
    text += "\n";
    for (const auto& row : sheet.rows) {
      text += "|";
      for (const std::string& cell : row) text += (cell.empty() ? "" : " ") + markdown_escaped(cell) + " |";
      text += "\n";
    }
  }
  return text;
}

}  // namespace plancover
