// What a planner decides about a programme's tracks, rooms and titles, once for all
// imports: rules in a small YAML file that give sessions committees, topics, priorities.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"
#include "plancover/programme/timetable.hpp"

namespace plancover {

/// A session that all the patterns given fit gets what the rule gives. In a pattern `*`
/// stands for any characters and `?` for one; capital and small ASCII letters are alike.
struct MapRule {
  std::optional<std::string> track, room, title;
  std::string committee;
  std::string committee_name;
  std::vector<std::string> topics;
  std::string priority;
  Location where{};
};

/// Nothing where the file holds an error; it is among `diagnostics`.
[[nodiscard]] std::optional<std::vector<MapRule>> read_map_rules(const Source& source, std::uint32_t file,
                                                                 Diagnostics& diagnostics);

/// The first rule that fits and gives a committee gives it, and so with the priority; the
/// topics of all that fit are joined. Says rules that fit nothing.
void apply_map_rules(const std::vector<MapRule>& rules, Timetable& timetable, Diagnostics& diagnostics);

/// Does the pattern fit the whole text?
[[nodiscard]] bool fits_pattern(std::string_view pattern, std::string_view text);

}  // namespace plancover
