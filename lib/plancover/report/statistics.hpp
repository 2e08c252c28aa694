// What a plan covers and what it asks of people, as numbers: seats filled of wanted per
// tier and per topic, the load per attendee and per organisation, the share followed
// remotely. A value; sheets.hpp and json.hpp render it.
#pragma once

#include <array>
#include <map>
#include <string>

#include "plancover/report/view.hpp"

namespace plancover {

/// Filled counts stop at what is wanted: one too many in one session hides no gap in another.
struct Covered {
  int sessions = 0;
  int required_filled = 0;
  int required = 0;
  int optional_filled = 0;
  int optional = 0;
};

struct Load {
  int attendees = 0;  ///< 1 for an attendee, the number of its people for an organisation
  int sessions = 0;   ///< assignments, those in committees of kind `meeting` not counted
  int meetings = 0;   ///< the others
  int remote = 0;     ///< of both, followed remotely
  Minutes time{0};
  int days = 0;  ///< on which at least one assignment falls; summed over an organisation's people
};

struct Statistics {
  std::array<Covered, 4> tiers;       ///< by Priority
  Table<TopicIndex, Covered> topics;  ///< a session on two topics counts for both
  Table<AttendeeIndex, Load> attendees;
  std::map<std::string, Load> organisations;  ///< people without one are under ""
  int assignments = 0;
  int remote = 0;
  int abandoned = 0;  ///< sessions with required seats in which nobody sits
};

/// Of the sessions and attendees that the filter shows; cancelled sessions count nowhere.
[[nodiscard]] Statistics statistics(const Conference& conference, const Plan& plan, const PlanFilter& filter);

}  // namespace plancover
