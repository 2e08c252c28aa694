#include "plancover/solver/pool.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace plancover {

namespace {

class Pooling {
 public:
  Pooling(const Problem& problem, const Formulation& formulation) : problem_(problem) {
    const auto days = static_cast<std::size_t>(problem.days);
    pool_.able.assign(problem.seats.size(), 0);
    pool_.minutes.assign(days, 0);
    pool_.counted.assign(days, 0);
    std::vector<std::int64_t>& instants = pool_.instants;
    for (const SlotIndex s : formulation.piece.sessions) instants.push_back(problem.sessions[s].start);
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    comes_.assign(instants.size() + 1, 0);
  }

  /// One attendee, with all that is theirs: ascending.
  void take(const Person& person, const std::vector<CandidateIndex>& mine) {
    std::map<int, std::pair<std::int64_t, std::int64_t>> days;  // minutes and sessions that count
    std::size_t here_until = 0;                                 // instants before it are counted
    std::int64_t busy_until = INT64_MIN;
    std::optional<SlotIndex> last;
    for (const CandidateIndex c : mine) {
      const Candidate& candidate = problem_.candidates[c];
      const ProblemSession& session = problem_.sessions[candidate.session];
      ++pool_.able[candidate.seat.value];
      if (std::exchange(last, candidate.session) == candidate.session) continue;
      const std::size_t from = std::max(here_until, first_instant_from(session.start));
      const std::size_t until = first_instant_from(session.end);
      if (from < until) {
        ++comes_[from];
        --comes_[until];
        here_until = until;
      }
      auto& [minutes, sessions] = days[session.day];
      minutes += std::max<std::int64_t>(session.end - std::max(busy_until, session.start), 0);
      sessions += session.counts ? 1 : 0;
      busy_until = std::max(busy_until, session.end);
    }
    std::int64_t in_all = 0;
    for (const auto& [day, can] : days) {
      const std::int64_t minutes = std::min(can.first, person.minutes_per_day);
      in_all += minutes;
      pool_.minutes[static_cast<std::size_t>(day)] += minutes;
      pool_.counted[static_cast<std::size_t>(day)] += std::min<std::int64_t>(can.second, person.sessions_per_day);
    }
    pool_.minutes_in_all += std::min(in_all, person.minutes);
  }

  Pool done() {
    std::int64_t here = 0;
    for (std::size_t i = 0; i < pool_.instants.size(); ++i) pool_.present.push_back(here += comes_[i]);
    return std::move(pool_);
  }

 private:
  [[nodiscard]] std::size_t first_instant_from(std::int64_t time) const {
    const std::vector<std::int64_t>& all = pool_.instants;
    return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), time) - all.begin());
  }

  const Problem& problem_;
  Pool pool_;
  std::vector<std::int64_t> comes_;  // by instant: how many more are there than at the one before
};

}  // namespace

Pool pool_of(const Problem& problem, const std::vector<Cell>& cells, const Formulation& formulation,
             const Fates& fates) {
  const auto matters = [&](CandidateIndex c) {
    const SeatIndex seat = problem.candidates[c].seat;
    return fates[c.value] != Fate::forbidden && formulation.seat_row[seat.value - formulation.first_seat] >= 0;
  };
  Pooling pooling(problem, formulation);
  const std::vector<int>& all = formulation.piece.cells;
  for (std::size_t i = 0; i < all.size();) {
    const PersonIndex person = cells[static_cast<std::size_t>(all[i])].person;
    std::vector<CandidateIndex> mine;
    for (; i < all.size() && cells[static_cast<std::size_t>(all[i])].person == person; ++i) {
      const std::vector<CandidateIndex>& here = cells[static_cast<std::size_t>(all[i])].candidates;
      std::copy_if(here.begin(), here.end(), std::back_inserter(mine), matters);
    }
    pooling.take(problem.people[person], mine);
  }
  return pooling.done();
}

}  // namespace plancover
