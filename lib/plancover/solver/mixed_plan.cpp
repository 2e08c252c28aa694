#include "plancover/solver/mixed_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "plancover/solver/formulation.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover {

namespace {

class MixedPlan {
 public:
  MixedPlan(const Problem& problem, Days days, const std::vector<CandidateIndex>& plan,
            const std::vector<CandidateIndex>& known)
      : problem_(problem),
        plan_(plan),
        known_(known),
        day_of_(problem.sessions.size(), 0),
        is_known_(days.size(), false) {
    for (std::size_t day = 0; day < days.size(); ++day) {
      for (const SlotIndex s : days[day].piece->sessions) day_of_[s.value] = day;
    }
  }

  void take_known(std::size_t day) { is_known_[day] = true; }

  std::vector<CandidateIndex> run() {
    for (;;) {
      std::vector<CandidateIndex> mixed = this->mixed();
      std::sort(mixed.begin(), mixed.end());
      std::vector<CandidateIndex> kept = repaired(problem_, mixed);
      std::sort(kept.begin(), kept.end());
      if (kept.size() == mixed.size()) return mixed;
      std::vector<CandidateIndex> broken;
      std::set_difference(mixed.begin(), mixed.end(), kept.begin(), kept.end(), std::back_inserter(broken));
      bool any = false;
      for (const CandidateIndex c : broken) any = widen(c, mixed) || any;
      if (!any) return known_;
    }
  }

 private:
  [[nodiscard]] std::vector<CandidateIndex> mixed() const {
    std::vector<CandidateIndex> mixed;
    for (const CandidateIndex c : plan_) {
      if (!is_known_[day_of(c)]) mixed.push_back(c);
    }
    for (const CandidateIndex c : known_) {
      if (is_known_[day_of(c)]) mixed.push_back(c);
    }
    return mixed;
  }

  /// What breaks a rule breaks it with what the same person does on another day, of the other plan: nearest, most
  /// likely. False where there is no such day.
  bool widen(CandidateIndex broken, const std::vector<CandidateIndex>& mixed) {
    const std::size_t here = day_of(broken);
    std::optional<std::size_t> nearest;
    const auto distance = [&](std::size_t day) { return day < here ? here - day : day - here; };
    for (const CandidateIndex c : mixed) {
      const std::size_t day = day_of(c);
      if (is_known_[day] || problem_.candidates[c].person != problem_.candidates[broken].person) continue;
      if (!nearest || distance(day) < distance(*nearest)) nearest = day;
    }
    if (nearest) is_known_[*nearest] = true;
    return nearest.has_value();
  }

  [[nodiscard]] std::size_t day_of(CandidateIndex c) const { return day_of_[problem_.candidates[c].session.value]; }

  const Problem& problem_;
  const std::vector<CandidateIndex>& plan_;
  const std::vector<CandidateIndex>& known_;
  std::vector<std::size_t> day_of_;  // by SlotIndex
  std::vector<bool> is_known_;       // by day
};

}  // namespace

std::vector<CandidateIndex> with_days_of(const std::vector<CandidateIndex>& known, const Problem& problem, Days days,
                                         const ProblemLevel& level, const std::vector<CandidateIndex>& plan) {
  MixedPlan mixed(problem, days, plan, known);
  for (std::size_t day = 0; day < days.size(); ++day) {
    const std::vector<SlotIndex>& sessions = days[day].piece->sessions;
    if (total_cost(problem, sessions, level, plan) > total_cost(problem, sessions, level, known)) mixed.take_known(day);
  }
  return mixed.run();
}

}  // namespace plancover
