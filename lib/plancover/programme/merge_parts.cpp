#include "plancover/programme/merge_parts.hpp"

#include <algorithm>

namespace plancover {

namespace {

void flatten(const YamlNode& node, const std::string& path, std::map<std::string, std::string>& all) {
  switch (node.kind) {
    case YamlNode::Kind::scalar:
      all[path] = node.text;
      return;
    case YamlNode::Kind::null:
      all[path] = "~";
      return;
    case YamlNode::Kind::list:
      all[path] = "[]";
      break;
    default:
      all[path] = "{}";
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const bool list = node.kind == YamlNode::Kind::list;
    flatten(node.items[i], path + "/" + (list ? std::to_string(i) : node.items[i].key), all);
  }
}

/// "sessions/12" of "sessions/12/room".
std::string entity_of(const std::string& path) {
  const std::size_t first = path.find('/', 1);
  return path.substr(0, first == std::string::npos ? first : path.find('/', first + 1));
}

bool blank_or_comment(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin == std::string_view::npos || line[begin] == '#';
}

}  // namespace

std::map<std::string, std::string> flat(const YamlNode& document) {
  std::map<std::string, std::string> all;
  flatten(document, "", all);
  return all;
}

bool only_expected_changed(const MergeFile& file, const std::string& text) {
  Diagnostics said;
  const std::optional<YamlNode> read = read_document({"", text}, 0, said);
  if (!read || !said.empty() || !file.document) return false;
  std::map<std::string, std::string> before = flat(*file.document);
  const std::map<std::string, std::string> after = flat(*read);
  const std::map<std::string, std::string> known = before;
  for (const auto& [path, value] : file.expected) {
    if (value == "\n") {
      before.erase(path);
    } else {
      before[path] = value;
    }
  }
  const bool kept = std::all_of(before.begin(), before.end(), [&](const auto& each) {
    const auto found = after.find(each.first);
    return found != after.end() && found->second == each.second;
  });
  // What is there and was not must be of an entity that was not there.
  return kept && std::all_of(after.begin(), after.end(), [&](const auto& each) {
           return before.contains(each.first) || !known.contains(entity_of(each.first));
         });
}

std::size_t end_of_section(const MergeFile& file, std::string_view key, std::string& indent) {
  if (!file.document) return 0;
  const YamlNode* section = file.document->find(key);
  if (section == nullptr || section->key_where.column != 1 || section->kind != YamlNode::Kind::list ||
      section->items.empty() || file.edits->at(section->where) == '[') {
    return 0;
  }
  const std::string_view first = file.edits->line(section->items.front().where.line);
  const std::size_t dash = first.find_first_not_of(' ');
  if (dash == std::string_view::npos || first[dash] != '-') return 0;
  indent = std::string(dash, ' ');
  std::size_t end = file.edits->lines() + 1;
  for (const YamlNode& other : file.document->items) {
    if (other.key_where.line > section->key_where.line) end = std::min<std::size_t>(end, other.key_where.line);
  }
  while (end > section->key_where.line + 1 && blank_or_comment(file.edits->line(end - 1))) --end;
  return end;
}

}  // namespace plancover
