#include "plancover/plan/score.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "plancover/model/eligibility.hpp"

namespace plancover {
namespace {

using Filled = std::map<std::pair<SessionIndex, RoleIndex>, int>;

Filled count_filled(const std::vector<Assignment>& assignments) {
  Filled filled;
  for (const Assignment& a : assignments) ++filled[{a.session, a.role}];
  return filled;
}

int filled_in(const Filled& filled, SessionIndex session, RoleIndex role) {
  const auto found = filled.find({session, role});
  return found == filled.end() ? 0 : found->second;
}

/// Only these sessions' empty seats count: not cancelled (rule 7) and no history (rule 8).
bool seats_count(const Session& session, const Past& past) {
  return session.live() && !past.is_history(session);
}

struct SeatLevels {
  std::map<Priority, std::int64_t> required;
  std::map<Priority, std::int64_t> optional;
};

SeatLevels seat_levels(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past) {
  const Filled filled = count_filled(assignments);
  std::set<SessionIndex> covered;
  for (const Assignment& a : assignments) covered.insert(a.session);
  SeatLevels levels;
  for (const SessionIndex s : conference.sessions.indexes()) {
    const Session& session = conference.sessions[s];
    if (!seats_count(session, past)) continue;
    bool asks = false;
    for (const SeatCount& seat : session.seats.value) {
      const int sitting = filled_in(filled, s, seat.role);
      asks = asks || seat.required > 0;
      levels.required[session.priority.value] += std::max(0, seat.required - sitting);
      if (!seat.all) {
        levels.optional[session.priority.value] += seat.wanted - seat.required - std::max(0, sitting - seat.required);
      }
    }
    if (asks && !covered.contains(s)) ++levels.required[session.priority.value];
  }
  return levels;
}

std::int64_t changes(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past) {
  std::map<std::pair<SessionIndex, AttendeeIndex>, std::set<RoleIndex>> sits;
  for (const Assignment& a : assignments) sits[{a.session, a.attendee}].insert(a.role);
  std::int64_t sum = 2 * std::int64_t{past.vanished_attendees};
  for (const Assignment& before : past.previous) {
    const Session& session = conference.sessions[before.session];
    if (session.cancelled || past.is_history(session)) continue;
    const auto found = sits.find({before.session, before.attendee});
    if (found == sits.end()) {
      sum += 2;
    } else if (!found->second.contains(before.role)) {
      sum += 1;
    }
  }
  return sum;
}

bool wishes_meet(const Wishes& wishes, SessionIndex s, const Session& session) {
  const auto holds = [](const auto& list, auto index) {
    return std::find(list.begin(), list.end(), index) != list.end();
  };
  const auto& topics = session.topics.value;
  return holds(wishes.sessions, s) || holds(wishes.committees, session.committee) ||
         std::any_of(topics.begin(), topics.end(), [&](TopicIndex topic) { return holds(wishes.topics, topic); });
}

/// What an assignment earns by itself.
std::int64_t own_points(const Conference& conference, const Assignment& a) {
  const Weights& weights = conference.weights;
  const Session& session = conference.sessions[a.session];
  const Attendee& attendee = conference.attendees[a.attendee];
  std::int64_t points =
      weights.expertise * conference.roles[a.role].weight * expertise_in(conference, a.attendee, a.session);
  if (wishes_meet(attendee.prefers, a.session, session)) points += weights.prefers;
  if (wishes_meet(attendee.avoids, a.session, session)) points -= weights.avoids;
  if (a.presence == Presence::remote) points -= weights.remote;
  return points;
}

std::int64_t quality(const Conference& conference, const std::vector<Assignment>& assignments) {
  const Weights& weights = conference.weights;
  const auto previous = previous_sessions(conference);
  std::set<std::pair<SessionIndex, AttendeeIndex>> sits;
  std::map<std::pair<AttendeeIndex, Day>, std::int64_t> load;
  for (const Assignment& a : assignments) sits.insert({a.session, a.attendee});

  std::int64_t points = 0;
  for (const Assignment& a : assignments) {
    points += own_points(conference, a);
    const auto& before = previous[a.session];
    if (std::any_of(before.begin(), before.end(), [&](SessionIndex s) { return sits.contains({s, a.attendee}); })) {
      points += weights.continuity;
    }
    const Session& session = conference.sessions[a.session];
    if (conference.committees[session.committee].kind != CommitteeKind::meeting) ++load[{a.attendee, session.day}];
  }
  for (const auto& [key, count] : load) points -= weights.load * (count * (count - 1) / 2);

  const Filled filled = count_filled(assignments);
  for (const SessionIndex s : conference.sessions.indexes()) {
    for (const SeatCount& seat : conference.sessions[s].seats.value) {
      if (seat.all) points += weights.attend * std::max(0, filled_in(filled, s, seat.role) - seat.required);
    }
  }
  return points;
}

std::string required_name(Priority tier) {
  return "required " + std::string(to_string(tier));
}
std::string optional_name(Priority tier) {
  return "optional " + std::string(to_string(tier));
}

}  // namespace

std::vector<Level> level_names(const Past& past) {
  std::vector<Level> levels;
  for (const Priority tier : priorities) {
    levels.push_back({required_name(tier), 0, 0});
    if (past.has_previous && tier == past.disturb_for) levels.push_back({"changes", 0, 0});
  }
  for (const Priority tier : priorities) levels.push_back({optional_name(tier), 0, 0});
  levels.push_back({"quality", 0, 0});
  return levels;
}

std::vector<Level> score(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past) {
  SeatLevels seats = seat_levels(conference, assignments, past);
  std::map<std::string, std::int64_t> values;
  for (const Priority tier : priorities) {
    values[required_name(tier)] = seats.required[tier];
    values[optional_name(tier)] = seats.optional[tier];
  }
  values["changes"] = changes(conference, assignments, past);
  values["quality"] = quality(conference, assignments);
  std::vector<Level> levels = level_names(past);
  for (Level& level : levels) level.value = level.bound = values.at(level.name);
  return levels;
}

std::vector<Gap> gaps(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past) {
  const Filled filled = count_filled(assignments);
  Plan open;
  for (const SessionIndex s : conference.sessions.indexes()) {
    const Session& session = conference.sessions[s];
    if (!seats_count(session, past)) continue;
    for (const SeatCount& seat : session.seats.value) {
      const int sitting = filled_in(filled, s, seat.role);
      if (sitting < seat.required) open.gaps.push_back({s, seat.role, true, seat.required - sitting});
      const int optional = seat.all ? 0 : seat.wanted - std::max(sitting, seat.required);
      if (optional > 0) open.gaps.push_back({s, seat.role, false, optional});
    }
  }
  sort_plan(conference, open);
  return open.gaps;
}

}  // namespace plancover
