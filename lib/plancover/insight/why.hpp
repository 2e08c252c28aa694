// The two questions: why is this seat empty, and why does this attendee sit here or not.
// Answers are values with their proofs; report/ puts them into words.
#pragma once

#include "plancover/insight/plan_at_hand.hpp"

namespace plancover {

/// Expects a live session that is not past, a role it asks for, and a seat that is empty in
/// the plan at hand or in the one that was given.
[[nodiscard]] WhyEmpty why_empty(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat, bool required,
                                 Asking& asking);
/// Expects a session that is not cancelled and a role it asks for; where the attendee sits
/// in the session, the role is theirs.
[[nodiscard]] WhyAttendee why_attendee(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat,
                                       AttendeeIndex attendee, Asking& asking);

}  // namespace plancover
