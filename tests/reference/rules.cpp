#include "reference/rules.hpp"

#include <algorithm>
#include <map>

#include "plancover/base/zone.hpp"

namespace plancover::reference {
namespace {

constexpr Minutes minute{1};

template <class List, class Value>
bool has(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <class T>
bool has_sourced(const std::vector<Sourced<T>>& list, const T& value) {
  for (const auto& one : list) {
    if (one.value == value) return true;
  }
  return false;
}

bool within(const std::vector<Sourced<Window>>& windows, Instant time) {
  for (const auto& window : windows) {
    if (window.value.from <= time && time < window.value.until) return true;
  }
  return false;
}

template <class Test>
bool every_minute(const Session& session, Test test) {
  for (Instant time = session.time.value.from; time < session.time.value.until; time += minute) {
    if (!test(time)) return false;
  }
  return true;
}

bool one_badge_of(const Attendee& attendee, const std::vector<std::string>& badges) {
  for (const std::string& badge : badges) {
    if (has_sourced(attendee.badges, badge)) return true;
  }
  return false;
}

bool enters(const Conference& conference, AttendeeIndex a, SessionIndex s) {
  const Attendee& attendee = conference.attendees[a];
  const Session& session = conference.sessions[s];
  if (!every_minute(session, [&](Instant time) {
        return within(attendee.available, time) && !within(attendee.unavailable, time);
      })) {
    return false;
  }
  const Door& door = session.admits.value;
  if (door.kind == Door::Kind::everyone) return true;
  if (door.kind == Door::Kind::badges) return one_badge_of(attendee, door.badges);
  for (const Pin& pin : conference.pinned) {
    if (pin.attendee == a && pin.session == s) return true;
  }
  return false;
}

bool follows(const Attendee& attendee, const Session& session) {
  if (!attendee.remote) return false;
  const Webcast& webcast = session.webcast.value;
  if (webcast.kind == Webcast::Kind::nobody) return false;
  if (webcast.kind == Webcast::Kind::badges && !one_badge_of(attendee, webcast.badges)) return false;
  return every_minute(session, [&](Instant time) {
    if (!within(attendee.remote->available, time) || within(attendee.unavailable, time)) return false;
    if (!attendee.remote->hours) return true;
    const LocalTime reading = to_local(attendee.remote->zone, time);
    const Minutes clock = reading - std::chrono::floor<std::chrono::days>(reading);
    const DailyHours& hours = attendee.remote->hours->value;
    const Minutes tomorrow = clock + Minutes{24 * 60};
    return (hours.from <= clock && clock < hours.until) || (hours.from <= tomorrow && tomorrow < hours.until);
  });
}

int best_level(const Attendee& attendee, const Session& session) {
  int best = 0;
  for (const TopicIndex topic : session.topics.value) {
    if (attendee.expertise.contains(topic)) best = std::max(best, attendee.expertise.at(topic));
  }
  return best;
}

bool knows_the_work(const Attendee& attendee, const Session& session, const Role& role) {
  for (const std::string& need : role.needs) {
    if (!has_sourced(attendee.can, need)) return false;
    for (const TopicIndex topic : session.topics.value) {
      if (has_sourced(attendee.silent_on, topic)) return false;
    }
  }
  if (!session.topics.value.empty() && best_level(attendee, session) < role.expertise) return false;
  if (session.languages.value && !session.languages.value->empty() && attendee.languages) {
    bool common = false;
    for (const std::string& language : *session.languages.value) common = common || has(*attendee.languages, language);
    if (!common) return false;
  }
  return true;
}

bool is_barred(const Conference& conference, AttendeeIndex attendee, SessionIndex s) {
  const Session& session = conference.sessions[s];
  for (const Bar& bar : conference.barred) {
    if (bar.attendee != attendee) continue;
    if (bar.session && *bar.session == s) return true;
    if (bar.committee && *bar.committee == session.committee) return true;
    if (bar.topic && has(session.topics.value, *bar.topic)) return true;
  }
  return false;
}

bool is_meeting(const Conference& conference, const Session& session) {
  return conference.committees[session.committee].kind == CommitteeKind::meeting;
}

bool pair_possible(const Conference& conference, const Attendee& attendee, const Shift& a, const Shift& b) {
  const Session* first = &conference.sessions[a.session];
  const Session* second = &conference.sessions[b.session];
  if (second->time.value.from < first->time.value.from) std::swap(first, second);
  const Minutes between = second->time.value.from - first->time.value.until;
  if (between < Minutes{0}) return false;
  const bool walks = a.presence == Presence::on_site && b.presence == Presence::on_site &&
                     (first->room != second->room || first->room.empty());
  if (walks && between < conference.transfer) return false;
  return !attendee.limits.rest || first->day == second->day || between >= attendee.limits.rest->value;
}

/// A total may exceed its limit only where history alone makes it up.
struct Total {
  std::int64_t sum = 0;
  bool all_history = true;
  void add(std::int64_t amount, bool history) {
    sum += amount;
    all_history = all_history && history;
  }
  [[nodiscard]] bool keeps(std::int64_t limit) const { return sum <= limit || all_history; }
};

std::vector<std::vector<Shift>> choices(const Conference& conference, AttendeeIndex attendee, SessionIndex s,
                                        const Past& past) {
  const Session& session = conference.sessions[s];
  if (session.cancelled) return {{}};
  if (past.now && session.time.value.from < *past.now) {
    std::vector<Shift> kept;
    for (const Assignment& before : past.previous) {
      if (before.session == s && before.attendee == attendee) kept.push_back({s, before.role, before.presence, true});
    }
    return {kept};
  }
  std::vector<std::vector<Shift>> all{{}};
  for (const SeatCount& seat : session.seats.value) {
    if (const auto way = may_fill(conference, attendee, s, seat.role)) all.push_back({{s, seat.role, *way, false}});
  }
  std::vector<RoleIndex> pinned;
  for (const Pin& pin : conference.pinned) {
    if (pin.attendee == attendee && pin.session == s) pinned.push_back(pin.role);
  }
  std::erase_if(all, [&](const std::vector<Shift>& choice) {
    for (const RoleIndex role : pinned) {
      if (choice.empty() || choice.front().role != role) return true;
    }
    return false;
  });
  return all;
}

}  // namespace

std::optional<Presence> may_fill(const Conference& conference, AttendeeIndex attendee, SessionIndex session,
                                 RoleIndex role) {
  const Role& work = conference.roles[role];
  if (is_barred(conference, attendee, session)) return std::nullopt;
  if (!knows_the_work(conference.attendees[attendee], conference.sessions[session], work)) return std::nullopt;
  if (enters(conference, attendee, session)) return Presence::on_site;
  if (!work.onsite && follows(conference.attendees[attendee], conference.sessions[session])) return Presence::remote;
  return std::nullopt;
}

bool can_do_all(const Conference& conference, const Attendee& attendee, const std::vector<Shift>& shifts) {
  std::map<Day, Total> sessions;
  std::map<Day, Total> minutes;
  Total in_all;
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (shifts[i].history && shifts[j].history) continue;
      if (!pair_possible(conference, attendee, shifts[i], shifts[j])) return false;
    }
    const Session& session = conference.sessions[shifts[i].session];
    const std::int64_t length = session.time.value.length().count();
    if (!is_meeting(conference, session)) sessions[session.day].add(1, shifts[i].history);
    minutes[session.day].add(length, shifts[i].history);
    in_all.add(length, shifts[i].history);
  }
  const Limits& limits = attendee.limits;
  for (const auto& [day, total] : sessions) {
    if (limits.sessions_per_day && !total.keeps(limits.sessions_per_day->value)) return false;
  }
  for (const auto& [day, total] : minutes) {
    if (limits.hours_per_day && !total.keeps(limits.hours_per_day->value.count())) return false;
  }
  return !limits.hours || in_all.keeps(limits.hours->value.count());
}

