// The head of a certificate: its levels, and the groups and wholes of sessions that its
// claims are about.
#pragma once

#include <string>
#include <vector>

#include "certificate/check.hpp"
#include "certificate/words.hpp"

namespace plancover::certificate {

struct Part {
  std::vector<SlotIndex> sessions;  ///< ascending
  std::vector<std::size_t> groups;  ///< of a whole
  std::size_t whole = 0;            ///< of a group
};

struct Head {
  std::int64_t scale = 1;
  std::vector<ShownLevel> levels;
  std::vector<std::size_t> lines;  ///< by level: where it stands
  std::vector<Part> groups;
  std::vector<Part> wholes;
  std::vector<int> group_of;  ///< by SlotIndex
};

/// Leaves `lines` at what follows. `values`, where not empty, must be those of the levels.
[[nodiscard]] Head read_head(Lines& lines, const Names& names, const Problem& problem,
                             const std::vector<std::int64_t>& values);

}  // namespace plancover::certificate
