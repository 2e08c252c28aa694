// Limits: each key replaces the one below it, the rest stays.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

Limits read_limits(Context& context, const YamlNode& node, Limits limits) {
  constexpr std::array<std::string_view, 4> keys{"sessions_per_day", "hours_per_day", "hours", "rest"};
  if (!check_keys(context, node, "limits", keys)) return limits;
  if (const YamlNode* found = node.find("sessions_per_day")) {
    if (const auto count = read_number(context, *found, "sessions_per_day", 0, 1000)) {
      limits.sessions_per_day = {*count, found->where};
    }
  }
  const auto duration = [&](std::string_view key, std::optional<Sourced<Minutes>>& limit) {
    const YamlNode* found = node.find(key);
    if (found == nullptr) return;
    if (const auto length = read_duration(context, *found)) limit = {*length, found->where};
  };
  duration("hours_per_day", limits.hours_per_day);
  duration("hours", limits.hours);
  duration("rest", limits.rest);
  return limits;
}

}  // namespace plancover
