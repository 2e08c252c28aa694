// The sense of a conference as a whole: what is odd about it (warnings), and pins that no
// plan can keep (errors, hard rule 6). Asks the rules themselves, never a solver.
#pragma once

#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/model/conference.hpp"

namespace plancover {

/// What could not be read in full. Nothing is said that may be wrong because of it.
struct Doubts {
  bool whole = false;           ///< a file, the conference's own keys, or a role
  std::vector<bool> sessions;   ///< by index; past its end: no doubt
  std::vector<bool> attendees;  ///< likewise
  bool lost_sessions = false;   ///< some are given, but not even their id could be used
  bool lost_attendees = false;  ///< likewise

  [[nodiscard]] bool about(SessionIndex session) const {
    return whole || (session.value < sessions.size() && sessions[session.value]);
  }
  [[nodiscard]] bool about(AttendeeIndex attendee) const {
    return whole || (attendee.value < attendees.size() && attendees[attendee.value]);
  }
  [[nodiscard]] bool any() const;
};

/// Everything below, in no order.
[[nodiscard]] Diagnostics check(const Conference& conference, const Doubts& doubts = {});

/// Sessions and windows outside the dates, clocks not known so far ahead, rooms used twice, topics without sessions,
/// badges held by nobody.
void check_programme(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics);
/// Attendees who can sit nowhere and sessions nobody can enter. Of conferences so large
/// and so empty that this needs more than some million questions only the first are looked
/// at, and a warning says so.
void check_reach(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics);
/// Rule 6: each pin against rules 1 to 3 and the bars, and the pins of one attendee against rules 4 and 5.
void check_pins(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics);

}  // namespace plancover
