#include "plancover/problem/build.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "plancover/model/eligibility.hpp"

namespace plancover {

namespace {

constexpr int no_limit = std::numeric_limits<int>::max() / 2;

/// A session that is no history.
struct Upcoming {
  Window time;
  SlotIndex slot;
};

class Builder {
 public:
  Builder(const Conference& conference, const Past& past)
      : conference_(conference), past_(past), slot_of_(conference.sessions.size(), -1) {}

  BuiltProblem build() {
    set_levels();
    add_sessions();
    add_seats();
    add_people();
    add_candidates();
    count_changes();
    return std::move(built_);
  }

 private:
  void set_levels() {
    Problem& problem = built_.problem;
    const auto add_required = [&](bool before) {
      for (const Priority tier : priorities) {
        if ((tier <= past_.disturb_for) == before)
          problem.levels.push_back({LevelKind::required, static_cast<int>(tier)});
      }
    };
    if (past_.has_previous) {
      add_required(true);
      problem.levels.push_back({LevelKind::changes, 0});
      add_required(false);
    } else {
      for (const Priority tier : priorities) problem.levels.push_back({LevelKind::required, static_cast<int>(tier)});
    }
    for (const Priority tier : priorities) problem.levels.push_back({LevelKind::optional, static_cast<int>(tier)});
    problem.levels.push_back({LevelKind::quality, 0});
    problem.transfer = conference_.transfer.count();
    problem.continuity = conference_.weights.continuity;
    problem.attend = conference_.weights.attend;
    problem.load = conference_.weights.load;
  }

  [[nodiscard]] bool history(SessionIndex s) const { return past_.is_history(conference_.sessions[s]); }

  void add_sessions() {
    Problem& problem = built_.problem;
    std::vector<SessionIndex> live;
    for (const SessionIndex s : conference_.sessions.indexes()) {
      if (conference_.sessions[s].live() || (history(s) && !conference_.sessions[s].cancelled)) live.push_back(s);
    }
    const auto when = [&](SessionIndex s) {
      const Window& time = conference_.sessions[s].time.value;
      return std::tuple{time.from, time.until, s};
    };
    std::sort(live.begin(), live.end(), [&](SessionIndex a, SessionIndex b) { return when(a) < when(b); });
    if (live.empty()) return;

    const Instant origin = conference_.sessions[live.front()].time.value.from;
    std::map<Day, int> days;
    std::map<std::string, int> rooms;
    for (const SessionIndex s : live) days.emplace(conference_.sessions[s].day, 0);
    for (auto& [day, number] : days) number = problem.days++;
    for (const SessionIndex s : live) {
      const Session& session = conference_.sessions[s];
      ProblemSession slot;
      slot.start = (session.time.value.from - origin).count();
      slot.end = (session.time.value.until - origin).count();
      slot.day = days[session.day];
      if (!session.room.empty()) slot.room = rooms.emplace(session.room, static_cast<int>(rooms.size())).first->second;
      slot.tier = static_cast<int>(session.priority.value);
      slot.counts = conference_.committees[session.committee].kind != CommitteeKind::meeting;
      slot.history = history(s);
      const SlotIndex index = problem.sessions.add(std::move(slot));
      slot_of_[s.value] = static_cast<int>(index.value);
      built_.session_of.push_back(s);
      if (!history(s)) upcoming_.push_back({session.time.value, index});
    }
    const auto previous = previous_sessions(conference_);
    for (const SlotIndex slot : problem.sessions.indexes()) {
      for (const SessionIndex s : previous[built_.session_of[slot.value]]) {
        if (slot_of_[s.value] >= 0) problem.sessions[slot].previous.emplace_back(slot_of_[s.value]);
      }
      std::sort(problem.sessions[slot].previous.begin(), problem.sessions[slot].previous.end());
    }
  }

  void add_seat(SlotIndex slot, const SeatCount& count) {
    const SeatIndex seat = built_.problem.seats.add({slot, count.required, count.wanted, count.all, {}});
    built_.problem.sessions[slot].seats.push_back(seat);
    built_.role_of.push_back(count.role);
    seat_of_[{slot, count.role}] = seat;
  }

