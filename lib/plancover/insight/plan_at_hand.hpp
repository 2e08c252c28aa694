// The plan that a question is about, proved as far as it can be: where answers start
// from. A plan that could be better is replaced by the best one that changes it least.
#pragma once

#include <optional>

#include "plancover/insight/answer.hpp"
#include "plancover/insight/ask.hpp"

namespace plancover {

struct PlanAtHand {
  Plan plan;  ///< its levels as with itself as the previous plan: `changes` is 0
  Past past;  ///< with that plan as the previous one
  bool proved = false;
  std::optional<Plan> given;     ///< the plan handed in, where it is not the same
  std::optional<Outcome> again;  ///< what solving again makes of it, where it is not the same
};

/// Solves. Without a plan it is the best plan; a given one must keep every rule, and its `now` counts.
[[nodiscard]] PlanAtHand plan_at_hand(const Conference& conference, const std::optional<Plan>& given, Asking& asking);

/// The conference with one more pin; empty where the pin would break a rule, alone or with
/// what is pinned or past already, or find every such seat pinned.
[[nodiscard]] std::optional<Conference> with_pin(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat,
                                                 AttendeeIndex attendee);

}  // namespace plancover
