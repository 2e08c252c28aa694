// Topics, roles and committees: what a conference talks about, what people do in its
// rooms, and the bodies that meet. Values as people wrote them, checked; inheritance
// from committee to session is already carried out in Session.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/base/index.hpp"
#include "plancover/base/location.hpp"
#include "plancover/model/priority.hpp"

namespace plancover {

struct Topic;
struct Role;
struct Committee;
struct Session;
struct Delegation;
struct Attendee;
using TopicIndex = Index<Topic>;
using RoleIndex = Index<Role>;
using CommitteeIndex = Index<Committee>;
using SessionIndex = Index<Session>;
using DelegationIndex = Index<Delegation>;
using AttendeeIndex = Index<Attendee>;

struct Topic {
  std::string id;
  std::string name;
  Priority priority = Priority::normal;
  Location where{};
};

struct Role {
  std::string id;
  std::vector<std::string> needs;  ///< abilities that `can` must hold, all of them
  int expertise = 0;               ///< least level, 0..3, in one of the session's topics
  bool onsite = false;             ///< may not be filled remotely
  int weight = 1;                  ///< 0..10
  Location where{};                ///< unknown for the built-in lead, notes and backup
};

/// What a session's door asks of people on site.
struct Door {
  enum class Kind { everyone, badges, pinned };
  Kind kind = Kind::everyone;
  std::vector<std::string> badges;  ///< any one of them opens; only with Kind::badges; may be empty: nobody
};

/// Who may follow from elsewhere.
struct Webcast {
  enum class Kind { nobody, everyone, badges };
  Kind kind = Kind::nobody;
  std::vector<std::string> badges;
};

/// How many of one role a session asks for: `required` must, up to `wanted` may, and
/// with `all` everyone else who can is welcome (then `wanted` == `required`).
struct SeatCount {
  RoleIndex role;
  int required = 0;
  int wanted = 0;
  bool all = false;
};

/// In the order of the roles' ids; at most one has `all`; a count of 0 is left out.
using Seats = std::vector<SeatCount>;

struct Committee {
  std::string id;
  std::string name;
  CommitteeKind kind = CommitteeKind::committee;
  std::optional<CommitteeIndex> parent;
  std::vector<TopicIndex> topics;
  Location where{};
};

}  // namespace plancover
