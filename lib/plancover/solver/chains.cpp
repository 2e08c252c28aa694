#include "plancover/solver/chains.hpp"

#include <algorithm>

namespace plancover {

namespace {

constexpr int longest = 4;             // people who change their seats for one more
constexpr std::int64_t patience = 20;  // steps for each candidate of the problem, in all

class Chains {
 public:
  Chains(const Problem& problem, const Fates& fates, const std::vector<CandidateIndex>& chosen, Budget& budget)
      : problem_(problem),
        fates_(fates),
        budget_(budget),
        schedule_(problem),
        steps_left_(patience * static_cast<std::int64_t>(problem.candidates.size())),
        seen_(problem.seats.size(), 0) {
    for (const CandidateIndex c : chosen) schedule_.add(c);
  }

  std::vector<CandidateIndex> run(std::size_t levels) {
    for (std::size_t level = 0; level < levels; ++level) {
      for (const SeatIndex seat : problem_.seats.indexes()) {
        while (is_missing_at(seat, level) && steps_left_ > 0 && !budget_.out_of_time()) {
          ++search_;
          if (!fill(seat, level, longest)) break;
        }
      }
    }
    return schedule_.chosen();
  }

 private:
  /// Would one more in the seat better this level?
  [[nodiscard]] bool is_missing_at(SeatIndex index, std::size_t level) const {
    const Seat& seat = problem_.seats[index];
    const ProblemSession& session = problem_.sessions[seat.session];
    const ProblemLevel& kind = problem_.levels[level];
    if (session.history || session.tier != kind.tier) return false;
    const int filled = schedule_.filled(index);
    if (kind.kind == LevelKind::required) return filled < seat.required;
    return kind.kind == LevelKind::optional && filled >= seat.required && filled < seat.wanted;
  }

  /// Does the plan lose nothing up to this level when one fewer sits in the seat?
  [[nodiscard]] bool is_spare(SeatIndex index, std::size_t level) const {
    const Seat& seat = problem_.seats[index];
    const int tier = problem_.sessions[seat.session].tier;
    const int filled = schedule_.filled(index);
    const bool required = filled <= seat.required || schedule_.sitting(seat.session) == 1;
    if (!required && filled > seat.wanted) return true;
    const LevelKind kind = required ? LevelKind::required : LevelKind::optional;
    for (std::size_t before = 0; before <= level; ++before) {
      const ProblemLevel& each = problem_.levels[before];
      if (each.kind == kind && each.tier == tier) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_open(CandidateIndex c) const { return fates_[c.value] == Fate::open; }

  /// Puts one more into the seat, if a chain of at most so many people does it.
  bool fill(SeatIndex index, std::size_t level, int people) {
    if (seen_[index.value] == search_) return false;
    seen_[index.value] = search_;
    const std::vector<CandidateIndex>& all = problem_.seats[index].candidates;
    for (const CandidateIndex c : all) {
      if (!is_open(c)) continue;
      --steps_left_;
      if (!schedule_.fits(c)) continue;
      schedule_.add(c);
      return true;
    }
    if (people == 1) return false;
    return std::any_of(all.begin(), all.end(),
                       [&](CandidateIndex c) { return is_open(c) && make_room(c, level, people); });
  }

  /// The candidate takes the seat, leaving another that is spare or that somebody else can fill: one of near days, or
  /// of any where hours in all are what is missing.
  bool make_room(CandidateIndex c, std::size_t level, int people) {
    const Candidate& candidate = problem_.candidates[c];
    const int day = problem_.sessions[candidate.session].day;
    const bool is_out_of_hours = schedule_.lacks_hours(c);
    const std::vector<CandidateIndex> held = schedule_.of(candidate.person);
    for (const CandidateIndex left : held) {
      if (steps_left_ <= 0) return false;
      const Candidate& leaving = problem_.candidates[left];
      const bool is_near = std::abs(problem_.sessions[leaving.session].day - day) <= 1;
      if (fates_[left.value] != Fate::open || !(is_near || is_out_of_hours)) continue;
      if (leaving.session == candidate.session) continue;
      --steps_left_;
      const bool spare = is_spare(leaving.seat, level);
      schedule_.remove(left);
      if (schedule_.fits(c)) {
        schedule_.add(c);
        if (spare || fill(leaving.seat, level, people - 1)) return true;
        schedule_.remove(c);
      }
      schedule_.add(left);
    }
    return false;
  }

  const Problem& problem_;
  const Fates& fates_;
  Budget& budget_;
  Schedule schedule_;
  std::int64_t steps_left_ = 0;
  std::vector<int> seen_;  // by seat: the last search that came to it
  int search_ = 0;
};

}  // namespace

std::vector<CandidateIndex> chained(const Problem& problem, const Fates& fates, std::size_t levels,
                                    const std::vector<CandidateIndex>& chosen, Budget& budget) {
  return Chains(problem, fates, chosen, budget).run(levels);
}

}  // namespace plancover
