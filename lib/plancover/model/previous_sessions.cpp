#include <algorithm>
#include <utility>

#include "plancover/model/conference.hpp"

namespace plancover {

Table<SessionIndex, std::vector<SessionIndex>> previous_sessions(const Conference& conference) {
  Table<SessionIndex, std::vector<SessionIndex>> result(conference.sessions.size());
  Table<CommitteeIndex, std::vector<std::pair<Instant, SessionIndex>>> by_end(conference.committees.size());
  for (const SessionIndex s : conference.sessions.indexes()) {
    const Session& session = conference.sessions[s];
    if (!session.live() || conference.committees[session.committee].kind == CommitteeKind::meeting) continue;
    by_end[session.committee].emplace_back(session.time.value.until, s);
  }
  for (auto& sittings : by_end) std::sort(sittings.begin(), sittings.end());

  for (const auto& sittings : by_end) {
    for (const auto& sitting : sittings) {
      const Instant start = conference.sessions[sitting.second].time.value.from;
      const auto after = std::partition_point(sittings.begin(), sittings.end(),
                                              [&](const auto& other) { return other.first <= start; });
      if (after == sittings.begin()) continue;
      const Instant latest = (after - 1)->first;
      const auto first =
          std::partition_point(sittings.begin(), after, [&](const auto& other) { return other.first < latest; });
      for (auto other = first; other != after; ++other) result[sitting.second].push_back(other->second);
    }
  }
  return result;
}

}  // namespace plancover
