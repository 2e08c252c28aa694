// Delegations: the terms that come with a badge.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"

namespace plancover {

void read_delegations(Draft& draft) {
  constexpr std::array<std::string_view, 5> keys{"id", "name", "badges", "can", "silent_on"};
  Context& context = draft.context;
  Conference& conference = draft.conference;
  for (const YamlNode* node : draft.sections.delegations) {
    const std::size_t before = context.said();
    if (!check_keys(context, *node, "a delegation", keys)) continue;
    const auto id = read_own_id(context, *node, "a delegation");
    Delegation delegation;
    DelegationTerms terms;
    if (const YamlNode* name = node->find("name")) delegation.name = read_text(context, *name, "a name").value_or("");
    if (const YamlNode* badges = node->find("badges")) terms.badges = read_words(context, *badges, "a list of badges");
    if (const YamlNode* can = node->find("can")) terms.can = read_words(context, *can, "a list of abilities");
    if (const YamlNode* silent = node->find("silent_on")) terms.silent_on = read_topic_list(draft, *silent);
    if (!id) continue;
    const auto known = draft.delegation_ids.find(id->value);
    if (known != draft.delegation_ids.end()) {
      say_double(context, "delegation", *id, conference.delegations[known->second].where);
      continue;
    }
    delegation.id = id->value;
    delegation.where = id->where;
    if (delegation.name.empty()) delegation.name = delegation.id;
    delegation.badges = plain(terms.badges);
    delegation.can = plain(terms.can);
    for (const Sourced<TopicIndex>& topic : terms.silent_on) delegation.silent_on.push_back(topic.value);
    draft.delegation_ids[id->value] = conference.delegations.add(std::move(delegation));
    draft.terms.push_back(std::move(terms));
    draft.delegation_in_doubt.push_back(context.said() > before);
  }
}

}  // namespace plancover
