// One change of the planning files, as a value, and the conference after it. Changes only
// what a planner could write in the files; never a plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/model/conference.hpp"

namespace plancover {

struct InputChange {
  /// In the order in which repairs of equal worth are told.
  enum class Kind {
    on_site_window,  ///< `after` in place of `before`
    remote_window,
    unavailable,  ///< without `after`, a part of `before`
    daily_hours,  ///< so that they hold `hours`
    badge,        ///< `word` is added
    ability,
    silence,  ///< `topic` is taken out of `silent_on`, for all to whom that line lends it
    language,
    expertise,         ///< in `topic`, `amount` is the new level
    sessions_per_day,  ///< `amount` is the new limit
    hours_per_day,     ///< likewise, in minutes
    hours,
    rest,
    pin_removed,  ///< the pin at `where`
    pin_added,    ///< where the door opens to the pinned alone
    bar_removed,  ///< the bar at `where`
    moved,        ///< the session to the time `after`
  };
  Kind kind{};
  AttendeeIndex attendee;  ///< of all but `moved`
  SessionIndex session;    ///< of the pins and `moved`
  RoleIndex role;          ///< of the pins
  TopicIndex topic;
  std::string word;
  Window before{};
  Window after{};
  DailyHours hours{};
  std::int64_t amount = 0;
  std::int64_t size = 1;  ///< how much is changed: minutes, or 1 for words
  Location where{};       ///< the line to change: as near as is known
};

/// The conference as it is read after the change.
[[nodiscard]] Conference changed(const Conference& conference, const InputChange& change);
/// The same in place, for many changes of one attendee alone; refuses those of kind `silence`, pins, bars and `moved`.
void change_attendee(Attendee& attendee, const InputChange& change);
/// The day a session counts for that starts then (rule 5).
[[nodiscard]] Day day_of(const Conference& conference, Instant start);

}  // namespace plancover
