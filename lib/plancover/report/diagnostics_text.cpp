#include "plancover/report/diagnostics_text.hpp"

#include <map>

#include "plancover/report/excerpt.hpp"
#include "plancover/report/text_width.hpp"

namespace plancover {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view yellow = "\x1b[1;33m";
constexpr std::string_view blue = "\x1b[1;34m";
constexpr std::string_view plain_again = "\x1b[0m";

class Writer {
 public:
  Writer(const Sources& sources, bool color) : sources_(sources), color_(color) {}

  void write(const Diagnostic& diagnostic) {
    if (!text_.empty()) text_ += '\n';
    head(diagnostic);
    const bool placed = diagnostic.where.known() && diagnostic.where.file < sources_.size();
    const std::string number = placed ? std::to_string(diagnostic.where.line) : std::string(1, ' ');
    const std::string gutter(number.size() + 1, ' ');
    if (placed) quote(diagnostic.where, number, gutter);
    for (const Note& note : diagnostic.notes) {
      text_ += gutter + in(blue, "=") + " note: " + printable(note.text);
      if (note.where.known()) text_ += " (" + spot(note.where) + ")";
      text_ += '\n';
    }
    if (diagnostic.count > 1) {
      text_ += gutter + in(blue, "=") + " note: found " + std::to_string(diagnostic.count) + " times in all\n";
    }
    if (!diagnostic.help.empty()) text_ += gutter + in(blue, "=") + " help: " + printable(diagnostic.help) + '\n';
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string in(std::string_view colour, std::string_view text) const {
    std::string result(text);
    if (color_) result = std::string(colour).append(text).append(plain_again);
    return result;
  }

  std::string spot(Location where) const {
    if (where.file >= sources_.size()) return "?";
    std::string path = printable(sources_[where.file].path);
    if (!where.known()) return path;
    return path + ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
  }

  void head(const Diagnostic& diagnostic) {
    const CodeInfo& what = info(diagnostic.code);
    const bool error = what.severity == Severity::error;
    // Of a whole file only the path is known; of a missing conference not even that.
    const bool whole_file = !diagnostic.where.known() && diagnostic.where.column == 0 && about_file(diagnostic.code);
    if (diagnostic.where.known() || whole_file) text_ += in(bold, spot(diagnostic.where) + ":") + " ";
    std::string label = error ? "error" : "warning";
    label.append("[").append(name(diagnostic.code)).append("]:");
    text_ += in(error ? red : yellow, label) + " " + in(bold, printable(diagnostic.message)) + "\n";
  }

  static bool about_file(Code code) { return code == Code::text_too_big; }

  void quote(Location where, const std::string& number, const std::string& gutter) {
    auto [lines, fresh] = lines_.try_emplace(where.file, sources_[where.file].text);
    const Excerpt shown = excerpt(lines->second.line(where.line), where.column, where.length);
    const std::string bar = in(blue, "|");
    text_ += gutter + bar + '\n';
    text_ += in(blue, number) + " " + bar + (shown.line.empty() ? "" : " ") + shown.line + '\n';
    text_ += gutter + bar + " " + in(red, shown.caret) + '\n';
  }

  const Sources& sources_;
  bool color_;
  std::string text_;
  std::map<std::uint32_t, LineFinder> lines_;
};

}  // namespace

std::string diagnostics_text(const Diagnostics& diagnostics, const Sources& sources, bool color) {
  Writer writer(sources, color);
  for (const Diagnostic& each : diagnostics) writer.write(each);
  return writer.take();
}

}  // namespace plancover
