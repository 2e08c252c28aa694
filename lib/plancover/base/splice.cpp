#include "plancover/base/splice.hpp"

#include <algorithm>

namespace plancover {

namespace {

std::vector<Splice> of_file(std::uint32_t file, std::vector<Splice> splices) {
  std::erase_if(splices, [&](const Splice& each) { return each.file != file; });
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& a, const Splice& b) { return a.offset < b.offset; });
  return splices;
}

std::string carried_out(std::string_view text, std::size_t origin, const std::vector<Splice>& splices) {
  std::string result;
  std::size_t at = 0;
  for (const Splice& each : splices) {
    result.append(text.substr(at, each.offset - origin - at)).append(each.text);
    at = each.offset - origin + each.length;
  }
  return result.append(text.substr(at));
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// The whole lines that a splice touches; nothing where it only puts lines between two others.
std::pair<std::size_t, std::size_t> touched(std::string_view text, const Splice& splice) {
  const std::size_t before = splice.offset == 0 ? std::string_view::npos : text.rfind('\n', splice.offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = splice.offset + splice.length;
  const bool whole_lines = begin == splice.offset && (splice.text.empty() || splice.text.ends_with('\n')) &&
                           (splice.length == 0 || text[end - 1] == '\n');
  if (whole_lines) return {begin, end};
  const std::size_t line_end = text.find('\n', end);
  return {begin, line_end == std::string_view::npos ? text.size() : line_end + 1};
}

}  // namespace

std::string spliced(std::string_view text, std::uint32_t file, const std::vector<Splice>& splices) {
  return carried_out(text, 0, of_file(file, splices));
}

std::vector<LineEdit> line_edits(std::string_view text, std::uint32_t file, const std::vector<Splice>& splices) {
  std::vector<LineEdit> edits;
  const std::vector<Splice> own = of_file(file, splices);
  for (std::size_t i = 0; i < own.size();) {
    auto [begin, end] = touched(text, own[i]);
    std::vector<Splice> together{own[i]};
    for (++i; i < own.size(); ++i) {
      const auto [next_begin, next_end] = touched(text, own[i]);
      if (next_begin >= end && !(next_begin == begin && next_end == end)) break;
      end = std::max(end, next_end);
      together.push_back(own[i]);
    }
    const std::string_view part = text.substr(begin, end - begin);
    LineEdit edit;
    edit.line = static_cast<std::uint32_t>(
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    edit.before = lines_of(part);
    edit.after = lines_of(carried_out(part, begin, together));
    edits.push_back(std::move(edit));
  }
  return edits;
}

}  // namespace plancover
