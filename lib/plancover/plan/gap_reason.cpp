#include "plancover/plan/gap_reason.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "plancover/model/eligibility.hpp"
#include "plancover/plan/verify_parts.hpp"

namespace plancover {
namespace {

/// Less is more important: a required seat before an optional one, then the session's priority.
std::pair<bool, Priority> weight_of(const Conference& conference, const Assignment& a) {
  const Session& session = conference.sessions[a.session];
  const bool is_required = std::any_of(session.seats.value.begin(), session.seats.value.end(),
                                       [&](const SeatCount& seat) { return seat.role == a.role && seat.required > 0; });
  return {!is_required, session.priority.value};
}

/// Of what is already asked of the attendee and excludes the new assignment, what matters most: who asks why would
/// move anything less.
std::optional<HeldBack> held_back_by(const Conference& conference, const std::vector<Assignment>& own,
                                     const Assignment& wanted, const Past& past) {
  const Attendee& attendee = conference.attendees[wanted.attendee];
  std::optional<Minutes> rest;
  if (attendee.limits.rest) rest = attendee.limits.rest->value;
  std::optional<HeldBack> held;
  std::pair<bool, Priority> most;
  for (const Assignment& a : own) {
    const auto found = conflict(conference, a.session, a.presence, wanted.session, wanted.presence, rest);
    const auto weight = weight_of(conference, a);
    if (!found || (held && weight >= most)) continue;
    held = HeldBack{wanted.attendee, found, a.session};
    most = weight;
  }
  if (held) return held;
  std::vector<Assignment> with = own;
  with.push_back(wanted);
  Diagnostics broken;
  verify_attendees(conference, with, past, broken);
  if (broken.empty()) return std::nullopt;
  return HeldBack{wanted.attendee, std::nullopt, std::nullopt};
}

}  // namespace

GapReason gap_reason(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past,
                     const Gap& gap) {
  GapReason reason{gap, {}, {}, {}};
  std::map<Obstacle, int> refused;
  for (const auto& [id, attendee] : conference.attendee_ids) {
    std::vector<Assignment> own;
    std::copy_if(assignments.begin(), assignments.end(), std::back_inserter(own), [&, who = attendee](const auto& a) {
      return a.attendee == who && !conference.sessions[a.session].cancelled;
    });
    const bool sits = std::any_of(own.begin(), own.end(), [&](const auto& a) { return a.session == gap.session; });
    if (sits) continue;
    const Eligibility answer = eligibility(conference, attendee, gap.session, gap.role);
    if (!answer.presence) {
      ++refused[answer.refusals.front().obstacle];
      continue;
    }
    const Assignment wanted{gap.session, gap.role, attendee, *answer.presence, {}};
    if (const auto held = held_back_by(conference, own, wanted, past)) {
      reason.held_back.push_back(*held);
    } else {
      reason.free.push_back(attendee);
    }
  }
  reason.refused.assign(refused.begin(), refused.end());
  return reason;
}

}  // namespace plancover
