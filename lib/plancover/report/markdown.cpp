#include "plancover/report/markdown.hpp"

#include <fmt/format.h>

#include "plancover/report/html_parts.hpp"
#include "plancover/report/text_width.hpp"

namespace plancover {

namespace {

constexpr std::size_t most_unfolded_characters = 10'000;  // a few screens
constexpr std::size_t note_characters = 250;              // what says that rows are left out

/// As those who bound a text's length count: in units of UTF-16.
std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    count += byte >= 0xF0 ? 2U : (byte & 0xC0U) == 0x80U ? 0U : 1U;
  }
  return count;
}

/// All above the rows. A folded sheet's title stands in HTML, where Markdown's escapes mean nothing.
std::string sheet_head(const Sheet& sheet, bool folded) {
  std::string text = folded ? "\n<details><summary>" + html_escaped(sheet.title) + "</summary>\n"
                            : "\n## " + markdown_escaped(sheet.title) + "\n";
  if (!sheet.subtitle.empty()) text += "\n" + markdown_escaped(sheet.subtitle) + "\n";
  if (sheet.columns.empty()) return text;
  text += "\n|";
  for (const SheetColumn& column : sheet.columns) text += " " + column.name + " |";
  text += "\n|";
  for (const SheetColumn& column : sheet.columns) text += column.number ? " ---: |" : " --- |";
  return text + "\n";
}

std::string sheet_row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += (cell.empty() ? "" : " ") + markdown_escaped(cell) + " |";
  return line + "\n";
}

}  // namespace

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
  std::size_t all = 0;
  std::size_t size = 0;
  for (const Sheet& sheet : sheets) {
    all += sheet.rows.size();
    size += characters(sheet_head(sheet, false));
    for (const auto& row : sheet.rows) size += characters(sheet_row(row));
  }
  const bool folded = sheets.size() > 1 && size > most_unfolded_characters;
  const std::string heading = "# " + markdown_escaped(title) + "\n";
  std::size_t used = characters(heading) + note_characters;
  std::size_t shown = 0;
  std::string text;
  for (const Sheet& sheet : sheets) {
    const std::string head = sheet_head(sheet, folded);
    const std::string_view tail = folded ? "\n</details>\n" : "";
    used += characters(head) + tail.size();
    if (used > markdown_limit) break;
    text += head;
    for (const auto& row : sheet.rows) {
      const std::string line = sheet_row(row);
      used += characters(line);
      if (used > markdown_limit) break;
      text += line;
      ++shown;
    }
    text += tail;
    if (used > markdown_limit) break;
  }
  if (used <= markdown_limit) return heading + text;
  return heading +
         fmt::format(
             "\n{} of {} rows are left out, for pads and pull requests take no longer text; show fewer with `--day`, "
             "`--attendee`, `--organisation` or `--committee`.\n",
             all - shown, all) +
         text;
}

}  // namespace plancover
