// Roles: the three that always exist, and what the files say of them and of others.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/resolve_id.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

namespace {

void read_role(Context& context, const YamlNode& node, Role& role) {
  constexpr std::array<std::string_view, 4> keys{"needs", "expertise", "onsite", "weight"};
  role.where = node.key_where;
  if (node.kind == YamlNode::Kind::null) return;  // `notes:` alone declares a role that asks for nothing
  if (!check_keys(context, node, "a role", keys)) return;
  if (const YamlNode* needs = node.find("needs"))
    role.needs = plain(read_words(context, *needs, "a list of abilities"));
  if (const YamlNode* level = node.find("expertise")) {
    role.expertise = read_number(context, *level, "expertise", 0, 3).value_or(role.expertise);
  }
  if (const YamlNode* onsite = node.find("onsite")) role.onsite = read_bool(context, *onsite).value_or(role.onsite);
  if (const YamlNode* weight = node.find("weight")) {
    role.weight = read_number(context, *weight, "weight", 0, 10).value_or(role.weight);
  }
}

}  // namespace

void read_roles(Draft& draft) {
  Conference& conference = draft.conference;
  for (const char* id : {"lead", "notes", "backup"}) {
    Role role;
    role.id = id;
    role.weight = role.id == "lead" ? 2 : 1;
    conference.role_ids[id] = conference.roles.add(role);
  }
  const std::size_t before = draft.context.said();
  for (const YamlNode* node : draft.sections.roles) {
    check_id(draft.context, node->key, node->key_where);
    const auto found = conference.role_ids.find(node->key);
    Role role;
    role.id = node->key;
    if (found != conference.role_ids.end()) {
      const Role& known = conference.roles[found->second];
      if (known.where.known()) say_double(draft.context, "role", {node->key, node->key_where}, known.where);
      role = known;
    }
    read_role(draft.context, *node, role);
    if (found == conference.role_ids.end()) {
      conference.role_ids[node->key] = conference.roles.add(role);
    } else {
      conference.roles[found->second] = role;
    }
  }
  if (draft.context.said() > before) draft.doubts.whole = true;
}

}  // namespace plancover
