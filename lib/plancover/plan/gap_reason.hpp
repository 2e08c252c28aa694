// Why a seat stays empty, in short: for each attendee the thing that keeps them out of
// it in this plan. Facts only, one attendee and one seat at a time; whether a chain of moves
// could fill the seat is not asked here.
#pragma once

#include <optional>
#include <vector>

#include "plancover/model/conflict.hpp"
#include "plancover/model/eligibility.hpp"
#include "plancover/model/past.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

/// A candidate for the seat who sits elsewhere, or has done enough.
struct HeldBack {
  AttendeeIndex attendee;
  std::optional<Conflict> conflict;  ///< with `elsewhere`; absent where a limit holds the attendee back
  std::optional<SessionIndex> elsewhere;
};

struct GapReason {
  Gap gap;
  std::vector<HeldBack> held_back;                ///< by attendee id
  std::vector<AttendeeIndex> free;                ///< candidates whom nothing holds back, by id
  std::vector<std::pair<Obstacle, int>> refused;  ///< how many attendees by their first obstacle, in its order
};

/// `gap` in a session that is live; `assignments` keep the rules. People who sit in the session are not counted.
[[nodiscard]] GapReason gap_reason(const Conference& conference, const std::vector<Assignment>& assignments,
                                   const Past& past, const Gap& gap);

}  // namespace plancover
