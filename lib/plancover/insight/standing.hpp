// Where each attendee stands with regard to one seat, under the rules and a plan: one
// class each, and every fact with its line. Asks the rules of the model; solves nothing.
#pragma once

#include <vector>

#include "plancover/insight/answer.hpp"
#include "plancover/model/past.hpp"

namespace plancover {

[[nodiscard]] AttendeeStanding standing_of(const Conference& conference, const std::vector<Assignment>& assignments,
                                           const Past& past, SeatKey seat, AttendeeIndex attendee);
/// Every attendee once, in the order of the files.
[[nodiscard]] std::vector<AttendeeStanding> standings(const Conference& conference,
                                                      const std::vector<Assignment>& assignments, const Past& past,
                                                      SeatKey seat);
/// What of `held`, all of one attendee, keeps them from one more seat; empty for nothing.
[[nodiscard]] std::vector<Hindrance> hindrances(const Conference& conference, const std::vector<Assignment>& held,
                                                const Past& past, const Assignment& more);
/// The assignments of one attendee that no plan can do without: pinned or past.
[[nodiscard]] std::vector<Assignment> fixed_assignments(const Conference& conference,
                                                        const std::vector<Assignment>& assignments, const Past& past,
                                                        AttendeeIndex attendee);

}  // namespace plancover
