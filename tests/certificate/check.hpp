// Does a certificate prove the bounds that it shows? Reads it line by line and computes
// every number in it again from the planning folder's Problem; man page
// plancover-certificate(5) says what each line claims.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plancover/model/conference.hpp"
#include "plancover/problem/build.hpp"

namespace plancover::certificate {

struct ShownLevel {
  std::string name;
  std::int64_t value = 0;
  std::int64_t bound = 0;  ///< as `assign` prints it
  std::int64_t shown = 0;  ///< as the certificate says that it shows; no better than what is proved
};

struct Verdict {
  bool holds = false;
  std::size_t line = 0;  ///< otherwise: the line that fails
  std::string why;
  std::vector<ShownLevel> levels;
  std::size_t nodes = 0;  ///< looked at
};

/// Whether the bounds shown hold for every plan that is no worse than the values on the
/// levels before. `values`, where not empty, are those that a plan has, by level.
[[nodiscard]] Verdict check(const Conference& conference, const BuiltProblem& built, std::string_view text,
                            const std::vector<std::int64_t>& values = {});

}  // namespace plancover::certificate