  void add_seats() {
    // A past session keeps whom it had, in roles that it may ask for no longer.
    std::map<SlotIndex, std::vector<RoleIndex>> kept;
    for (const Assignment& a : past_.previous) {
      if (slot_of_[a.session.value] >= 0 && history(a.session)) kept[slot(a.session)].push_back(a.role);
    }
    for (const SlotIndex s : built_.problem.sessions.indexes()) {
      for (const SeatCount& count : conference_.sessions[built_.session_of[s.value]].seats.value) add_seat(s, count);
      for (const RoleIndex role : kept[s]) {
        if (!seat_of_.contains({s, role})) add_seat(s, {role, 0, 0, false});
      }
    }
  }

  void add_people() {
    for (const AttendeeIndex a : conference_.attendees.indexes()) {
      const Limits& limits = conference_.attendees[a].limits;
      const auto minutes = [](const std::optional<Sourced<Minutes>>& limit) {
        return limit ? limit->value.count() : std::int64_t{no_limit};
      };
      Person person;
      person.sessions_per_day = limits.sessions_per_day ? limits.sessions_per_day->value : no_limit;
      person.minutes_per_day = minutes(limits.hours_per_day);
      person.minutes = minutes(limits.hours);
      person.rest = limits.rest ? limits.rest->value.count() : 0;
      built_.problem.people.add(std::move(person));
      built_.attendee_of.push_back(a);
    }
  }

  [[nodiscard]] static bool names(const Wishes& wishes, SessionIndex index, const Session& session) {
    const auto has = [](const auto& list, auto what) {
      return std::find(list.begin(), list.end(), what) != list.end();
    };
    if (has(wishes.sessions, index) || has(wishes.committees, session.committee)) return true;
    return std::any_of(session.topics.value.begin(), session.topics.value.end(),
                       [&](TopicIndex t) { return has(wishes.topics, t); });
  }

  [[nodiscard]] std::int64_t points(AttendeeIndex a, SessionIndex s, RoleIndex role, bool remote) const {
    const Weights& weights = conference_.weights;
    const Attendee& attendee = conference_.attendees[a];
    const Session& session = conference_.sessions[s];
    std::int64_t sum = weights.expertise * conference_.roles[role].weight * expertise_in(conference_, a, s);
    if (names(attendee.prefers, s, session)) sum += weights.prefers;
    if (names(attendee.avoids, s, session)) sum -= weights.avoids;
    if (remote) sum -= weights.remote;
    return sum;
  }

  void add_candidate(AttendeeIndex a, SlotIndex slot, SeatIndex seat, bool remote, bool fixed) {
    Candidate candidate;
    candidate.person = PersonIndex(a.value);
    candidate.seat = seat;
    candidate.session = slot;
    candidate.remote = remote;
    candidate.fixed = fixed;
    candidate.points = points(a, built_.session_of[slot.value], built_.role_of[seat.value], remote);
    built_.problem.candidates.add(candidate);
  }

  /// What the past and the pins say of one attendee.
  struct Given {
    std::map<SlotIndex, const Assignment*> held;  // in sessions of the past
    std::map<SlotIndex, RoleIndex> pinned;
  };

  [[nodiscard]] std::vector<Given> given_to_each() const {
    std::vector<Given> given(conference_.attendees.size());
    for (const Assignment& a : past_.previous) {
      if (slot_of_[a.session.value] >= 0 && history(a.session)) given[a.attendee.value].held[slot(a.session)] = &a;
    }
    for (const Pin& pin : conference_.pinned) {
      if (slot_of_[pin.session.value] >= 0) given[pin.attendee.value].pinned[slot(pin.session)] = pin.role;
    }
    return given;
  }

  /// Sessions within the windows of the attendee, and those that were held: the others need not be asked. Ascending.
  [[nodiscard]] std::vector<SlotIndex> within_reach(AttendeeIndex a, const Given& given) const {
    std::vector<SlotIndex> reach;
    const auto add = [&](const std::vector<Window>& windows) {
      for (const Window& window : windows) {
        const auto first = std::partition_point(upcoming_.begin(), upcoming_.end(),
                                                [&](const Upcoming& slot) { return slot.time.from < window.from; });
        for (auto it = first; it != upcoming_.end() && it->time.from < window.until; ++it) {
          if (it->time.until <= window.until) reach.push_back(it->slot);
        }
      }
    };
    add(conference_.attendees[a].on_site_windows);
    add(conference_.attendees[a].remote_windows);
    for (const auto& [index, assignment] : given.held) reach.push_back(index);
    std::sort(reach.begin(), reach.end());
    reach.erase(std::unique(reach.begin(), reach.end()), reach.end());
    return reach;
  }

