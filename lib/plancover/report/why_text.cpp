#include <algorithm>

#include "plancover/report/markdown.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/why_forms.hpp"

namespace plancover {

namespace {

void add_wrapped(std::string& text, const std::string& lead, const std::string& words, std::size_t width) {
  std::string line = lead;
  const std::size_t room = std::max<std::size_t>(width > lead.size() ? width - lead.size() : 0, 20);
  for (const std::string& part : wrapped(printable(words), room)) {
    text += line + part + "\n";
    line = std::string(lead.size(), ' ');
  }
}

void add_rows(std::string& text, const WhySection& section, std::size_t width) {
  std::size_t first = 0;
  std::size_t second = 0;
  for (const auto& row : section.rows) {
    first = std::max(first, text_width(printable(row[0])));
    second = std::max(second, text_width(printable(row[1])));
  }
  for (const auto& row : section.rows) {
    add_wrapped(text, "  " + pad_right(printable(row[0]), first) + "  " + pad_right(printable(row[1]), second) + "  ",
                row[2], width);
  }
}

}  // namespace

std::string why_text(const std::string& heading, const std::vector<WhySection>& sections, const TextStyle& style) {
  std::string text = painted(style, Ink::bold, printable(heading)) + "\n";
  for (const WhySection& section : sections) {
    text += "\n" + painted(style, Ink::bold, printable(section.title)) + "\n";
    for (const auto& line : section.lines) add_wrapped(text, line.follows ? "    " : "  ", line.text, style.width);
    add_rows(text, section, style.width);
  }
  return text;
}

std::string why_markdown(const std::string& heading, const std::vector<WhySection>& sections) {
  std::string text = "# " + markdown_escaped(heading) + "\n";
  for (const WhySection& section : sections) {
    text += "\n## " + markdown_escaped(section.title) + "\n\n";
    for (const auto& line : section.lines) text += (line.follows ? "  - " : "- ") + markdown_escaped(line.text) + "\n";
    if (section.rows.empty()) continue;
    text += "| class | attendee | facts |\n| --- | --- | --- |\n";
    for (const auto& row : section.rows) {
      text += "|";
      for (const std::string& cell : row) text += " " + markdown_escaped(cell) + " |";
      text += "\n";
    }
  }
  return text;
}

}  // namespace plancover