std::vector<std::vector<Shift>> schedules(const Conference& conference, AttendeeIndex attendee, const Past& past) {
  std::vector<std::vector<Shift>> all{{}};
  for (const SessionIndex s : conference.sessions.indexes()) {
    std::vector<std::vector<Shift>> longer;
    for (const auto& choice : choices(conference, attendee, s, past)) {
      for (const auto& so_far : all) {
        longer.push_back(so_far);
        longer.back().insert(longer.back().end(), choice.begin(), choice.end());
      }
    }
    all = std::move(longer);
  }
  std::erase_if(all, [&](const std::vector<Shift>& schedule) {
    return !can_do_all(conference, conference.attendees[attendee], schedule);
  });
  return all;
}

std::int64_t points(const Conference& conference, AttendeeIndex a, const std::vector<Shift>& schedule) {
  const Attendee& attendee = conference.attendees[a];
  const Weights& weights = conference.weights;
  const auto names = [&](const Wishes& wishes, SessionIndex s) {
    const Session& session = conference.sessions[s];
    if (has(wishes.sessions, s) || has(wishes.committees, session.committee)) return true;
    for (const TopicIndex topic : session.topics.value) {
      if (has(wishes.topics, topic)) return true;
    }
    return false;
  };
  const auto sits_in = [&](SessionIndex s) {
    for (const Shift& shift : schedule) {
      if (shift.session == s) return true;
    }
    return false;
  };
  std::int64_t sum = 0;
  std::map<Day, std::int64_t> of_day;
  for (const Shift& shift : schedule) {
    const Session& session = conference.sessions[shift.session];
    sum += weights.expertise * conference.roles[shift.role].weight * best_level(attendee, session);
    if (names(attendee.prefers, shift.session)) sum += weights.prefers;
    if (names(attendee.avoids, shift.session)) sum -= weights.avoids;
    if (shift.presence == Presence::remote) sum -= weights.remote;
    if (is_meeting(conference, session)) continue;
    ++of_day[session.day];
    if (session.seats.value.empty()) continue;
    std::optional<Instant> latest;
    for (const int pass : {0, 1}) {
      bool earned = false;
      for (const SessionIndex other : conference.sessions.indexes()) {
        const Session& before = conference.sessions[other];
        const Instant end = before.time.value.until;
        if (before.committee != session.committee || before.cancelled || before.seats.value.empty()) continue;
        if (end > session.time.value.from) continue;
        if (pass == 0) latest = latest ? std::max(*latest, end) : end;
        if (pass == 1 && end == *latest && sits_in(other)) earned = true;
      }
      if (earned) sum += weights.continuity;
    }
  }
  for (const auto& [day, count] : of_day) sum -= weights.load * count * (count - 1) / 2;
  return sum;
}

std::int64_t changes(const Conference& conference, AttendeeIndex attendee, const std::vector<Shift>& schedule,
                     const Past& past) {
  std::int64_t sum = 0;
  for (const Assignment& before : past.previous) {
    const Session& session = conference.sessions[before.session];
    if (before.attendee != attendee || session.cancelled) continue;
    if (past.now && session.time.value.from < *past.now) continue;
    int cost = 2;
    for (const Shift& shift : schedule) {
      if (shift.session == before.session) cost = shift.role == before.role ? 0 : std::min(cost, 1);
    }
    sum += cost;
  }
  return sum;
}

}  // namespace plancover::reference
