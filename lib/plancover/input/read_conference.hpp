// Planning files to a Conference. Collects every problem of every file; a conference
// comes back only when there is no error.
#pragma once

#include <optional>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"
#include "plancover/model/conference.hpp"

namespace plancover {

struct ConferenceRead {
  std::optional<Conference> conference;  ///< empty when `diagnostics` holds an error
  Diagnostics diagnostics;               ///< tidy; warnings too
};

/// `sources` that hold a plan (a top-level key `plan`) must have been left out: see is_plan.
[[nodiscard]] ConferenceRead read_conference(const Sources& sources);
/// Does the text have a top-level key `plan`? Reads no further than it must.
[[nodiscard]] bool is_plan(const Source& source);

}  // namespace plancover
