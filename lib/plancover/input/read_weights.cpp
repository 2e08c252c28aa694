// The points of the level `quality`.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

void read_weights(Draft& draft) {
  constexpr std::array<std::string_view, 7> keys{"expertise", "prefers", "avoids", "continuity",
                                                 "attend",    "remote",  "load"};
  const YamlNode* node = draft.sections.weights;
  if (node == nullptr || !check_keys(draft.context, *node, "weights", keys)) return;
  Weights& weights = draft.conference.weights;
  const std::array<std::int64_t*, 7> values{&weights.expertise, &weights.prefers, &weights.avoids, &weights.continuity,
                                            &weights.attend,    &weights.remote,  &weights.load};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const YamlNode* found = node->find(keys[i]);
    if (found == nullptr) continue;
    *values[i] = read_number(draft.context, *found, keys[i], 0, 1'000'000).value_or(static_cast<int>(*values[i]));
  }
}

}  // namespace plancover
