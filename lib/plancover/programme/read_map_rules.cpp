// The rules as YAML.
#include <array>

#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"
#include "plancover/programme/map_rules.hpp"

namespace plancover {

namespace {

constexpr std::size_t most_rules = 1000;

std::optional<std::string> pattern_of(Context& context, const YamlNode& node, std::string_view key) {
  const YamlNode* value = node.find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind == YamlNode::Kind::scalar && value->quoted && value->text.empty()) return "";  // no track, no room
  return read_text(context, *value, "a pattern");
}

MapRule read_map_rule(Context& context, const YamlNode& node) {
  const std::size_t before = context.said();
  MapRule rule;
  rule.where = place(node);
  rule.track = pattern_of(context, node, "track");
  rule.room = pattern_of(context, node, "room");
  rule.title = pattern_of(context, node, "title");
  if (const YamlNode* id = node.find("committee")) {
    rule.committee = read_id(context, *id, "the id of a committee").value_or("");
  }
  if (const YamlNode* name = node.find("name")) {
    rule.committee_name = read_text(context, *name, "the name of the committee").value_or("");
  }
  if (const YamlNode* topics = node.find("topics")) {
    for (const Sourced<std::string>& topic : read_words(context, *topics, "a list of topics")) {
      if (check_id(context, topic.value, topic.where)) rule.topics.push_back(topic.value);
    }
  }
  if (const YamlNode* priority = node.find("priority")) {
    // Read only to refuse what is none; planning files have the same word.
    if (read_priority(context, *priority)) rule.priority = priority->text;
  }
  if (context.said() > before) return rule;
  if (!rule.track && !rule.room && !rule.title) {
    context.say(Code::bad_rule, rule.where, "this rule does not say which sessions it is for",
                "give it a track, a room or a title");
  }
  if (rule.committee.empty() && rule.topics.empty() && rule.priority.empty()) {
    context.say(Code::bad_rule, rule.where, "this rule gives nothing", "give it a committee, topics or a priority");
  }
  if (!rule.committee_name.empty() && rule.committee.empty()) {
    context.say(Code::bad_rule, rule.where, "the name in a rule is that of its committee, and there is none",
                "give the rule a committee");
  }
  return rule;
}

}  // namespace

std::optional<std::vector<MapRule>> read_map_rules(const Source& source, std::uint32_t file, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 1> file_keys{"rules"};
  constexpr std::array<std::string_view, 7> rule_keys{"track", "room",   "title",   "committee",
                                                      "name",  "topics", "priority"};
  Context context;
  std::vector<MapRule> rules;
  const std::optional<YamlNode> document = read_document(source, file, context.diagnostics);
  if (document && check_keys(context, *document, "a file of rules", file_keys)) {
    const YamlNode* list = required(context, *document, "rules", "a file of rules");
    if (list != nullptr && is_list(context, *list, "a list of rules")) {
      for (const YamlNode& node : list->items) {
        const std::size_t said = context.said();
        if (!check_keys(context, node, "a rule", rule_keys) || context.said() > said) continue;
        if (rules.size() == most_rules) {
          context.say(Code::bad_rule, place(node), "there are more than " + std::to_string(most_rules) + " rules");
          break;
        }
        rules.push_back(read_map_rule(context, node));
      }
    }
  }
  const bool good = !has_errors(context.diagnostics);
  diagnostics.insert(diagnostics.end(), context.diagnostics.begin(), context.diagnostics.end());
  if (!good) return std::nullopt;
  return rules;
}

}  // namespace plancover
