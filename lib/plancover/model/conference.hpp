// The whole conference as people wrote it, checked and with every reference resolved.
// Sessions and attendees stand in the order of the files. Holds nothing that a solver made.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/base/time.hpp"
#include "plancover/base/zone.hpp"
#include "plancover/model/attendee.hpp"
#include "plancover/model/committee.hpp"
#include "plancover/model/session.hpp"

namespace plancover {

/// Decided by people: kept by the solver.
struct Pin {
  AttendeeIndex attendee;
  SessionIndex session;
  RoleIndex role;
  Location where{};
};

/// Never: exactly one of the three is set.
struct Bar {
  AttendeeIndex attendee;
  std::optional<SessionIndex> session;
  std::optional<CommitteeIndex> committee;
  std::optional<TopicIndex> topic;
  Location where{};
};

/// Points of the level `quality`; whole numbers, 0..1,000,000.
struct Weights {
  std::int64_t expertise = 10;
  std::int64_t prefers = 5;
  std::int64_t avoids = 20;
  std::int64_t continuity = 15;
  std::int64_t attend = 3;
  std::int64_t remote = 5;
  std::int64_t load = 4;
};

struct Conference {
  std::string name;
  Zone zone;
  Day first_day{};
  Day last_day{};  ///< included
  Location dates_where{};
  Minutes day_change{4 * 60};  ///< after midnight
  Minutes transfer{0};
  Table<TopicIndex, Topic> topics;
  Table<RoleIndex, Role> roles;
  Table<CommitteeIndex, Committee> committees;
  Table<SessionIndex, Session> sessions;
  Table<DelegationIndex, Delegation> delegations;
  Table<AttendeeIndex, Attendee> attendees;
  std::vector<Pin> pinned;
  std::vector<Bar> barred;
  Weights weights;
  Location where{};  ///< the key `conference`

  // By id, for readers of plans and of the command line.
  std::map<std::string, SessionIndex, std::less<>> session_ids;
  std::map<std::string, AttendeeIndex, std::less<>> attendee_ids;
  std::map<std::string, RoleIndex, std::less<>> role_ids;
  std::map<std::string, CommitteeIndex, std::less<>> committee_ids;
  std::map<std::string, TopicIndex, std::less<>> topic_ids;
};

/// For each session (by index) the previous sessions of its committee (plancover-format(5),
/// WHAT IS BEST: continuity): the live ones that end latest among those that end by its start.
/// Empty for sessions that are not live and for committees of kind `meeting`.
[[nodiscard]] Table<SessionIndex, std::vector<SessionIndex>> previous_sessions(const Conference& conference);

}  // namespace plancover
