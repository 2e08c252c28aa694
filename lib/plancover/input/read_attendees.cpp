// Attendees: when and where they can be used, under which terms, and what they wish.
#include <algorithm>
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"
#include "plancover/model/events.hpp"

namespace plancover {

namespace {

constexpr std::array<std::string_view, 15> attendee_keys{
    "id",  "name",      "organisation", "delegation", "available", "unavailable", "remote", "badges",
    "can", "silent_on", "expertise",    "languages",  "prefers",   "avoids",      "limits"};

void read_presence(Draft& draft, const YamlNode& node, Attendee& attendee) {
  Context& context = draft.context;
  const Zone& zone = draft.conference.zone;
  if (const YamlNode* remote = node.find("remote")) attendee.remote = read_remote(draft, *remote);
  if (const YamlNode* available = node.find("available")) {
    attendee.available = read_windows(context, zone, *available);
  } else if (!attendee.remote) {
    attendee.available = {{always, {}}};
  }
  if (const YamlNode* unavailable = node.find("unavailable")) {
    attendee.unavailable = read_windows(context, zone, *unavailable);
  }
  settle_windows(attendee);
}

template <class T>
void join(std::vector<Sourced<T>>& own, const std::vector<Sourced<T>>& lent) {
  for (const Sourced<T>& each : lent) {
    const bool held =
        std::any_of(own.begin(), own.end(), [&](const Sourced<T>& mine) { return mine.value == each.value; });
    if (!held) own.push_back(each);
  }
}

/// True where the delegation itself could not be read in full.
bool read_terms(Draft& draft, const YamlNode& node, Attendee& attendee) {
  Context& context = draft.context;
  if (const YamlNode* badges = node.find("badges")) attendee.badges = read_words(context, *badges, "a list of badges");
  if (const YamlNode* can = node.find("can")) attendee.can = read_words(context, *can, "a list of abilities");
  if (const YamlNode* silent = node.find("silent_on")) attendee.silent_on = read_topic_list(draft, *silent);
  const YamlNode* delegation = node.find("delegation");
  if (delegation == nullptr) return false;
  attendee.delegation = resolve_id(context, *delegation, draft.delegation_ids, Code::unknown_delegation, "delegation");
  if (!attendee.delegation) return true;
  const DelegationTerms& terms = draft.terms[attendee.delegation->value];
  join(attendee.badges, terms.badges);
  join(attendee.can, terms.can);
  join(attendee.silent_on, terms.silent_on);
  return draft.delegation_in_doubt[attendee.delegation->value];
}

void read_expertise(Draft& draft, const YamlNode& node, Attendee& attendee) {
  Context& context = draft.context;
  if (!is_map(context, node, "a map from topics to levels")) return;
  for (const YamlNode& item : node.items) {
    YamlNode topic;
    topic.kind = YamlNode::Kind::scalar;
    topic.text = item.key;
    topic.where = item.key_where;
    const auto index = resolve_id(context, topic, draft.conference.topic_ids, Code::unknown_topic, "topic");
    const std::optional<int> level = read_number(context, item, "expertise", 0, 3);
    if (index && level && *level > 0) attendee.expertise[*index] = *level;
  }
}

/// True where something that the attendee depends on could not be read in full.
bool read_attendee(Draft& draft, const YamlNode& node, Attendee& attendee) {
  Context& context = draft.context;
  if (const YamlNode* name = node.find("name")) attendee.name = read_text(context, *name, "a name").value_or("");
  if (const YamlNode* found = node.find("organisation")) {
    attendee.organisation = read_text(context, *found, "an organisation").value_or("");
  }
  read_presence(draft, node, attendee);
  const bool doubt = read_terms(draft, node, attendee);
  if (const YamlNode* expertise = node.find("expertise")) read_expertise(draft, *expertise, attendee);
  if (const YamlNode* languages = node.find("languages")) {
    attendee.languages = plain(read_words(context, *languages, "a list of languages"));
  }
  if (const YamlNode* prefers = node.find("prefers")) attendee.prefers = read_wishes(draft, *prefers);
  if (const YamlNode* avoids = node.find("avoids")) attendee.avoids = read_wishes(draft, *avoids);
  attendee.limits = draft.limits;
  if (const YamlNode* limits = node.find("limits")) attendee.limits = read_limits(context, *limits, draft.limits);
  return doubt;
}

}  // namespace

void read_attendees(Draft& draft) {
  Context& context = draft.context;
  Conference& conference = draft.conference;
  for (const YamlNode* node : draft.sections.attendees) {
    const std::size_t before = context.said();
    if (!check_keys(context, *node, "an attendee", attendee_keys)) {
      draft.doubts.lost_attendees = true;
      continue;
    }
    const auto id = read_own_id(context, *node, "an attendee");
    Attendee attendee;
    const bool doubt = read_attendee(draft, *node, attendee) || context.said() > before;
    if (!id) {
      draft.doubts.lost_attendees = true;
      continue;
    }
    const auto known = conference.attendee_ids.find(id->value);
    if (known != conference.attendee_ids.end()) {
      say_double(context, "attendee", *id, conference.attendees[known->second].where);
      continue;
    }
    attendee.id = id->value;
    attendee.where = id->where;
    if (attendee.name.empty()) attendee.name = attendee.id;
    conference.attendee_ids[id->value] = conference.attendees.add(std::move(attendee));
    draft.doubts.attendees.push_back(doubt);
  }
}

}  // namespace plancover
