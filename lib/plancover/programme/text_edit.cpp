#include "plancover/programme/text_edit.hpp"

#include <algorithm>

namespace plancover {

namespace {

bool inside_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

YamlEdits::YamlEdits(std::string_view text) : text_(text), line_break_("\n") {
  line_starts_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && i + 1 < text.size()) line_starts_.push_back(i + 1);
  }
  const std::size_t first = text.find('\n');
  if (first != std::string_view::npos && first > 0 && text[first - 1] == '\r') line_break_ = "\r\n";
}

char YamlEdits::at(const Location& where) const {
  if (where.line == 0) return ' ';
  const std::size_t offset = offset_of(where);
  return offset < text_.size() ? text_[offset] : ' ';
}

std::string_view YamlEdits::line(std::size_t number) const {
  const std::size_t begin = line_starts_.at(number - 1);
  const std::string_view found = text_.substr(begin, text_.find('\n', begin) - begin);
  return found.ends_with('\r') ? found.substr(0, found.size() - 1) : found;
}

std::size_t YamlEdits::offset_of(const Location& where) const {
  std::size_t at = line_starts_.at(where.line - 1);
  for (std::uint32_t left = where.column - 1; left > 0 && at < text_.size(); --left) {
    ++at;
    while (at < text_.size() && inside_character(text_[at])) ++at;
  }
  return at;
}

/// Only what is sure to end on its line: a plain scalar that stands there as it was read, or
/// one in quotes.
std::optional<std::size_t> YamlEdits::end_of_scalar(const YamlNode& value) const {
  if (value.kind != YamlNode::Kind::scalar || value.where.line == 0) return std::nullopt;
  const std::size_t begin = offset_of(value.where);
  if (begin >= text_.size()) return std::nullopt;
  const std::string_view rest = line(value.where.line).substr(begin - line_starts_[value.where.line - 1]);
  if (!value.quoted) {
    return rest.starts_with(value.text) ? std::optional(begin + value.text.size()) : std::nullopt;
  }
  const char quote = rest.empty() ? ' ' : rest.front();
  if (quote != '"' && quote != '\'') return std::nullopt;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (quote == '"' && rest[i] == '\\') {
      ++i;
    } else if (rest[i] == quote) {
      if (quote == '"' || i + 1 >= rest.size() || rest[i + 1] != quote) return begin + i + 1;
      ++i;
    }
  }
  return std::nullopt;
}

bool YamlEdits::replace_value(const YamlNode& value, const std::string& written) {
  const std::optional<std::size_t> end = end_of_scalar(value);
  if (!end) return false;
  const std::size_t begin = offset_of(value.where);
  edits_.push_back({begin, *end - begin, written});
  return true;
}

bool YamlEdits::replace_pair(const YamlNode& value, const std::string& pair) {
  const std::optional<std::size_t> end = end_of_scalar(value);
  if (!end || value.key_where.line == 0) return false;
  const std::size_t begin = offset_of(value.key_where);
  edits_.push_back({begin, *end - begin, pair});
  return true;
}

bool YamlEdits::add_pair(const YamlNode& map, const YamlNode& neighbour, const std::string& pair) {
  const std::optional<std::size_t> end = end_of_scalar(neighbour);
  if (!end || map.where.line == 0) return false;
  if (text_.substr(offset_of(map.where)).starts_with('{')) {
    edits_.push_back({*end, 0, ", " + pair});
    return true;
  }
  // A line of its own, as far in as the neighbour's key, behind a comment on the neighbour's line.
  const std::size_t line_end = std::min(text_.find('\n', *end), text_.size());
  const bool carriage = line_end > 0 && text_[line_end - 1] == '\r' && line_end < text_.size();
  edits_.push_back(
      {line_end - (carriage ? 1 : 0), 0, line_break_ + std::string(neighbour.key_where.column - 1, ' ') + pair});
  return true;
}

void YamlEdits::add_lines(std::size_t number, const std::string& lines) {
  std::string written;
  for (const char c : lines) written += c == '\n' ? line_break_ : std::string(1, c);
  if (number <= line_starts_.size()) {
    edits_.push_back({line_starts_[number - 1], 0, written});
    return;
  }
  if (!text_.empty() && text_.back() != '\n') written.insert(0, line_break_);
  edits_.push_back({text_.size(), 0, written});
}

std::string YamlEdits::apply() const {
  std::vector<Edit> sorted = edits_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Edit& a, const Edit& b) { return a.offset < b.offset; });
  std::string text;
  std::size_t at = 0;
  for (const Edit& edit : sorted) {
    if (edit.offset < at) continue;  // cannot be: each value is changed once; what is read again would show it
    text.append(text_.substr(at, edit.offset - at));
    text.append(edit.text);
    at = edit.offset + edit.length;
  }
  text.append(text_.substr(at));
  return text;
}

}  // namespace plancover
