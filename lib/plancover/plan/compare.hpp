// What differs between two plans, read per attendee: a value, made from the plans' own words,
// so that it needs no conference and speaks of sessions and attendees that are gone too.
// Says nothing about levels, status or `now`: two plans are alike when the same people sit
// in the same seats and the same seats stay empty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/plan/plan.hpp"

namespace plancover {

/// What an attendee does in a session.
struct Part {
  std::string role;
  std::optional<bool> remote;  ///< absent: the plan does not say
};

/// An attendee whose part in a session differs; at least one of `was` and `now` is set.
struct PartChange {
  std::string session;
  std::string attendee;
  std::optional<Part> was;
  std::optional<Part> now;
  /// For a lost part who took the seat over, for a new one whose seat it was; as many as are known.
  std::vector<std::string> instead;
};

/// Seats of one kind of which more or fewer are empty.
struct GapChange {
  std::string session;
  std::string role;
  bool required = true;
  int was = 0;
  int now = 0;
  int filled = 0;  ///< of the difference: because somebody came, not because the seat is gone
};

struct ChangeList {
  std::vector<PartChange> parts;       ///< by attendee id, then in the order of the sessions
  std::vector<GapChange> gaps;         ///< in the order of the sessions
  int reassigned = 0;                  ///< seats with another attendee
  int closed = 0;                      ///< empty seats that are filled
  int opened = 0;                      ///< seats that are empty now and were not, or were not asked for
  int added = 0;                       ///< new assignments beside these: a new session, a seat that all may take
  int released = 0;                    ///< lost ones whose seat is not asked for any longer
  int switched = 0;                    ///< in both, but remote in one of the plans and on site in the other
  int unchanged = 0;                   ///< assignments that are in both, and alike
  std::vector<std::string> attendees;  ///< whose parts differ, by id

  [[nodiscard]] bool empty() const { return parts.empty() && gaps.empty(); }
};

/// With a conference the sessions stand by start and id, and gaps of sessions that are history for
/// either plan are left out; without one they stand as the plans name them. `conference` may be
/// null. A line that stands twice counts once.
[[nodiscard]] ChangeList compare_plans(const PlanText& before, const PlanText& after, const Conference* conference);

/// The plan in a plan file's words.
[[nodiscard]] PlanText in_words(const Conference& conference, const Plan& plan);

}  // namespace plancover
