// The keys that a session and its committee have in common.
#include <algorithm>

#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

namespace {

std::optional<Door> read_door(Context& context, const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar && node.text == "all") return Door{Door::Kind::everyone, {}};
  if (node.kind == YamlNode::Kind::scalar && node.text == "pinned") return Door{Door::Kind::pinned, {}};
  if (node.kind == YamlNode::Kind::scalar && !node.text.empty()) {
    std::string help = "write [" + node.text.substr(0, 60) + "] for a badge";
    if (node.text == "true") help = "write all for everyone on site";
    if (node.text == "false" || node.text == "none") help = "write [] where no badge is enough";
    context.say(Code::unknown_word, node.where, quote(node.text) + " is neither all, pinned nor a list of badges",
                help);
    return std::nullopt;
  }
  const std::vector<Sourced<std::string>> badges = read_words(context, node, "a list of badges");
  for (const Sourced<std::string>& badge : badges) {
    if (badge.value != "all" && badge.value != "pinned") continue;
    context.say(Code::unknown_word, badge.where, quote(badge.value) + " is no badge",
                "write admits: " + badge.value + " without a list");
  }
  return Door{Door::Kind::badges, plain(badges)};
}

std::optional<Webcast> read_webcast(Context& context, const YamlNode& node) {
  if (node.kind != YamlNode::Kind::list) {
    const std::optional<bool> open =
        read_bool(context, node, "write true or false, or [" + node.text.substr(0, 60) + "] for a badge");
    if (!open) return std::nullopt;
    return Webcast{*open ? Webcast::Kind::everyone : Webcast::Kind::nobody, {}};
  }
  return Webcast{Webcast::Kind::badges, plain(read_words(context, node, "a list of badges"))};
}

}  // namespace

Inherited read_inherited(Draft& draft, const YamlNode& node) {
  Context& context = draft.context;
  Inherited own;
  if (const YamlNode* found = node.find("priority")) {
    if (const auto priority = read_priority(context, *found)) own.priority = {*priority, found->where};
  }
  if (const YamlNode* found = node.find("admits")) {
    if (auto door = read_door(context, *found)) own.admits = {std::move(*door), found->where};
  }
  if (const YamlNode* found = node.find("webcast")) {
    if (auto webcast = read_webcast(context, *found)) own.webcast = {std::move(*webcast), found->where};
  }
  if (const YamlNode* found = node.find("languages")) {
    own.languages = {plain(read_words(context, *found, "a list of languages")), found->where};
  }
  if (const YamlNode* found = node.find("seats")) {
    if (auto seats = read_seats(draft, *found)) own.seats = {std::move(*seats), found->where};
  }
  if (const YamlNode* found = node.find("topics")) {
    std::vector<TopicIndex> topics;
    for (const Sourced<TopicIndex>& each : read_topic_list(draft, *found)) topics.push_back(each.value);
    own.topics = {std::move(topics), found->where};
  }
  return own;
}

}  // namespace plancover
