// The hard rules read once more, word for word and minute by minute, so that the
// library's own reading has something to be held against. Calls no rule of the library.
#pragma once

#include <optional>
#include <vector>

#include "plancover/model/past.hpp"

namespace plancover::reference {

/// Rules 2 and 3 and the bars for one attendee, one session and one role.
[[nodiscard]] std::optional<Presence> may_fill(const Conference& conference, AttendeeIndex attendee,
                                               SessionIndex session, RoleIndex role);

/// One seat of one attendee; `history` ones are given and may break rules among themselves.
struct Shift {
  SessionIndex session;
  RoleIndex role;
  Presence presence = Presence::on_site;
  bool history = false;
};

/// Rules 4 and 5 for all the shifts of one attendee.
[[nodiscard]] bool can_do_all(const Conference& conference, const Attendee& attendee, const std::vector<Shift>& shifts);

/// Everything one attendee could do: all choices of seats that break no rule by
/// themselves, with history and pins in each. Empty when history and pins exclude each other.
[[nodiscard]] std::vector<std::vector<Shift>> schedules(const Conference& conference, AttendeeIndex attendee,
                                                        const Past& past);

/// What one schedule brings to the level `quality`, without `attend`.
[[nodiscard]] std::int64_t points(const Conference& conference, AttendeeIndex attendee,
                                  const std::vector<Shift>& schedule);
/// What one schedule costs in the level `changes`.
[[nodiscard]] std::int64_t changes(const Conference& conference, AttendeeIndex attendee,
                                   const std::vector<Shift>& schedule, const Past& past);

}  // namespace plancover::reference
