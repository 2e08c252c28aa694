#include "plancover/solver/seat_worth.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace plancover {

namespace {

std::int64_t most_in_seat(const Problem& problem, SeatIndex index, const Fates& fates) {
  const Seat& seat = problem.seats[index];
  const bool continues = !problem.sessions[seat.session].previous.empty();
  const std::int64_t with_all = (continues ? problem.continuity : 0) + (seat.all ? problem.attend : 0);
  std::int64_t sum = 0;
  auto free = static_cast<std::size_t>(seat.wanted);
  std::vector<std::int64_t> worth;
  for (const CandidateIndex c : seat.candidates) {
    const std::int64_t most = problem.candidates[c].points + with_all;
    if (fates[c.value] == Fate::chosen) {  // more than are wanted, where it is history
      sum += most;
      free -= std::min<std::size_t>(free, 1);
    } else if (fates[c.value] == Fate::open && most > 0) {
      worth.push_back(most);
    }
  }
  if (!seat.all && worth.size() > free) {
    std::nth_element(worth.begin(), worth.begin() + static_cast<std::ptrdiff_t>(free), worth.end(), std::greater<>());
    worth.resize(free);
  }
  return std::accumulate(worth.begin(), worth.end(), sum);
}

}  // namespace

Cost bound_by_seats(const Problem& problem, const std::vector<SlotIndex>& sessions, const Fates& fates) {
  std::int64_t most = 0;
  for (const SlotIndex s : sessions) {
    for (const SeatIndex seat : problem.sessions[s].seats) most += most_in_seat(problem, seat, fates);
  }
  return -most;
}

std::optional<std::int64_t> worth_of_a_seat(const Problem& problem, SeatIndex index, const Fates& fates) {
  const Seat& seat = problem.seats[index];
  if (seat.all) return std::nullopt;
  const bool continues = !problem.sessions[seat.session].previous.empty();
  std::vector<std::int64_t> worth;
  for (const CandidateIndex c : seat.candidates) {
    if (fates[c.value] == Fate::forbidden) continue;
    worth.push_back(problem.candidates[c].points + (continues ? problem.continuity : problem.continuity / 2));
  }
  if (worth.size() <= static_cast<std::size_t>(seat.wanted)) return std::nullopt;
  const auto next_best = worth.begin() + seat.wanted;
  std::nth_element(worth.begin(), next_best, worth.end(), std::greater<>());
  return *next_best;
}

}  // namespace plancover