  void add_candidates_of(AttendeeIndex a, const Given& given) {
    const Problem& problem = built_.problem;
    for (const SlotIndex s : within_reach(a, given)) {
      if (problem.sessions[s].history) {
        const Assignment& held = *given.held.at(s);
        add_candidate(a, s, seat_of_.at({s, held.role}), held.presence == Presence::remote, true);
        continue;
      }
      const auto pin = given.pinned.find(s);
      const bool is_pinned = pin != given.pinned.end();
      for (const SeatIndex seat : problem.sessions[s].seats) {
        const RoleIndex role = built_.role_of[seat.value];
        if (is_pinned && pin->second != role) continue;
        if (const auto how = candidate(conference_, a, built_.session_of[s.value], role))
          add_candidate(a, s, seat, *how == Presence::remote, is_pinned);
      }
    }
  }

  void add_candidates() {
    const std::vector<Given> given = given_to_each();
    for (const AttendeeIndex a : conference_.attendees.indexes()) add_candidates_of(a, given[a.value]);
    list_candidates();
  }

  /// With each seat and person, in lists that are made at their length.
  void list_candidates() {
    Problem& problem = built_.problem;
    std::vector<std::size_t> of_seat(problem.seats.size(), 0);
    std::vector<std::size_t> of_person(problem.people.size(), 0);
    for (const Candidate& candidate : problem.candidates) {
      ++of_seat[candidate.seat.value];
      ++of_person[candidate.person.value];
    }
    for (const SeatIndex s : problem.seats.indexes()) problem.seats[s].candidates.reserve(of_seat[s.value]);
    for (const PersonIndex p : problem.people.indexes()) problem.people[p].candidates.reserve(of_person[p.value]);
    for (const CandidateIndex index : problem.candidates.indexes()) {
      problem.seats[problem.candidates[index].seat].candidates.push_back(index);
      problem.people[problem.candidates[index].person].candidates.push_back(index);
    }
  }

  void count_changes() {
    Problem& problem = built_.problem;
    if (!past_.has_previous) return;
    problem.changes_at_most = 2 * std::int64_t{past_.vanished_attendees};
    for (const Assignment& old : past_.previous) {
      const Session& session = conference_.sessions[old.session];
      if (session.cancelled || past_.is_history(session)) continue;
      problem.changes_at_most += 2;
      if (slot_of_[old.session.value] < 0) continue;  // its seats are gone: a change that no plan saves
      for (const CandidateIndex c : problem.people[PersonIndex(old.attendee.value)].candidates) {
        Candidate& candidate = problem.candidates[c];
        if (candidate.session != slot(old.session)) continue;
        candidate.kept = built_.role_of[candidate.seat.value] == old.role ? 2 : 1;
      }
    }
  }

  [[nodiscard]] SlotIndex slot(SessionIndex s) const { return SlotIndex(static_cast<std::size_t>(slot_of_[s.value])); }

  const Conference& conference_;
  const Past& past_;
  BuiltProblem built_;
  std::vector<int> slot_of_;        // by SessionIndex; -1 where the session is not live
  std::vector<Upcoming> upcoming_;  // by start; apart from sessions, which are large, for each attendee looks at all
  std::map<std::pair<SlotIndex, RoleIndex>, SeatIndex> seat_of_;
};

}  // namespace

BuiltProblem build_problem(const Conference& conference, const Past& past) {
  return Builder(conference, past).build();
}

std::vector<Assignment> assignments_of(const BuiltProblem& built, const std::vector<CandidateIndex>& chosen) {
  std::vector<Assignment> result;
  result.reserve(chosen.size());
  for (const CandidateIndex c : chosen) {
    const Candidate& candidate = built.problem.candidates[c];
    result.push_back({built.session_of[candidate.session.value],
                      built.role_of[candidate.seat.value],
                      built.attendee_of[candidate.person.value],
                      candidate.remote ? Presence::remote : Presence::on_site,
                      {}});
  }
  return result;
}

}  // namespace plancover
