// What people have decided: pins and bars.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"

namespace plancover {

namespace {

template <class I>
std::optional<I> reference(Context& context, const YamlNode& map, std::string_view key, std::string_view what,
                           const Ids<I>& ids, Code unknown) {
  const YamlNode* node = required(context, map, key, what);
  return node == nullptr ? std::nullopt : resolve_id(context, *node, ids, unknown, key);
}

}  // namespace

void read_pins(Draft& draft) {
  constexpr std::array<std::string_view, 3> keys{"attendee", "session", "role"};
  Context& context = draft.context;
  Conference& conference = draft.conference;
  for (const YamlNode* node : draft.sections.pinned) {
    if (!check_keys(context, *node, "a pin", keys)) continue;
    const auto attendee =
        reference(context, *node, "attendee", "a pin", conference.attendee_ids, Code::unknown_attendee);
    const auto session = reference(context, *node, "session", "a pin", conference.session_ids, Code::unknown_session);
    const auto role = reference(context, *node, "role", "a pin", conference.role_ids, Code::unknown_role);
    if (attendee && session && role) conference.pinned.push_back({*attendee, *session, *role, node->where});
  }
}

void read_bars(Draft& draft) {
  constexpr std::array<std::string_view, 4> keys{"attendee", "session", "committee", "topic"};
  Context& context = draft.context;
  Conference& conference = draft.conference;
  for (const YamlNode* node : draft.sections.barred) {
    if (!check_keys(context, *node, "a bar", keys)) continue;
    Bar bar;
    bar.where = node->where;
    const auto attendee =
        reference(context, *node, "attendee", "a bar", conference.attendee_ids, Code::unknown_attendee);
    int targets = 0;
    const auto target = [&](std::string_view key, const auto& ids, Code unknown, auto& into) {
      const YamlNode* found = node->find(key);
      if (found == nullptr) return;
      ++targets;
      into = resolve_id(context, *found, ids, unknown, key);
    };
    target("session", conference.session_ids, Code::unknown_session, bar.session);
    target("committee", conference.committee_ids, Code::unknown_committee, bar.committee);
    target("topic", conference.topic_ids, Code::unknown_topic, bar.topic);
    if (targets != 1) {
      context.say(Code::bar_target, node->where,
                  targets == 0 ? "a bar needs a session, a committee or a topic"
                               : "a bar names one session, committee or topic only",
                  targets == 0 ? "" : "write one bar for each");
    }
    const bool resolved = bar.session || bar.committee || bar.topic;
    if (!attendee || targets != 1 || !resolved) continue;
    bar.attendee = *attendee;
    conference.barred.push_back(bar);
  }
}

}  // namespace plancover
