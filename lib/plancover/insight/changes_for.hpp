// Every single change of the input worth asking about for one empty seat: those after
// which somebody who could not fill it by the rules is a candidate, those that take away
// what keeps a candidate elsewhere, and other times for the session. Decides nothing.
#pragma once

#include <vector>

#include "plancover/insight/answer.hpp"
#include "plancover/model/past.hpp"

namespace plancover {

/// A change, and whether the attendee could then simply be added to the plan at hand.
struct Proposal {
  InputChange change;
  bool fits_plan = false;
};

/// In the order of InputChange::Kind, then size, then attendee. `attendees` as standings() gives them for the seat.
[[nodiscard]] std::vector<Proposal> changes_for(const Conference& conference, const Past& past, const Plan& plan,
                                                SeatKey seat, const std::vector<AttendeeStanding>& attendees);

/// Part of the above: changes of one attendee who is no candidate after which they might be one.
[[nodiscard]] std::vector<InputChange> changes_of_presence(const Conference& conference, AttendeeIndex attendee,
                                                           SeatKey seat);
[[nodiscard]] std::vector<InputChange> changes_of_terms(const Conference& conference, SeatKey seat,
                                                        const AttendeeStanding& standing);
/// Likewise: what keeps a candidate elsewhere, a limit or a pin.
[[nodiscard]] std::vector<InputChange> changes_of_hindrances(const Conference& conference, const Past& past,
                                                             const Plan& plan, SeatKey seat,
                                                             const AttendeeStanding& standing);
/// Likewise: the same session at another time of its day at which some session of the conference begins.
[[nodiscard]] std::vector<InputChange> other_times(const Conference& conference, const Past& past, SessionIndex moved);

}  // namespace plancover
