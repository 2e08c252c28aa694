#include "plancover/solver/pricing.hpp"

#include <algorithm>

#include "plancover/solver/day_search.hpp"

namespace plancover {

namespace {

constexpr std::int64_t step_limit = 20'000;

class DaySearch {
 public:
  DaySearch(const Problem& problem, const Prices& prices, const std::vector<Charge>& charges, const DayLayout& day)
      : problem_(problem), prices_(prices), charges_(charges), day_(day) {}

  Priced run(std::int64_t& work) {
    std::int64_t value = day_.base_value;
    for (const CandidateIndex c : day_.base) value -= charge_for(c);
    taken_ = day_.base;
    best_ = value;
    best_taken_ = taken_;
    go(0, 0, 0, value);
    work += steps_;
    Priced result;
    result.feasible = true;
    result.value = best_;
    result.bound = steps_ < step_limit ? best_ : day_.base_value + day_.ahead_of(0, 0);
    result.chosen = best_taken_;
    std::sort(result.chosen.begin(), result.chosen.end());
    return result;
  }

 private:
  void go(std::size_t from, int counted, std::int64_t minutes, std::int64_t value) {
    for (std::size_t i = from; i < day_.steps.size(); ++i) {
      if (value + day_.ahead_of(i, counted) <= best_) return;
      if (++steps_ >= step_limit) return;
      const DayStep& step = day_.steps[i];
      if (step.counts && counted >= day_.room_left) continue;
      if (minutes + step.end - step.start > day_.minutes_left) continue;
      if (!fits(step.candidate)) continue;
      const std::size_t paid_before = paid_.size();
      std::int64_t worth = value + step.gain + continuity_through(step.candidate) - charge_for(step.candidate);
      if (step.counts) worth -= prices_.load * (day_.base_counted + counted);
      taken_.push_back(step.candidate);
      if (worth > best_) {
        best_ = worth;
        best_taken_ = taken_;
      }
      go(step.next, counted + (step.counts ? 1 : 0), minutes + step.end - step.start, worth);
      taken_.pop_back();
      paid_.resize(paid_before);
    }
  }

  [[nodiscard]] bool fits(CandidateIndex c) const {
    return std::none_of(taken_.begin() + static_cast<std::ptrdiff_t>(day_.base.size()), taken_.end(),
                        [&](CandidateIndex other) { return clash(problem_, other, c); });
  }

  /// What continuity earns when `c` joins those taken: in its own session, and in a
  /// chosen later one that had no predecessor so far.
  [[nodiscard]] std::int64_t continuity_through(CandidateIndex c) const {
    if (prices_.continuity == 0) return 0;
    const SlotIndex slot = problem_.candidates[c].session;
    std::int64_t sum = 0;
    if (earns(slot, taken_.size())) sum += prices_.continuity;
    for (const CandidateIndex b : day_.base) {
      const SlotIndex after = problem_.candidates[b].session;
      const auto& previous = problem_.sessions[after].previous;
      if (continuity_within_day(problem_, after) &&
          std::find(previous.begin(), previous.end(), slot) != previous.end() && !earns(after, taken_.size())) {
        sum += prices_.continuity;
      }
    }
    return sum;
  }

  [[nodiscard]] bool earns(SlotIndex slot, std::size_t among) const {
    if (!continuity_within_day(problem_, slot)) return false;
    for (const SlotIndex s : problem_.sessions[slot].previous) {
      for (std::size_t i = 0; i < among; ++i) {
        if (problem_.candidates[taken_[i]].session == s) return true;
      }
    }
    return false;
  }

  /// Marks the charges that `c` is the first to cause, and returns their sum.
  std::int64_t charge_for(CandidateIndex c) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < charges_.size(); ++i) {
      if (std::find(paid_.begin(), paid_.end(), i) != paid_.end()) continue;
      if (!std::binary_search(charges_[i].members.begin(), charges_[i].members.end(), c)) continue;
      sum += charges_[i].amount;
      paid_.push_back(i);
    }
    return sum;
  }

  const Problem& problem_;
  const Prices& prices_;
  const std::vector<Charge>& charges_;
  const DayLayout& day_;
  std::vector<CandidateIndex> taken_;
  std::vector<std::size_t> paid_;
  std::int64_t best_ = 0;
  std::vector<CandidateIndex> best_taken_;
  std::int64_t steps_ = 0;
};

}  // namespace

Priced price_cell(const Problem& problem, const Cell& cell, const Prices& prices, const std::vector<Charge>& charges,
                  const Fates& fates, std::int64_t& work) {
  const DayLayout day = lay_out_day(problem, cell, prices, fates);
  if (!day.feasible) return {};
  return DaySearch(problem, prices, charges, day).run(work);
}

std::vector<std::int64_t> price_each(const Problem& problem, const Cell& cell, const Prices& prices,
                                     const Fates& fates) {
  std::vector<std::int64_t> bounds(cell.candidates.size(), impossible);
  const DayLayout day = lay_out_day(problem, cell, prices, fates);
  if (!day.feasible) return bounds;
  const std::size_t n = day.steps.size();
  // before[layer][i]: the most that steps ending by the start of step i can have earned
  // with `layer` counted sessions among them.
  const std::size_t layers = day.layers;
  std::vector<std::int64_t> before(layers * n, impossible);
  for (std::size_t i = 0; i < n; ++i) {
    before[i] = 0;
    for (std::size_t j = 0; j < i; ++j) {
      const DayStep& step = day.steps[j];
      if (step.end > day.steps[i].start) continue;
      for (std::size_t layer = 0; layer < layers; ++layer) {
        if (before[layer * n + j] == impossible) continue;
        const bool climbs = layers > 1 && step.counts;
        if (climbs && layer + 1 >= layers) continue;
        const std::int64_t load = climbs ? prices.load * (day.base_counted + static_cast<std::int64_t>(layer)) : 0;
        std::int64_t& cell_value = before[(climbs ? layer + 1 : layer) * n + i];
        cell_value = std::max(cell_value, before[layer * n + j] + step.hope - load);
      }
    }
  }
  std::size_t i = 0;
  for (std::size_t k = 0; k < cell.candidates.size(); ++k) {
    const CandidateIndex c = cell.candidates[k];
    if (fates[c.value] == Fate::chosen) bounds[k] = day.base_value + day.ahead_of(0, 0);
    if (i >= n || day.steps[i].candidate != c) continue;
    const DayStep& step = day.steps[i];
    for (std::size_t layer = 0; layer < layers; ++layer) {
      if (before[layer * n + i] == impossible) continue;
      const bool climbs = layers > 1 && step.counts;
      if (climbs && layer + 1 >= layers) continue;
      const std::int64_t load = climbs ? prices.load * (day.base_counted + static_cast<std::int64_t>(layer)) : 0;
      const std::int64_t after = day.ahead_of(step.next, static_cast<int>(climbs ? layer + 1 : layer));
      bounds[k] = std::max(bounds[k], day.base_value + before[layer * n + i] + step.hope - load + after);
    }
    ++i;
  }
  return bounds;
}

}  // namespace plancover
