// A node once more, without columns: each open candidate is a variable of its own, and each
// rule a row over them. Its linear program says less than that of columns does, but one row
// of its tableau tells which rules together leave half a seat over (see rounding.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/program.hpp"

namespace plancover {

struct Term {
  int variable = 0;
  std::int64_t value = 0;
  friend bool operator==(const Term&, const Term&) = default;
};

/// The sum of its terms is `right`, or at most that.
struct CompactRow {
  bool equal = false;
  std::int64_t right = 0;
  std::vector<Term> terms;  ///< each variable once
  friend bool operator==(const CompactRow&, const CompactRow&) = default;
};

/// Whole numbers that keep the rows and bounds; every plan of the node is such, but not only plans are.
struct Compact {
  std::vector<CandidateIndex> candidates;  ///< the first variables, from 0
  std::vector<std::int64_t> lower;         ///< of all variables; behind candidates stand those of the formulation
  std::vector<std::int64_t> upper;
  std::vector<Cost> cost;
  std::vector<CompactRow> rows;
  std::vector<std::pair<std::size_t, int>> nights;  ///< rows, and the formulation's that each is a part of
  std::vector<int> row_of;                          ///< by row of the formulation; -1: it is not among them
};

/// Of a program whose cells are days, at a level of seats or of changes.
[[nodiscard]] Compact compact_of(const Program& program, const Node& node);

}  // namespace plancover
