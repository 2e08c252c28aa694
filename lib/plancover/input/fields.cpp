#include "plancover/input/fields.hpp"

#include <algorithm>
#include <set>

namespace plancover {

namespace {

std::string_view kind_text(YamlNode::Kind kind) {
  switch (kind) {
    case YamlNode::Kind::null:
      return "nothing";
    case YamlNode::Kind::scalar:
      return "text";
    case YamlNode::Kind::list:
      return "a list";
    case YamlNode::Kind::map:
      return "a map";
  }
  return {};
}

void say_kind(Context& context, const YamlNode& node, std::string_view what, std::string help) {
  if (node.kind == YamlNode::Kind::null) {
    const std::string key = node.key_where.known() ? quote(node.key) + " has no value" : "an item of the list is empty";
    context.say(Code::empty_value, place(node), key, help.empty() ? "give a value or leave the key out" : help);
    return;
  }
  context.say(Code::wrong_kind, node.where,
              std::string(what) + " is expected here, not " + std::string(kind_text(node.kind)), std::move(help));
}

}  // namespace

Location place(const YamlNode& node) {
  return node.where.known() ? node.where : node.key_where;
}

bool check_keys(Context& context, const YamlNode& node, std::string_view what,
                std::span<const std::string_view> known) {
  if (!is_map(context, node, what)) return false;
  for (const YamlNode& item : node.items) {
    if (std::find(known.begin(), known.end(), item.key) != known.end()) continue;
    std::string help = context.hint(what, item.key, std::vector<std::string>(known.begin(), known.end()));
    context.say(Code::unknown_key, item.key_where, std::string(what) + " has no key " + quote(item.key),
                std::move(help));
  }
  return true;
}

const YamlNode* required(Context& context, const YamlNode& map, std::string_view key, std::string_view what) {
  const YamlNode* found = map.find(key);
  if (found == nullptr) {
    context.say(Code::missing_key, place(map), std::string(what) + " needs a key '" + std::string(key) + "'");
  }
  return found;
}

bool is_scalar(Context& context, const YamlNode& node, std::string_view what) {
  if (node.kind == YamlNode::Kind::scalar && !node.text.empty()) return true;
  if (node.kind == YamlNode::Kind::scalar) {
    context.say(Code::empty_value, node.where, std::string(what) + " cannot be empty");
  } else {
    say_kind(context, node, what, {});
  }
  return false;
}

bool is_list(Context& context, const YamlNode& node, std::string_view what) {
  if (node.kind == YamlNode::Kind::list) return true;
  std::string help;
  if (node.kind == YamlNode::Kind::scalar && node.text.size() <= 40) help = "write [" + node.text + "]";
  if (node.kind == YamlNode::Kind::null || (node.kind == YamlNode::Kind::scalar && node.text == "none"))
    help = "write [] for none, or leave the key out";
  say_kind(context, node, what, std::move(help));
  return false;
}

bool is_map(Context& context, const YamlNode& node, std::string_view what) {
  if (node.kind == YamlNode::Kind::map) return true;
  say_kind(context, node, what, node.kind == YamlNode::Kind::null ? "write {} for none, or leave the key out" : "");
  return false;
}

std::vector<Sourced<std::string>> read_words(Context& context, const YamlNode& node, std::string_view what) {
  std::vector<Sourced<std::string>> words;
  if (!is_list(context, node, what)) return words;
  std::set<std::string_view> seen;
  for (const YamlNode& item : node.items) {
    if (is_scalar(context, item, "a word") && seen.insert(item.text).second) words.push_back({item.text, item.where});
  }
  return words;
}

std::vector<std::string> plain(const std::vector<Sourced<std::string>>& words) {
  std::vector<std::string> texts;
  texts.reserve(words.size());
  for (const Sourced<std::string>& each : words) texts.push_back(each.value);
  return texts;
}

}  // namespace plancover
