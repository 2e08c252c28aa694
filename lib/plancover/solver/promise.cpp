#include "plancover/solver/promise.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace plancover {

namespace {

bool same_seats(const Problem& a, const Problem& b) {
  return std::equal(a.seats.begin(), a.seats.end(), b.seats.begin(), b.seats.end(), [](const Seat& x, const Seat& y) {
    return x.session == y.session && x.required == y.required && x.wanted == y.wanted && x.all == y.all;
  });
}

bool same_programme(const Problem& a, const Problem& b) {
  const auto same = [](const ProblemSession& x, const ProblemSession& y) {
    return x.start == y.start && x.end == y.end && x.day == y.day && x.room == y.room && x.tier == y.tier &&
           x.counts == y.counts && x.history == y.history && x.seats == y.seats;
  };
  return a.transfer <= b.transfer && same_seats(a, b) &&
         std::equal(a.sessions.begin(), a.sessions.end(), b.sessions.begin(), b.sessions.end(), same);
}

/// Nobody may carry more than before.
bool no_higher_limits(const Problem& before, const Problem& now) {
  const auto no_higher = [](const Person& x, const Person& y) {
    return y.sessions_per_day <= x.sessions_per_day && y.minutes_per_day <= x.minutes_per_day &&
           y.minutes <= x.minutes && y.rest >= x.rest;
  };
  return std::equal(before.people.begin(), before.people.end(), now.people.begin(), now.people.end(), no_higher);
}

using PersonSeat = std::pair<PersonIndex, SeatIndex>;

std::map<PersonSeat, const Candidate*> by_place(const Problem& problem) {
  std::map<PersonSeat, const Candidate*> places;
  for (const Candidate& candidate : problem.candidates) places[{candidate.person, candidate.seat}] = &candidate;
  return places;
}

/// What seats of each tier are lost at most when whoever is new in a plan leaves it again.
std::array<std::int64_t, 4> most_lost(const Problem& problem, const std::set<PersonSeat>& fresh) {
  std::map<SeatIndex, std::int64_t> people;
  for (const auto& [person, seat] : fresh) ++people[seat];
  std::array<std::int64_t, 4> lost{};
  std::set<SlotIndex> rooms;
  for (const auto& [index, count] : people) {
    const Seat& seat = problem.seats[index];
    const auto tier = static_cast<std::size_t>(problem.sessions[seat.session].tier);
    lost[tier] += std::min<std::int64_t>(count, seat.required);
    if (rooms.insert(seat.session).second) ++lost[tier];  // the room may be empty then
  }
  return lost;
}

}  // namespace

Solved solved(Problem problem, const SolveResult& result) {
  Solved all{std::move(problem), {}};
  for (std::size_t level = 0; level < all.problem.levels.size(); ++level) {
    if (all.problem.levels[level].kind != LevelKind::required) break;
    all.bounds.push_back(result.levels[level].bound);
    if (result.levels[level].bound != result.levels[level].value) break;
  }
  return all;
}

std::vector<std::int64_t> promised(const Solved& before, const Problem& now) {
  if (!same_programme(before.problem, now) || !no_higher_limits(before.problem, now)) return {};
  const auto places = by_place(now);
  const auto known = by_place(before.problem);
  for (const auto& [place, candidate] : known) {
    const auto found = places.find(place);
    if (!candidate->fixed) continue;
    const bool stays = found != places.end() && found->second->fixed && found->second->remote == candidate->remote;
    if (!stays) return {};
  }
  std::set<PersonSeat> fresh;
  for (const auto& [place, candidate] : places) {
    const auto found = known.find(place);
    if (found == known.end() || found->second->remote != candidate->remote) fresh.insert(place);
  }
  const auto lost = most_lost(now, fresh);
  std::vector<std::int64_t> bounds;
  for (std::size_t level = 0; level < before.bounds.size() && level < now.levels.size(); ++level) {
    const ProblemLevel& one = before.problem.levels[level];
    const ProblemLevel& other = now.levels[level];
    if (one.kind != other.kind || one.tier != other.tier) break;
    const std::int64_t bound = before.bounds[level] - lost[static_cast<std::size_t>(one.tier)];
    bounds.push_back(std::max<std::int64_t>(0, bound));
    if (bound < 0) break;
  }
  return bounds;
}

}  // namespace plancover
