#include "plancover/input/edit_list.hpp"

#include <algorithm>

#include "plancover/input/extent.hpp"

namespace plancover {

namespace {

std::string flow_list(const std::vector<std::string>& items) {
  std::string text = "[";
  for (const std::string& item : items) text += (text.size() > 1 ? ", " : "") + item;
  return text + "]";
}

std::vector<std::string> all_items(const std::vector<std::optional<std::string>>& items,
                                   const std::vector<std::string>& added) {
  std::vector<std::string> all;
  for (const std::optional<std::string>& item : items) {
    if (item) all.push_back(*item);
  }
  all.insert(all.end(), added.begin(), added.end());
  return all;
}

}  // namespace

void TextEditor::splice(std::size_t offset, std::size_t length, std::string text) {
  if (text_.substr(offset, length) != text) splices_.push_back({file_, offset, length, std::move(text)});
}

std::size_t TextEditor::offset_of(Location where) const {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < where.line && at < text_.size(); ++line) at = next_line(at);
  if (where.line == 1 && text_.starts_with("\xef\xbb\xbf")) at = 3;
  for (std::uint32_t column = 1; column < where.column && at < text_.size(); ++column) {
    do ++at;
    while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
  }
  return at;
}

std::size_t TextEditor::line_begin(std::size_t offset) const {
  const std::size_t before = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t TextEditor::next_line(std::size_t offset) const {
  const std::size_t end = text_.find('\n', offset);
  return end == std::string_view::npos ? text_.size() : end + 1;
}

/// Behind the bracket that closes the one at `offset`, over lines, quotes and comments.
std::size_t TextEditor::flow_end(std::size_t offset) const {
  int depth = 0;
  for (std::size_t i = offset; i < text_.size(); ++i) {
    const char c = text_[i];
    const bool begins = std::string_view(" \t\r\n,[{:").find(text_[i == 0 ? 0 : i - 1]) != std::string_view::npos;
    if ((c == '"' || c == '\'') && begins) {
      for (++i; i < text_.size() && text_[i] != c; ++i) {
        if (c == '"' && text_[i] == '\\') ++i;
      }
    } else if (c == '#' && begins) {
      i = next_line(i) - 1;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1;
    }
  }
  return text_.size();
}

std::size_t TextEditor::end_of(const YamlNode& node) const {
  const std::size_t offset = offset_of(node.where);
  const char first = offset < text_.size() ? text_[offset] : ' ';
  if (first == '*') return std::min(text_.find_first_of(" \t\r\n,]}", offset), text_.size());
  if (node.kind == YamlNode::Kind::scalar || node.kind == YamlNode::Kind::null) {
    return offset + extent(text_, offset, node.text);
  }
  if (first == '[' || first == '{') return flow_end(offset);
  return node.items.empty() ? offset : end_of(node.items.back());
}

std::string TextEditor::raw(const YamlNode& node) const {
  const std::size_t offset = offset_of(node.where);
  return std::string(text_.substr(offset, end_of(node) - offset));
}

void TextEditor::insert_line(std::size_t after, std::size_t indent, const std::string& text) {
  const std::size_t next = next_line(after);
  const bool broken = next > 0 && text_[next - 1] == '\n';
  const std::string line_break = next > 1 && broken && text_[next - 2] == '\r' ? "\r\n" : "\n";
  const std::string line = std::string(indent, ' ') + text;
  splice(next, 0, broken ? line + line_break : line_break + line);
}

void TextEditor::add_key(const YamlNode& map, const YamlNode& beside, const std::string& key,
                         const std::string& value) {
  const std::size_t begin = offset_of(map.where);
  const std::size_t end = end_of(beside);
  if (begin < text_.size() && text_[begin] == '{') {
    splice(end, 0, ", " + key + ": " + value);
  } else {
    insert_line(end, beside.key_where.column - 1, key + ": " + value);
  }
}

void TextEditor::replace(const YamlNode& scalar, const std::string& text) {
  const std::size_t offset = offset_of(scalar.where);
  splice(offset, end_of(scalar) - offset, text);
}

void TextEditor::rewrite(const YamlNode& list, const std::vector<std::optional<std::string>>& items,
                         const std::vector<std::string>& added) {
  const std::size_t begin = offset_of(list.where);
  const char first = begin < text_.size() ? text_[begin] : ' ';
  if (first == '*') {
    splice(begin, end_of(list) - begin, flow_list(all_items(items, added)));
  } else if (first == '[') {
    rewrite_flow(list, items, added, begin, flow_end(begin));
  } else {
    rewrite_block(list, items, added);
  }
}

void TextEditor::rewrite_flow(const YamlNode& list, const std::vector<std::optional<std::string>>& items,
                              const std::vector<std::string>& added, std::size_t begin, std::size_t end) {
  const bool drops = std::find(items.begin(), items.end(), std::nullopt) != items.end();
  if (drops || list.items.empty()) {
    splice(begin, end - begin, flow_list(all_items(items, added)));
    return;
  }
  for (std::size_t i = 0; i < items.size(); ++i) replace(list.items[i], *items[i]);
  std::string more;
  for (const std::string& each : added) more += ", " + each;
  if (!more.empty()) splice(end_of(list.items.back()), 0, more);
}

void TextEditor::rewrite_block(const YamlNode& list, const std::vector<std::optional<std::string>>& items,
                               const std::vector<std::string>& added) {
  const std::size_t dash = offset_of(list.where);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const YamlNode& item = list.items[i];
    if (items[i]) {
      replace(item, *items[i]);
      continue;
    }
    const std::size_t begin = line_begin(offset_of(item.where));
    splice(begin, next_line(end_of(item)) - begin, "");
  }
  const std::size_t indent = dash - line_begin(dash);
  for (const std::string& each : added) insert_line(end_of(list), indent, "- " + each);
  if (all_items(items, added).empty() && list.key_where.known()) {
    // The key would be left with nothing behind it, which is no list.
    const std::size_t colon = text_.find(':', offset_of(list.key_where));
    if (colon != std::string_view::npos) splice(colon + 1, 0, " []");
  }
}

}  // namespace plancover
