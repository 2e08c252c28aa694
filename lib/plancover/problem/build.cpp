#include "plancover/problem/build.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>

#include "plancover/base/crew.hpp"
#include "plancover/model/eligibility.hpp"

namespace plancover {

namespace {

constexpr int no_limit = std::numeric_limits<int>::max() / 2;

/// A session that is no history, in few bytes: each attendee looks at all of them.
struct Upcoming {
  Window time;
  SlotIndex slot;
  SessionIndex session;
  SeatIndex first_seat;
  std::uint32_t seats = 0;
};

class Builder {
 public:
  Builder(const Conference& conference, const Past& past, int threads)
      : conference_(conference), past_(past), threads_(threads), slot_of_(conference.sessions.size(), -1) {}

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
      if (!history(s)) upcoming_.push_back({session.time.value, index, s, {}, 0});
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
    for (Upcoming& each : upcoming_) {
      const std::vector<SeatIndex>& seats = built_.problem.sessions[each.slot].seats;
      each.first_seat = seats.front();  // it is live, so there is one, and they stand in a row
      each.seats = static_cast<std::uint32_t>(seats.size());
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

  /// What an attendee is worth in a session, whatever the role.
  struct Worth {
    int expertise = 0;
    std::int64_t wishes = 0;
  };

  [[nodiscard]] Worth worth(AttendeeIndex a, SessionIndex s, int expertise) const {
    const Weights& weights = conference_.weights;
    const Attendee& attendee = conference_.attendees[a];
    const Session& session = conference_.sessions[s];
    Worth worth{expertise, 0};
    if (names(attendee.prefers, s, session)) worth.wishes += weights.prefers;
    if (names(attendee.avoids, s, session)) worth.wishes -= weights.avoids;
    return worth;
  }

  [[nodiscard]] Candidate candidate_of(AttendeeIndex a, SlotIndex slot, SeatIndex seat, const Worth& worth, bool remote,
                                       bool fixed) const {
    const Weights& weights = conference_.weights;
    Candidate candidate;
    candidate.person = PersonIndex(a.value);
    candidate.seat = seat;
    candidate.session = slot;
    candidate.remote = remote;
    candidate.fixed = fixed;
    candidate.points = weights.expertise * conference_.roles[built_.role_of[seat.value]].weight * worth.expertise +
                       worth.wishes - (remote ? weights.remote : 0);
    return candidate;
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

  /// Positions in upcoming_, ascending, of the sessions that lie within one of `windows`, as `joined` gives them.
  [[nodiscard]] std::vector<std::size_t> within(const std::vector<Window>& windows) const {
    std::vector<std::size_t> reach;
    for (const Window& window : windows) {
      const auto first = std::partition_point(upcoming_.begin(), upcoming_.end(),
                                              [&](const Upcoming& each) { return each.time.from < window.from; });
      for (auto it = first; it != upcoming_.end() && it->time.from < window.until; ++it) {
        if (it->time.until <= window.until) reach.push_back(static_cast<std::size_t>(it - upcoming_.begin()));
      }
    }
    return reach;
  }

  /// Those within windows of the attendee, on site or remote: the others need not be asked.
  [[nodiscard]] std::vector<std::size_t> within_reach(AttendeeIndex a) const {
    const std::vector<std::size_t> here = within(conference_.attendees[a].on_site_windows);
    const std::vector<std::size_t> there = within(conference_.attendees[a].remote_windows);
    std::vector<std::size_t> either;
    std::set_union(here.begin(), here.end(), there.begin(), there.end(), std::back_inserter(either));
    return either;
  }

  [[nodiscard]] Candidate held_candidate(AttendeeIndex a, SlotIndex slot, const Assignment& held) const {
    const Worth worth = this->worth(a, held.session, expertise_in(conference_, a, held.session));
    return candidate_of(a, slot, seat_of_.at({slot, held.role}), worth, held.presence == Presence::remote, true);
  }

  void add_upcoming(AttendeeIndex a, const Upcoming& each, const Candidacy& candidacy, const Given& given,
                    std::vector<Candidate>& candidates) const {
    const Candidacy::Standing standing = candidacy.at(each.session);
    if (!standing.way) return;
    const Worth worth = this->worth(a, each.session, standing.expertise);
    const auto pin = given.pinned.find(each.slot);
    const bool is_pinned = pin != given.pinned.end();
    for (std::uint32_t i = 0; i < each.seats; ++i) {
      const SeatIndex seat(each.first_seat.value + i);
      const RoleIndex role = built_.role_of[seat.value];
      if (is_pinned && pin->second != role) continue;
      if (const auto how = candidacy.in(standing, role))
        candidates.push_back(candidate_of(a, each.slot, seat, worth, *how == Presence::remote, is_pinned));
    }
  }

  /// By session: what is past comes before what is to come.
  [[nodiscard]] std::vector<Candidate> candidates_of(AttendeeIndex a, const Given& given) const {
    std::vector<Candidate> candidates;
    for (const auto& [slot, held] : given.held) candidates.push_back(held_candidate(a, slot, *held));
    const Candidacy candidacy(conference_, a);
    for (const std::size_t position : within_reach(a))
      add_upcoming(a, upcoming_[position], candidacy, given, candidates);
    return candidates;
  }

  void add_candidates() {
    constexpr std::size_t at_a_time = 256;  // attendees; their candidates are in memory twice
    const std::vector<Given> given = given_to_each();
    const std::size_t all = given.size();
    std::vector<std::vector<Candidate>> found(std::min(all, at_a_time));
    for (std::size_t first = 0; first < all; first += at_a_time) {
      const std::size_t count = std::min(all - first, at_a_time);
      do_all(is_small() ? 1 : threads_, count,
             [&](std::size_t i) { found[i] = candidates_of(AttendeeIndex(first + i), given[first + i]); });
      for (std::size_t i = 0; i < count; ++i) {
        for (const Candidate& candidate : found[i]) built_.problem.candidates.add(candidate);
      }
    }
    list_candidates();
  }

  /// Done before another thread has begun.
  [[nodiscard]] bool is_small() const {
    constexpr std::size_t few = 10'000;  // questions
    return upcoming_.size() * conference_.attendees.size() < few;
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
  int threads_ = 1;
  BuiltProblem built_;
  std::vector<int> slot_of_;        // by SessionIndex; -1 where the session is not live
  std::vector<Upcoming> upcoming_;  // by start
  std::map<std::pair<SlotIndex, RoleIndex>, SeatIndex> seat_of_;
};

}  // namespace

BuiltProblem build_problem(const Conference& conference, const Past& past, int threads) {
  return Builder(conference, past, threads).build();
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
