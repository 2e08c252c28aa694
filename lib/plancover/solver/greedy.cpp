#include "plancover/solver/greedy.hpp"

#include <algorithm>
#include <tuple>

namespace plancover {

namespace {

class Greedy {
 public:
  Greedy(const Problem& problem, const Fates& fates, const std::vector<SlotIndex>& sessions,
         const std::vector<CandidateIndex>& start)
      : problem_(problem), fates_(fates), schedule_(problem) {
    for (const CandidateIndex c : start) schedule_.add(c);
    for (const SlotIndex s : sessions) {
      if (problem.sessions[s].history) continue;
      seats_.insert(seats_.end(), problem.sessions[s].seats.begin(), problem.sessions[s].seats.end());
    }
    std::sort(seats_.begin(), seats_.end());
    demand_.assign(problem.people.size(), 0);
    for (const Candidate& candidate : problem.candidates) ++demand_[candidate.person.value];
  }

  std::vector<CandidateIndex> run() {
    for (const ProblemLevel& level : problem_.levels) {
      if (level.kind == LevelKind::required) fill(level.tier, true);
      if (level.kind == LevelKind::changes) keep();
      if (level.kind == LevelKind::optional) fill(level.tier, false);
    }
    welcome();
    return schedule_.chosen();
  }

 private:
  void fill(int tier, bool required) {
    std::vector<std::tuple<std::size_t, SeatIndex>> order;
    for (const SeatIndex index : seats_) {
      const Seat& seat = problem_.seats[index];
      if (problem_.sessions[seat.session].tier != tier) continue;
      if (required ? seat.required > 0 : seat.wanted > seat.required) order.emplace_back(seat.candidates.size(), index);
    }
    std::sort(order.begin(), order.end());
    // One round for a single seat of each role, so that no room is empty while another is full twice. A seat that
    // finds nobody is not asked again, for people only get busier.
    while (!order.empty()) {
      std::vector<std::tuple<std::size_t, SeatIndex>> given;
      for (const auto& entry : order) {
        const SeatIndex index = std::get<SeatIndex>(entry);
        const Seat& seat = problem_.seats[index];
        if (schedule_.filled(index) < (required ? seat.required : seat.wanted) && give(index)) given.push_back(entry);
      }
      order = std::move(given);
    }
  }

  bool give(SeatIndex index) {
    const Candidate* best = nullptr;
    CandidateIndex chosen;
    const auto merit = [&](const Candidate& c) { return std::tuple(c.kept, c.points, -demand_[c.person.value]); };
    for (const CandidateIndex c : problem_.seats[index].candidates) {
      if (fates_[c.value] == Fate::forbidden) continue;
      // The merit first: asking whether it fits takes longer.
      if (best != nullptr && merit(problem_.candidates[c]) <= merit(*best)) continue;
      if (!schedule_.fits(c)) continue;
      best = &problem_.candidates[c];
      chosen = c;
    }
    if (best != nullptr) schedule_.add(chosen);
    return best != nullptr;
  }

  /// People who are not needed elsewhere stay where the previous plan had them.
  void keep() {
    for (const int units : {2, 1}) {
      for (const SeatIndex index : seats_) {
        for (const CandidateIndex c : problem_.seats[index].candidates) {
          if (problem_.candidates[c].kept != units || fates_[c.value] == Fate::forbidden) continue;
          if (schedule_.fits(c)) schedule_.add(c);
        }
      }
    }
  }

  /// `..all` seats, where coming is worth more than it costs.
  void welcome() {
    for (const SeatIndex index : seats_) {
      const Seat& seat = problem_.seats[index];
      const ProblemSession& session = problem_.sessions[seat.session];
      if (!seat.all) continue;
      for (const CandidateIndex c : seat.candidates) {
        const Candidate& candidate = problem_.candidates[c];
        if (fates_[c.value] == Fate::forbidden || !schedule_.fits(c)) continue;
        const std::int64_t load = session.counts ? problem_.load * schedule_.counted(candidate.person, session.day) : 0;
        if (candidate.points + problem_.attend > load) schedule_.add(c);
      }
    }
  }

  const Problem& problem_;
  const Fates& fates_;
  Schedule schedule_;
  std::vector<SeatIndex> seats_;
  std::vector<int> demand_;
};

}  // namespace

std::vector<CandidateIndex> filled_up(const Problem& problem, const Fates& fates,
                                      const std::vector<SlotIndex>& sessions,
                                      const std::vector<CandidateIndex>& start) {
  return Greedy(problem, fates, sessions, start).run();
}

}  // namespace plancover
