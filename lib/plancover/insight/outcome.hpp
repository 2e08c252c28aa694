// What another plan changes and costs, against the plan at hand. Compares plans; makes none.
#pragma once

#include <optional>

#include "plancover/insight/answer.hpp"
#include "plancover/insight/ask.hpp"

namespace plancover {

/// Whose move a comparison begins with, and the seat it is about.
struct FirstMove {
  AttendeeIndex attendee;
  SeatKey seat;
};

/// The steps from one plan to another. They begin with the first move, where given, and
/// follow from seat to seat: who takes what somebody left.
[[nodiscard]] std::vector<PlanStep> steps_between(const std::vector<Assignment>& before,
                                                  const std::vector<Assignment>& after, std::optional<FirstMove> first);
/// Levels are matched by name; one that only `after` has counts as 0 before.
[[nodiscard]] std::vector<LevelShift> shifts_between(const std::vector<Level>& before, const std::vector<Level>& after);
[[nodiscard]] Outcome outcome_of(const Plan& before, Asking::Asked after, std::optional<FirstMove> first);
/// a is better than b, level by level; both have the same levels.
[[nodiscard]] bool better_levels(const std::vector<Level>& a, const std::vector<Level>& b);

}  // namespace plancover
