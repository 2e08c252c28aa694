#include "plancover/solver/shares.hpp"

#include <algorithm>

#include "plancover/solver/chains.hpp"
#include "plancover/solver/days_polish.hpp"

namespace plancover {

namespace {

class Shares {
 public:
  Shares(const Polish& what, const std::vector<std::vector<double>>& minutes) : what_(what), problem_(what.problem) {
    for (const PolishDay& day : what.days) {
      shares_.push_back(&minutes[static_cast<std::size_t>(problem_.sessions[day.piece->sessions.front()].day)]);
    }
  }

  std::vector<CandidateIndex> made(const Incumbent& incumbent, Budget& budget) const {
    DaysPolish polishing(what_, incumbent);
    std::vector<CandidateIndex> plan;
    std::vector<double> left;  // by person: what no day of its own share is yet spent of
    for (const Person& person : problem_.people) left.push_back(static_cast<double>(person.minutes));
    for (std::size_t p = 0; p < left.size(); ++p) {
      for (const auto* share : shares_) left[p] -= (*share)[p];
    }
    for (std::size_t at = 0; at < what_.days.size(); ++at) {
      // What a day leaves of its share goes to the next one.
      std::vector<std::int64_t> most;
      for (std::size_t p = 0; p < left.size(); ++p) {
        left[p] += (*shares_[at])[p];
        most.push_back(static_cast<std::int64_t>(left[p]));
      }
      for (const CandidateIndex c : polishing.filled(Days(what_.days).subspan(at, 1), plan, most, budget)) {
        const Candidate& candidate = problem_.candidates[c];
        const ProblemSession& session = problem_.sessions[candidate.session];
        left[candidate.person.value] -= static_cast<double>(session.end - session.start);
        plan.push_back(c);
      }
    }
    plan = chained(problem_, what_.fates, what_.level + 1, plan, budget);
    // To the chains, seats of other wholes are empty.
    const std::vector<SlotIndex>& ours = what_.whole.sessions;
    std::erase_if(plan, [&](CandidateIndex c) {
      return !std::binary_search(ours.begin(), ours.end(), problem_.candidates[c].session);
    });
    return plan;
  }

  [[nodiscard]] std::vector<Cost> costs(const std::vector<CandidateIndex>& plan) const {
    std::vector<Cost> all;
    for (std::size_t level = 0; level <= what_.level; ++level) all.push_back(cost(level, plan));
    return all;
  }

  [[nodiscard]] Cost cost(std::size_t level, const std::vector<CandidateIndex>& plan) const {
    return total_cost(problem_, what_.whole.sessions, problem_.levels[level], plan);
  }

 private:
  const Polish& what_;
  const Problem& problem_;
  std::vector<const std::vector<double>*> shares_;  // by place in the days
};

}  // namespace

void share_out(const Polish& what, const std::vector<std::vector<double>>& minutes, Incumbent& incumbent,
               Budget& budget) {
  const Shares shares(what, minutes);
  Incumbent other{shares.made(incumbent, budget), 0};
  const std::vector<Cost> known = shares.costs(incumbent.chosen);
  // What the shares lost at earlier levels is won back first, at the least cost to later ones.
  for (std::size_t level = 0; level <= what.level && !budget.spent(); ++level) {
    Polish now = what;
    now.level = level;
    now.last = what.level;
    now.enough = level < what.level ? known[level] : what.enough;
    for (PolishDay& day : now.days) day.least = 0;
    other.cost = shares.cost(level, other.chosen);
    polish(now, {1, 2}, other, budget);
    if (other.cost > known[level]) return;
  }
  if (shares.costs(other.chosen) >= known) return;
  other.cost = shares.cost(what.level, other.chosen);
  incumbent = std::move(other);
}

}  // namespace plancover
