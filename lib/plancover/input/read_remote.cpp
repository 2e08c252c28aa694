// How an attendee follows from elsewhere.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

std::optional<Remote> read_remote(Draft& draft, const YamlNode& node) {
  constexpr std::array<std::string_view, 3> keys{"available", "timezone", "hours"};
  Context& context = draft.context;
  Remote remote;
  remote.where = place(node);
  remote.zone = draft.conference.zone;
  remote.available = {{always, remote.where}};
  if (node.kind == YamlNode::Kind::scalar) {
    const bool is_zone = node.text.find('/') != std::string::npos;
    const std::string help = is_zone ? "write {timezone: " + node.text.substr(0, 60) + "}" : "write true or false";
    const std::optional<bool> follows = read_bool(context, node, help);
    if (!follows || !*follows) return std::nullopt;
    return remote;
  }
  if (!check_keys(context, node, "remote", keys)) return std::nullopt;
  bool zone_known = true;
  if (const YamlNode* zone = node.find("timezone")) {
    const std::optional<Zone> found = read_zone(context, *zone);
    zone_known = found.has_value();
    if (found) remote.zone = *found;
  }
  if (const YamlNode* available = node.find("available")) {
    // Without its zone a window can still be read, but no change of clocks can be told.
    remote.available = read_windows(context, zone_known ? remote.zone : Zone{}, *available);
  }
  if (const YamlNode* hours = node.find("hours")) {
    if (const std::optional<ClockSpan> span = read_span(context, *hours)) {
      remote.hours = {{span->from, span->until}, hours->where};
    }
  }
  return remote;
}

}  // namespace plancover
