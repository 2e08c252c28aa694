// Problems made by hand or by a seed, without a conference: what the solver's own tests
// are run on.
#pragma once

#include <algorithm>
#include <random>

#include "plancover/problem/problem.hpp"

namespace plancover::test {

inline constexpr std::int64_t hour = 60;

/// Eight seat levels and quality, no limits, all weights ordinary.
inline Problem empty_problem() {
  Problem problem;
  for (int tier = 0; tier < 4; ++tier) problem.levels.push_back({LevelKind::required, tier});
  for (int tier = 0; tier < 4; ++tier) problem.levels.push_back({LevelKind::optional, tier});
  problem.levels.push_back({LevelKind::quality, 0});
  problem.continuity = 15;
  problem.attend = 3;
  problem.load = 4;
  return problem;
}

/// Sessions must be added by start, then end.
inline SlotIndex add_session(Problem& problem, int day, std::int64_t start, std::int64_t end, int tier = 2) {
  ProblemSession session;
  session.start = day * 24 * hour + start;
  session.end = day * 24 * hour + end;
  session.day = day;
  session.tier = tier;
  session.room = static_cast<int>(problem.sessions.size());
  problem.days = std::max(problem.days, day + 1);
  return problem.sessions.add(session);
}

inline SeatIndex add_seat(Problem& problem, SlotIndex session, int required, int wanted, bool all = false) {
  const SeatIndex seat = problem.seats.add({session, required, wanted, all, {}});
  problem.sessions[session].seats.push_back(seat);
  return seat;
}

inline PersonIndex add_person(Problem& problem, int sessions_per_day = 1000, std::int64_t minutes_per_day = 1 << 20) {
  Person person;
  person.sessions_per_day = sessions_per_day;
  person.minutes_per_day = minutes_per_day;
  person.minutes = 1 << 20;
  return problem.people.add(person);
}

/// Candidates must be added person by person, in the order of the sessions.
inline CandidateIndex add_candidate(Problem& problem, PersonIndex person, SeatIndex seat, std::int64_t points = 0) {
  Candidate candidate;
  candidate.person = person;
  candidate.seat = seat;
  candidate.session = problem.seats[seat].session;
  candidate.points = points;
  const CandidateIndex index = problem.candidates.add(candidate);
  problem.people[person].candidates.push_back(index);
  problem.seats[seat].candidates.push_back(index);
  return index;
}

/// A small conference of `days` days with limits, rest, rooms, chains and `..all` seats.
inline Problem random_problem(unsigned seed, int sessions, int people, int days) {
  std::mt19937 random(seed);
  // One call a statement: the order of two in one is the compiler's choice.
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  Problem problem = empty_problem();
  problem.transfer = below(2) * 10;
  std::vector<std::pair<std::int64_t, std::int64_t>> times;
  for (int i = 0; i < sessions; ++i) {
    const int day = below(static_cast<unsigned>(days));
    const std::int64_t start = day * 24 * hour + 8 * hour + below(28) * 30;
    times.push_back({start, start + 30 + below(6) * 30});
  }
  std::sort(times.begin(), times.end());
  for (const auto& [start, end] : times) {
    const int day = static_cast<int>(start / (24 * hour));
    const SlotIndex s = add_session(problem, day, start - day * 24 * hour, end - day * 24 * hour, below(4));
    problem.sessions[s].room = below(4) - 1;
    problem.sessions[s].counts = below(6) != 0;
    if (problem.sessions[s].counts && s.value > 0 && below(2) == 0) {
      const SlotIndex before(static_cast<std::size_t>(below(s.value)));
      if (problem.sessions[before].end <= start) problem.sessions[s].previous.push_back(before);
    }
    if (below(8) == 0) {
      add_seat(problem, s, below(2), 0, true);
      problem.seats[problem.sessions[s].seats.back()].wanted = problem.seats[problem.sessions[s].seats.back()].required;
    } else {
      const int required = below(3);
      const int optional = below(2);
      add_seat(problem, s, required, required + optional);
    }
    if (below(2) == 0) add_seat(problem, s, 1, 1);
  }
  for (int p = 0; p < people; ++p) {
    const int hours = below(6);
    const int sessions_per_day = 1 + below(4);
    const PersonIndex person = add_person(problem, sessions_per_day, (2 + hours) * hour);
    problem.people[person].rest = below(2) * 9 * hour;
    if (below(3) == 0) problem.people[person].minutes = (2 + below(8)) * hour;
    for (const SeatIndex seat : problem.seats.indexes()) {
      if (below(3) == 0) continue;
      const CandidateIndex c = add_candidate(problem, person, seat, below(60) - 10);
      problem.candidates[c].remote = below(5) == 0;
    }
  }
  return problem;
}

}  // namespace plancover::test
