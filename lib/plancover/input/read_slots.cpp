// Names for usual hours.
#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/resolve_id.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

void read_slots(Draft& draft) {
  std::map<std::string, Location> first;
  for (const YamlNode* node : draft.sections.slots) {
    check_id(draft.context, node->key, node->key_where);
    const auto [known, fresh] = first.try_emplace(node->key, node->key_where);
    const std::optional<ClockSpan> span = read_span(draft.context, *node);
    if (!fresh) {
      say_double(draft.context, "slot", {node->key, node->key_where}, known->second);
    } else if (span) {
      draft.slots[node->key] = {*span, node->where};
    } else {
      draft.broken_slots.insert(node->key);
    }
  }
}

}  // namespace plancover
