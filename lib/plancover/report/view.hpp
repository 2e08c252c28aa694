// A plan as a reader asks for it: the sessions that pass a filter, in order, each with
// its seats, who sits there and what stays empty. Every report form starts here, so that
// none of them decides for itself what belongs in it. Renders nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/plan/plan.hpp"

namespace plancover {

/// What to show; absent means everything. An attendee or organisation keeps the sessions in
/// which it sits (with everyone else there); a committee is itself, not those below it.
struct PlanFilter {
  std::optional<Day> day;
  std::optional<AttendeeIndex> attendee;
  std::optional<std::string> organisation;
  std::optional<CommitteeIndex> committee;
};

struct Occupant {
  AttendeeIndex attendee;
  Presence presence = Presence::on_site;
};

struct SeatView {
  RoleIndex role;
  std::vector<Occupant> occupants;  ///< by attendee id
  int required = 0;
  int wanted = 0;
  bool all = false;
  int open_required = 0;  ///< as the plan's gaps say
  int open_optional = 0;
};

struct SessionView {
  SessionIndex session;
  bool history = false;         ///< started before the plan's `now`
  std::vector<SeatView> seats;  ///< lead first, backup last, the others by role id
  [[nodiscard]] bool has_open_required() const;
};

struct PlanView {
  std::vector<SessionView> sessions;  ///< by start, then id
};

/// The sessions that are live, have someone in them, or were cancelled with seats.
[[nodiscard]] PlanView view(const Conference& conference, const Plan& plan, const PlanFilter& filter);
/// The plan with only the assignments and gaps that pass the filter; an attendee or
/// organisation leaves its own assignments and no gaps. Levels stay those of the whole plan.
[[nodiscard]] Plan filtered(const Conference& conference, const Plan& plan, const PlanFilter& filter);
/// Does the filter, by attendee and organisation, let this attendee through?
[[nodiscard]] bool shows(const Conference& conference, const PlanFilter& filter, AttendeeIndex attendee);

/// What one attendee does in one session.
struct Shift {
  SessionIndex session;
  RoleIndex role;
  Presence presence = Presence::on_site;
};

struct AttendeeView {
  AttendeeIndex attendee;
  std::vector<Shift> shifts;  ///< by start, then session id
};

/// Per attendee, by id: all of those that the filter shows; with a filter by day or
/// committee only those with something to do.
[[nodiscard]] std::vector<AttendeeView> roster(const Conference& conference, const Plan& plan,
                                               const PlanFilter& filter);

}  // namespace plancover
