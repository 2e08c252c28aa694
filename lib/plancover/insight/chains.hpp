// What it would cost to let a busy candidate fill a seat: who would follow whom, and
// which seats would be lost. Every chain is the best plan with the candidate in the seat.
#pragma once

#include <vector>

#include "plancover/insight/plan_at_hand.hpp"

namespace plancover {

struct ChainsFound {
  std::vector<Chain> chains;  ///< cheapest first, at most three
  bool complete = false;      ///< every candidate was asked and every answer proved
};

[[nodiscard]] ChainsFound find_chains(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat,
                                      const std::vector<AttendeeStanding>& attendees, Asking& asking);

}  // namespace plancover
