// Why a seat is empty or who sits in it, as values: what report/ renders and what tests
// hold against the brute force. Holds no text but ids and words from the files; whatever
// was not proved says so.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "plancover/insight/input_change.hpp"
#include "plancover/model/eligibility.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

struct SeatKey {
  SessionIndex session;
  RoleIndex role;
  friend auto operator<=>(const SeatKey&, const SeatKey&) = default;
};

/// The one class of an attendee with regard to a seat. All between `here` and `busy` are
/// obstacles of eligibility, by the first that stands in the way.
enum class Standing {
  here,  ///< sits in the session, in this role or another
  barred,
  away,
  no_badge,
  not_webcast,
  asleep,
  onsite_role,
  cannot,
  silent,
  expertise,
  language,
  busy,      ///< a candidate who sits elsewhere at that time, or too far away to be there in time
  at_limit,  ///< a candidate whose limits or rest leave no room for it
  free,      ///< a candidate whom nothing keeps away
};

/// What else the plan gives to a candidate, and that keeps the seat out of reach.
struct Hindrance {
  enum class Kind { overlap, transfer, rest, sessions_per_day, hours_per_day, hours };
  Kind kind{};
  std::optional<SessionIndex> with;  ///< the other session, of the first three
  bool fixed = false;                ///< it is pinned or past
  Location where{};                  ///< the line of the limit, or of the other session or its pin
};

struct AttendeeStanding {
  AttendeeIndex attendee;
  Standing standing{};
  std::optional<RoleIndex> here_as;
  std::vector<Refusal> refusals;      ///< of those who are no candidates, every one
  std::vector<Hindrance> hindrances;  ///< of candidates not yet in the session, every one
};

/// A level that differs between the plan at hand and another one.
struct LevelShift {
  std::string level;
  std::int64_t before = 0;
  std::int64_t after = 0;
};

/// One difference between two plans; in the order in which one follows from the other.
struct PlanStep {
  enum class Kind {
    takes,  ///< an attendee sits in a seat in which they did not; whoever sat there does not any more
    loses,  ///< a seat has one fewer: the attendee who left it has no successor
  };
  Kind kind{};
  AttendeeIndex attendee;
  SeatKey seat;
};

/// The best plan under some condition, against the plan at hand.
struct Outcome {
  Plan plan;
  bool proved = false;  ///< no better plan keeps the condition
  std::vector<PlanStep> steps;
  std::vector<LevelShift> price;  ///< only levels that differ
};

/// What it costs to let a busy candidate fill the seat.
struct Chain {
  AttendeeIndex attendee;
  Outcome outcome;
};

/// One change of the input after which a plan fills the seat and loses nothing above it.
struct Repair {
  InputChange change;
  bool elsewhere = false;  ///< the best plan of all would use the change for another seat; the outcome is that of a pin
  Outcome outcome;
};

/// At one instant so many seats, this one among them, have fewer candidates than they are (Hall 1935).
struct SeatShortage {
  struct Need {
    SeatKey seat;
    int count = 0;
  };
  Instant at{};
  std::vector<Need> seats;                ///< by session, then role
  std::vector<AttendeeIndex> candidates;  ///< all who may fill any of them then; one fewer than the seats
  [[nodiscard]] int seat_count() const {
    int sum = 0;
    for (const Need& need : seats) sum += need.count;
    return sum;
  }
};

/// Why a seat is empty. `complete` says that everything was tried and proved; otherwise
/// there may be cheaper chains, or more repairs.
struct WhyEmpty {
  SeatKey seat;
  bool required = true;
  int open = 0;
  std::optional<Outcome> again;             ///< set where solving again fills it; then nothing below is asked
  std::vector<AttendeeStanding> attendees;  ///< every attendee once, in the order of the files
  bool proved = false;                      ///< no plan fills it without leaving as important a seat empty
  std::optional<SeatShortage> shortage;     ///< the short reason, where there is one
  std::vector<Chain> chains;                ///< cheapest first, at most three
  bool chains_complete = false;
  std::vector<Repair> repairs;  ///< best first, all that were found
  bool repairs_complete = false;
};

/// Why an attendee sits in a session, or not.
struct WhyAttendee {
  SeatKey seat;  ///< that of the attendee, or the one asked for
  AttendeeStanding standing;
  std::optional<Location> pin;  ///< where people decided it, also that the attendee sits elsewhere at that time
  bool history = false;
  bool impossible = false;  ///< a candidate, but what is pinned or past leaves no plan with it
  /// Of one who sits there: the best plan without it. Of a candidate who does not: the best plan with it.
  /// Empty where a rule or a pin answers, or none was found within the limit.
  std::optional<Outcome> otherwise;
};

}  // namespace plancover
