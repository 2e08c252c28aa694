// From a Conference (and, on a later morning, the past) to a Problem, and back again
// from chosen candidates to assignments.
#pragma once

#include <vector>

#include "plancover/model/assignment.hpp"
#include "plancover/model/conference.hpp"
#include "plancover/model/past.hpp"
#include "plancover/problem/problem.hpp"

namespace plancover {

/// A problem together with what its indexes mean in the conference.
struct BuiltProblem {
  Problem problem;
  std::vector<SessionIndex> session_of;    ///< by SlotIndex
  std::vector<RoleIndex> role_of;          ///< by SeatIndex
  std::vector<AttendeeIndex> attendee_of;  ///< by PersonIndex
};

/// Expects a conference whose pins are consistent (read_conference has said so). The number of threads, the calling one
/// among them, changes nothing but the time.
[[nodiscard]] BuiltProblem build_problem(const Conference& conference, const Past& past, int threads = 1);
/// In the order of `chosen`; sort_plan brings a plan into the order of the file.
[[nodiscard]] std::vector<Assignment> assignments_of(const BuiltProblem& built,
                                                     const std::vector<CandidateIndex>& chosen);

}  // namespace plancover
