// Committees and their tree.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"

namespace plancover {

namespace {

constexpr std::array<std::string_view, 10> committee_keys{"id",     "name",    "kind",   "parent",    "priority",
                                                          "admits", "webcast", "topics", "languages", "seats"};

struct Parent {
  CommitteeIndex child;
  const YamlNode* node;
};

void link(Draft& draft, const std::vector<Parent>& parents) {
  for (const Parent& each : parents) {
    draft.conference.committees[each.child].parent =
        resolve_id(draft.context, *each.node, draft.conference.committee_ids, Code::unknown_committee, "committee");
  }
}

// Every committee's way up must end; a ring is said once, where it is closed, and cut.
void cut_rings(Draft& draft, const std::vector<Parent>& parents) {
  Table<CommitteeIndex, Committee>& committees = draft.conference.committees;
  std::vector<std::size_t> seen_in(committees.size(), 0);  // the walk that came by; 0: none
  for (std::size_t walk = 1; walk <= parents.size(); ++walk) {
    CommitteeIndex at = parents[walk - 1].child;
    while (seen_in[at.value] == 0 && committees[at].parent) {
      seen_in[at.value] = walk;
      at = *committees[at].parent;
    }
    if (seen_in[at.value] != walk || !committees[at].parent) continue;
    const Committee& first = committees[at];
    std::string ring = first.id;
    std::size_t length = 0;
    for (CommitteeIndex up = *first.parent; up != at && length < 8; up = *committees[up].parent, ++length) {
      ring.append(" - ").append(committees[up].id);
    }
    ring.append(" - ").append(first.id);
    Location where = first.where;
    for (const Parent& each : parents) {
      if (each.child == at) where = each.node->where;
    }
    draft.context.say(Code::committee_cycle, where, "committee " + quote(first.id) + " is above itself",
                      "give one of them no parent", {{"the ring is " + ring, {}}});
    committees[at].parent.reset();
  }
}

}  // namespace

void read_committees(Draft& draft) {
  Context& context = draft.context;
  Conference& conference = draft.conference;
  std::vector<Parent> parents;
  for (const YamlNode* node : draft.sections.committees) {
    const std::size_t before = context.said();
    if (!check_keys(context, *node, "a committee", committee_keys)) continue;
    const auto id = read_own_id(context, *node, "a committee");
    Committee committee;
    if (const YamlNode* name = node->find("name")) committee.name = read_text(context, *name, "a name").value_or("");
    if (const YamlNode* kind = node->find("kind")) committee.kind = read_kind(context, *kind).value_or(committee.kind);
    Inherited inherited = read_inherited(draft, *node);
    if (inherited.topics) committee.topics = inherited.topics->value;
    if (!id) continue;
    const auto known = conference.committee_ids.find(id->value);
    if (known != conference.committee_ids.end()) {
      say_double(context, "committee", *id, conference.committees[known->second].where);
      continue;
    }
    committee.id = id->value;
    committee.where = id->where;
    if (committee.name.empty()) committee.name = committee.id;
    const CommitteeIndex index = conference.committees.add(std::move(committee));
    conference.committee_ids[id->value] = index;
    draft.of_committee.add(std::move(inherited));
    draft.committee_in_doubt.push_back(context.said() > before);
    if (const YamlNode* parent = node->find("parent")) parents.push_back({index, parent});
  }
  link(draft, parents);
  cut_rings(draft, parents);
}

}  // namespace plancover
