// Linear rows over named columns, written in the LP format that GLPK, CBC and HiGHS read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace plancover::bench {

struct Term {
  std::int64_t factor;
  std::string column;
};
using Terms = std::vector<Term>;

struct Row {
  Terms terms;
  const char* relation;  ///< "<=", ">=" or "="
  std::int64_t right;
};

/// A column that is not binary: between 0 and `most`; below 0 means without an upper bound.
struct Bounded {
  std::string column;
  std::int64_t most;
};

struct Mip {
  std::vector<Row> rows;
  std::vector<std::string> binaries;
  std::vector<Bounded> continuous;
  std::vector<Terms> levels;  ///< each to be minimised, in the order of importance
};

/// The text of one level: it is minimised, and the earlier ones stay within `reached`.
[[nodiscard]] std::string lp_text(const Mip& mip, std::size_t level, const std::vector<std::int64_t>& reached);

}  // namespace plancover::bench
