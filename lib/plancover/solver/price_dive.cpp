#include "plancover/solver/price_dive.hpp"

#include <algorithm>

#include "plancover/solver/chains.hpp"
#include "plancover/solver/greedy.hpp"
#include "plancover/solver/relevance.hpp"

namespace plancover {

namespace {

// Measured on conferences of 3,000 sessions by 150 people and of 20,000 by 1,000.
constexpr Climb short_climb{.rounds = 20, .reach = 0.03, .from_pool = false};
constexpr int steps_of_the_level = 8;
constexpr int steps_before = 3;             // of each earlier level
constexpr int steps_before_quality = 1;     // likewise: there, hardly anything is empty
constexpr double decided_at_once = 0.2;     // of who sits there on average
constexpr std::size_t fewest_at_once = 20;  // candidates
constexpr double nearly_always = 0.95;      // is decided at once, too
constexpr double told_now = 0.3;            // of what columns take
constexpr double hardly_ever = 0.01;        // is not thought of

class PriceDive {
 public:
  PriceDive(const BoundTask& task, const CellsBound& from, const KnownPlan& known, Budget& budget)
      : task_(task),
        problem_(task.problem),
        known_(known),
        budget_(budget),
        first_level_(first_levels(task.problem)),
        open_(problem_.candidates.size(), Fate::forbidden),
        prices_(from.prices),
        sits_(from.taken),
        loyalty_(problem_.candidates.size(), 0.0) {
    for (const CandidateIndex c : known.chosen) {
      if (first_level_[problem_.candidates[c].session.value] < task.level) loyalty_[c.value] = known.loyalty;
    }
    weigh();
    for (const int cell : task.piece.cells) {
      for (const CandidateIndex c : task.cells[static_cast<std::size_t>(cell)].candidates) {
        open_[c.value] = task.fates[c.value];
        if (task.fates[c.value] == Fate::chosen) plan_.push_back(c);
        if (task.fates[c.value] == Fate::open) asked_.push_back(c);
      }
    }
  }

  std::vector<CandidateIndex> run() {
    for (std::size_t level = 0; level <= task_.level; ++level) {
      const int steps = steps_of(level);
      for (int step = 1; step <= steps; ++step) {
        if (budget_.out_of_time()) return std::move(plan_);  // as far as it is
        // Without work to climb, all that is left of the level is decided at these prices.
        const bool is_last = step == steps || budget_.spent();
        decide(level, is_last);
        if (is_last) take(chained(problem_, fates_at(problem_, open_, first_level_, level), level + 1, all(), budget_));
        if (is_last && level == task_.level) break;
        climb();
        if (is_last) break;
      }
    }
    take(filled_up(problem_, open_, task_.piece.sessions, all()));
    take(chained(problem_, open_, task_.level + 1, all(), budget_));
    return std::move(plan_);
  }

 private:
  [[nodiscard]] int steps_of(std::size_t level) const {
    if (level == task_.level) return steps_of_the_level;
    return problem_.levels[task_.level].kind == LevelKind::quality ? steps_before_quality : steps_before;
  }

  /// With everyone elsewhere.
  [[nodiscard]] std::vector<CandidateIndex> all() const {
    std::vector<CandidateIndex> all = known_.elsewhere;
    all.insert(all.end(), plan_.begin(), plan_.end());
    return all;
  }

  void take(std::vector<CandidateIndex> everywhere) {
    std::erase_if(everywhere, [&](CandidateIndex c) {
      const std::vector<SlotIndex>& ours = task_.piece.sessions;
      return !std::binary_search(ours.begin(), ours.end(), problem_.candidates[c].session);
    });
    plan_ = std::move(everywhere);
  }

  [[nodiscard]] Schedule schedule() const {
    Schedule schedule(problem_);
    for (const CandidateIndex c : all()) schedule.add(c);
    return schedule;
  }

