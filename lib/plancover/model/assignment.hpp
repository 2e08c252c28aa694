// An attendee in a seat: the atom of every plan. Stands with the model because a problem
// is built from the assignments of the day before as well as from the conference.
#pragma once

#include "plancover/base/location.hpp"
#include "plancover/model/committee.hpp"

namespace plancover {

enum class Presence { on_site, remote };

struct Assignment {
  SessionIndex session;
  RoleIndex role;
  AttendeeIndex attendee;
  Presence presence = Presence::on_site;
  Location where{};  ///< the line of the plan file; unknown for a plan just made

  /// Without `where`: two assignments are the same if they say the same.
  friend bool operator==(const Assignment& a, const Assignment& b) {
    return a.session == b.session && a.role == b.role && a.attendee == b.attendee && a.presence == b.presence;
  }
};

}  // namespace plancover
