#include "plancover/report/edits.hpp"

#include <fmt/format.h>

namespace plancover {

namespace {

std::string marked(char mark, const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += mark + line;
    if (!line.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  }
  return text;
}

/// Of an empty stretch the line before it is named.
std::string stretch(std::size_t first, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? first - 1 : first, count);
}

}  // namespace

std::string edits_diff(const Sources& sources, const std::vector<Splice>& splices) {
  std::string text;
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    const std::vector<LineEdit> edits = line_edits(sources[file].text, file, splices);
    if (edits.empty()) continue;
    text += "--- " + sources[file].path + "\n+++ " + sources[file].path + "\n";
    std::size_t shift = 0;  // lines added so far, modulo what was taken out
    for (const LineEdit& edit : edits) {
      text += "@@ -" + stretch(edit.line, edit.before.size()) + " +" + stretch(edit.line + shift, edit.after.size()) +
              " @@\n";
      text += marked('-', edit.before) + marked('+', edit.after);
      shift += edit.after.size() - edit.before.size();
    }
  }
  return text;
}

}  // namespace plancover
