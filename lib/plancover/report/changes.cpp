// For people: text and Markdown.
#include "plancover/report/changes.hpp"

#include "plancover/report/change_words.hpp"
#include "plancover/report/markdown.hpp"
#include "plancover/report/text_width.hpp"

namespace plancover {

namespace {

std::vector<ChangeBlock> all_blocks(const ChangeReport& report) {
  std::vector<ChangeBlock> blocks = change_blocks(report.changes, report.conference);
  for (ChangeBlock& block : opened_blocks(report.changes, report.reasons, report.conference)) {
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace

std::string changes_text(const ChangeReport& report, const TextStyle& style) {
  constexpr std::size_t indent = 2;
  std::string text = change_summary(report.changes) + "\n";
  for (const ChangeBlock& block : all_blocks(report)) {
    text += "\n" + painted(style, Ink::bold, printable(block.title)) + "\n";
    for (const std::string& line : block.lines) {
      std::string margin(indent, ' ');
      for (const std::string& part : wrapped(printable(line), style.width - 2 * indent)) {
        text += margin + part + "\n";
        margin.assign(2 * indent, ' ');
      }
    }
  }
  return text;
}

std::string changes_markdown(const ChangeReport& report) {
  std::string text = markdown_escaped(change_summary(report.changes)) + "\n";
  for (const ChangeBlock& block : all_blocks(report)) {
    text += "\n**" + markdown_escaped(block.title) + "**\n\n";
    for (const std::string& line : block.lines) text += "- " + markdown_escaped(line) + "\n";
  }
  return text;
}

}  // namespace plancover
