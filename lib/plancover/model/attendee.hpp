// The people: when they can be used, where, under which terms, and what they would like.
// What a delegation lends (badges, can, silent_on) is already joined in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plancover/base/time.hpp"
#include "plancover/base/zone.hpp"
#include "plancover/model/committee.hpp"

namespace plancover {

struct Delegation {
  std::string id;
  std::string name;
  std::vector<std::string> badges;
  std::vector<std::string> can;
  std::vector<TopicIndex> silent_on;
  Location where{};
};

/// A stretch of the wall clock that comes every day, [from, until) in minutes after
/// midnight; `until` is above 24 h where the stretch crosses midnight.
struct DailyHours {
  Minutes from{};
  Minutes until{};
};

struct Remote {
  std::vector<Sourced<Window>> available;  ///< as written; { always } without limit of days
  Zone zone;                               ///< in which windows and hours are read
  std::optional<Sourced<DailyHours>> hours;
  Location where{};
};

/// Each may be absent; the conference's limits are already merged in, key by key.
struct Limits {
  std::optional<Sourced<int>> sessions_per_day;
  std::optional<Sourced<Minutes>> hours_per_day;
  std::optional<Sourced<Minutes>> hours;
  std::optional<Sourced<Minutes>> rest;
};

/// Committees, topics and sessions that `prefers` or `avoids` names; an id that is the
/// name of several kinds counts for each of them.
struct Wishes {
  std::vector<CommitteeIndex> committees;
  std::vector<TopicIndex> topics;
  std::vector<SessionIndex> sessions;
};

struct Attendee {
  std::string id;
  std::string name;
  std::string organisation;
  std::optional<DelegationIndex> delegation;
  std::vector<Sourced<Window>> available;  ///< on site, as written; { always } without limit; empty: never on site
  std::vector<Sourced<Window>> unavailable;
  std::optional<Remote> remote;
  std::vector<Sourced<std::string>> badges;  ///< own and the delegation's
  std::vector<Sourced<std::string>> can;
  std::vector<Sourced<TopicIndex>> silent_on;
  std::map<TopicIndex, int> expertise;                ///< 1..3; absent is 0
  std::optional<std::vector<std::string>> languages;  ///< absent: no language rules this attendee out
  Wishes prefers;
  Wishes avoids;
  Limits limits;
  Location where{};

  // Made from the above once, when the conference is built; as `joined` gives them.
  std::vector<Window> on_site_windows;  ///< available without unavailable
  std::vector<Window> remote_windows;   ///< remote.available without unavailable; `hours` not yet applied
};

}  // namespace plancover
