// Yesterday's plan on today's conference: what of it still counts. Sessions and attendees
// that are gone are said, one warning a line; a plan that is nonsense is refused.
#pragma once

#include "plancover/base/diagnostic.hpp"
#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

struct PreviousPlan {
  Past past;                ///< usable where `diagnostics` holds no error
  Diagnostics diagnostics;  ///< losses as warnings; doubled lines, unknown roles, two seats in one session as errors
};

/// `written` is the conference of the files, `today` the same after the events of the day. Without `now` the
/// plan's own counts. The windows of `written` decide who was remote in history where a plan made by hand does not say.
[[nodiscard]] PreviousPlan previous_plan(const Conference& written, const Conference& today, const PlanText& text,
                                         std::optional<Instant> now);

/// Pins that today's history leaves no room for: rules 4 and 5 between the two, each an error at the pin.
[[nodiscard]] Diagnostics pins_against_history(const Conference& today, const Past& past);

}  // namespace plancover
