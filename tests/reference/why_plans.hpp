// Plans, levels and pins as the checks of "why" compare them.
#pragma once

#include <algorithm>
#include <vector>

#include "plancover/insight/answer.hpp"

namespace plancover::reference {

inline bool same_values(const std::vector<Level>& a, const std::vector<Level>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Level& x, const Level& y) { return x.name == y.name && x.value == y.value; });
}

inline Conference pinned(const Conference& conference, SeatKey seat, AttendeeIndex attendee) {
  Conference result = conference;
  Door& door = result.sessions[seat.session].admits.value;
  if (door.kind == Door::Kind::pinned) {
    // The pin of a question opens no door.
    door = {Door::Kind::badges, {"in before"}};
    for (const Pin& pin : conference.pinned) {
      if (pin.session == seat.session) result.attendees[pin.attendee].badges.push_back({"in before", {}});
    }
  }
  result.pinned.push_back({attendee, seat.session, seat.role, {}});
  return result;
}

inline int sitting(const std::vector<Assignment>& plan, SeatKey seat) {
  return static_cast<int>(std::count_if(
      plan.begin(), plan.end(), [&](const Assignment& a) { return a.session == seat.session && a.role == seat.role; }));
}

inline bool cheaper(const std::vector<Level>& a, const std::vector<Level>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].value != b[i].value) return a[i].name == "quality" ? a[i].value > b[i].value : a[i].value < b[i].value;
  }
  return false;
}

}  // namespace plancover::reference
