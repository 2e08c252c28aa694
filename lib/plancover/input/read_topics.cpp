// Topics, and the lists that name them.
#include <array>
#include <set>

#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"

namespace plancover {

void read_topics(Draft& draft) {
  constexpr std::array<std::string_view, 3> keys{"id", "name", "priority"};
  Context& context = draft.context;
  Conference& conference = draft.conference;
  for (const YamlNode* node : draft.sections.topics) {
    if (!check_keys(context, *node, "a topic", keys)) continue;
    const auto id = read_own_id(context, *node, "a topic");
    Topic topic;
    if (const YamlNode* name = node->find("name")) topic.name = read_text(context, *name, "a name").value_or("");
    if (const YamlNode* priority = node->find("priority")) {
      topic.priority = read_priority(context, *priority).value_or(topic.priority);
    }
    if (!id) continue;
    const auto known = conference.topic_ids.find(id->value);
    if (known != conference.topic_ids.end()) {
      say_double(context, "topic", *id, conference.topics[known->second].where);
      continue;
    }
    topic.id = id->value;
    topic.where = id->where;
    if (topic.name.empty()) topic.name = topic.id;
    conference.topic_ids[id->value] = conference.topics.add(std::move(topic));
  }
}

std::vector<Sourced<TopicIndex>> read_topic_list(Draft& draft, const YamlNode& node) {
  std::vector<Sourced<TopicIndex>> topics;
  if (!is_list(draft.context, node, "a list of topics")) return topics;
  std::set<TopicIndex> seen;
  for (const YamlNode& item : node.items) {
    const auto topic = resolve_id(draft.context, item, draft.conference.topic_ids, Code::unknown_topic, "topic");
    if (topic && seen.insert(*topic).second) topics.push_back({*topic, item.where});
  }
  return topics;
}

}  // namespace plancover
