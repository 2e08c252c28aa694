// Small conferences from a seed, as the YAML that a planner would write, so that the
// reader is tested on the way. Uses every feature of format version 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plancover/model/past.hpp"
#include "reference/random.hpp"

namespace plancover::reference {

struct SmallFile {
  std::string text;               ///< all but the pins
  std::vector<std::string> pins;  ///< lines of `pinned:`, to be tried one by one: some break rules
  bool clocks_change = false;     ///< during the conference
};

/// Up to 6 sessions and 4 attendees.
[[nodiscard]] SmallFile small_file(std::uint64_t seed);

struct SmallConference {
  Conference conference;
  std::string text;  ///< what it was read from, pins included
  bool clocks_change = false;
};

/// Reads small_file with as many of its pins as keep the rules. Throws with the reader's
/// words where the file is refused without pins: the generator means every file to be right.
[[nodiscard]] SmallConference small_conference(std::uint64_t seed);

/// A previous plan, a moment and a tier, at random: some of the plan breaks rules, as
/// what people did yesterday may.
[[nodiscard]] Past small_past(const Conference& conference, std::uint64_t seed);

/// Assignments at random, most of them allowed.
[[nodiscard]] std::vector<Assignment> random_assignments(const Conference& conference, Random& random);

}  // namespace plancover::reference