  /// Would the level be better with the candidate?
  [[nodiscard]] bool betters(std::size_t level, CandidateIndex c, const Schedule& now) const {
    const ProblemLevel& kind = problem_.levels[level];
    const Candidate& candidate = problem_.candidates[c];
    const Seat& seat = problem_.seats[candidate.seat];
    const bool counts = problem_.sessions[candidate.session].tier == kind.tier;
    const int filled = now.filled(candidate.seat);
    switch (kind.kind) {
      case LevelKind::required:
        // Somebody in an optional seat is there, too; but who would be is worth more elsewhere, unless the plan known
        // needs them there.
        return counts && (filled < seat.required || (loyalty_[c.value] > 0 && is_abandoned(candidate.session, now)));
      case LevelKind::optional:
        return counts && filled < seat.wanted;
      case LevelKind::changes:
        return candidate.kept > 0;
      case LevelKind::quality:
        break;
    }
    return true;
  }

  [[nodiscard]] bool is_abandoned(SlotIndex index, const Schedule& now) const {
    const ProblemSession& session = problem_.sessions[index];
    return !session.attended && now.sitting(index) == 0 &&
           std::any_of(session.seats.begin(), session.seats.end(),
                       [&](SeatIndex seat) { return problem_.seats[seat].required > 0; });
  }

  /// The surest of those who better the level: some of them, or all.
  void decide(std::size_t level, bool is_last) {
    Schedule schedule = this->schedule();
    std::vector<CandidateIndex> order;
    double sitting = 0;
    for (const CandidateIndex c : asked_) {
      const double weight = weight_[c.value];
      if (weight < hardly_ever || !betters(level, c, schedule)) continue;
      order.push_back(c);
      sitting += weight;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](CandidateIndex a, CandidateIndex b) { return weight_[a.value] > weight_[b.value]; });
    const std::size_t some = std::max(fewest_at_once, static_cast<std::size_t>(decided_at_once * sitting));
    std::size_t decided = 0;
    for (const CandidateIndex c : order) {
      if (!is_last && decided >= some && weight_[c.value] < nearly_always) break;
      if (!betters(level, c, schedule) || !schedule.fits(c)) continue;
      schedule.add(c);
      plan_.push_back(c);
      ++decided;
    }
  }

  void weigh() {
    weight_ = sits_;
    for (std::size_t c = 0; c < weight_.size(); ++c) weight_[c] += loyalty_[c];
  }

  /// Prices that know what is decided.
  void climb() {
    if (budget_.spent()) return;
    const Schedule decided = schedule();
    Fates fates = task_.fates;
    for (const CandidateIndex c : asked_) {
      if (!decided.fits(c)) fates[c.value] = Fate::forbidden;
    }
    for (const CandidateIndex c : plan_) fates[c.value] = Fate::chosen;
    BoundTask left{problem_, task_.cells, task_.piece, task_.group_of, task_.level,
                   fates,    task_.open,  task_.held,  task_.value};
    CellsBound found = bound_by_cells(left, prices_, budget_, short_climb);
    prices_ = std::move(found.prices);
    // A few rounds alone tell little of a large conference: what was said before counts on.
    for (std::size_t c = 0; c < sits_.size(); ++c) sits_[c] += told_now * (found.taken[c] - sits_[c]);
    weigh();
  }

  const BoundTask& task_;
  const Problem& problem_;
  const KnownPlan& known_;
  Budget& budget_;
  std::vector<std::size_t> first_level_;
  Fates open_;                         // those of the task in its whole; elsewhere nobody may sit
  std::vector<CandidateIndex> asked_;  // of the piece, and not decided from the start
  std::vector<CandidateIndex> plan_;
  NearPrices prices_;
  std::vector<double> sits_;     // by CandidateIndex: as `taken` of CellsBound
  std::vector<double> loyalty_;  // by CandidateIndex
  std::vector<double> weight_;   // by CandidateIndex: how sure it is
};

}  // namespace

std::vector<CandidateIndex> dive_by_prices(const BoundTask& task, const CellsBound& from, const KnownPlan& known,
                                           Budget& budget) {
  return PriceDive(task, from, known, budget).run();
}

}  // namespace plancover
