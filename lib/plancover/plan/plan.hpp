// A plan against one conference: who sits where, what stays empty, and how good it is.
// PlanText is the same as people read and write it: ids, nothing resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plancover/model/assignment.hpp"
#include "plancover/model/conference.hpp"

namespace plancover {

struct Gap {
  SessionIndex session;
  RoleIndex role;
  bool required = true;
  int open = 0;
  friend bool operator==(const Gap&, const Gap&) = default;
};

/// One level of plancover-format(5), WHAT IS BEST. Fewer is better in every level but `quality`.
struct Level {
  std::string name;  ///< "required critical" … "quality"
  std::int64_t value = 0;
  std::int64_t bound = 0;  ///< the best still possible given the levels before; equal to value: proved
  friend bool operator==(const Level&, const Level&) = default;
};

enum class Status { optimal, feasible };

struct Plan {
  Status status = Status::feasible;
  std::optional<Instant> now;
  std::vector<Level> levels;
  std::vector<Assignment> assignments;  ///< by start, session id, role, attendee id
  std::vector<Gap> gaps;                ///< by start, session id, role; required before optional
};

struct AssignmentText {
  std::string session;
  std::string role;
  std::string attendee;
  std::optional<bool> remote;  ///< absent: the file did not say
  Location where{};
};

struct GapText {
  std::string session;
  std::string role;
  bool required = true;
  int open = 0;
  Location where{};
};

/// A plan file, in its own words. `levels` and `gaps` may be absent from a hand-made one;
/// a list of gaps that is there and empty says that there are none.
struct PlanText {
  std::string conference;
  Location conference_where{};
  std::optional<Status> status;
  Location status_where{};
  std::optional<Sourced<LocalTime>> now;  ///< on the conference's wall clock
  std::vector<Sourced<Level>> levels;
  Location levels_where{};
  std::vector<AssignmentText> assignments;
  std::optional<std::vector<GapText>> gaps;
  Location gaps_where{};
  Location where{};
};

/// Into the order that Plan promises.
void sort_plan(const Conference& conference, Plan& plan);

}  // namespace plancover
