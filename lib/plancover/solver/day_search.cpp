#include "plancover/solver/day_search.hpp"

#include <algorithm>

namespace plancover {

namespace {

constexpr std::int64_t step_limit = 20'000;

class DaySearch {
 public:
  DaySearch(const Problem& problem, const Prices& prices, const std::vector<Charge>& charges, const DayLayout& day,
            bool by_minutes)
      : problem_(problem), prices_(prices), charges_(charges), day_(day), by_minutes_(by_minutes) {}

  DayOptions list(std::int64_t least, std::size_t most, std::int64_t& work) {
    listing_ = true;
    least_ = least;
    most_ = most;
    std::int64_t value = day_.base_value;
    for (const CandidateIndex c : day_.base) value -= charge_for(c);
    taken_ = day_.base;
    if (value >= least) result_.options.push_back({day_.base_minutes, value, taken_});
    go(0, 0, 0, value);
    work += steps_;
    result_.complete = steps_ < step_limit && result_.options.size() <= most_;
    return std::move(result_);
  }

  DayOptions run(std::int64_t& work) {
    std::int64_t value = day_.base_value;
    for (const CandidateIndex c : day_.base) value -= charge_for(c);
    base_paid_ = paid_.size();
    taken_ = day_.base;
    result_.options.push_back({day_.base_minutes, value, taken_});
    DayOption hoped;
    if (!by_minutes_) {
      hoped = follow_hope(value);
      // Less by one, so that of equal days the same one is found as without.
      least_to_beat_ = hoped.value - 1;
    }
    go(0, 0, 0, value);
    work += steps_;
    result_.complete = steps_ < step_limit;
    if (!by_minutes_ && result_.options.back().value < hoped.value) result_.options.back() = std::move(hoped);
    result_.bound = result_.complete ? result_.options.back().value : day_.base_value + day_.of_all();
    return std::move(result_);
  }

 private:
  void go(std::size_t from, int counted, std::int64_t minutes, std::int64_t value) {
    std::int64_t beat = to_beat(minutes) - value;
    for (std::size_t i = from; i < day_.steps.size(); ++i) {
      if (day_.ahead_of(i, counted) <= beat) return;
      if (day_.with_step(i, counted) <= beat) continue;  // most end here, and need not look at the step
      const DayStep& step = day_.steps[i];
      if (step.counts && counted >= day_.room_left) continue;
      const std::int64_t longer = minutes + step.end - step.start;
      if (longer > day_.minutes_left) continue;
      const std::size_t passed = taken_steps_.empty() ? 0 : taken_steps_.back() + 1;
      if (value + day_.with_step_after(passed, i, counted) <= to_beat(longer) || !fits(step)) continue;
      if (++steps_ >= step_limit) return;
      const std::size_t paid_before = paid_.size();
      std::int64_t worth = value + step.gain + continuity_through(step) - charge_for(step.candidate);
      if (step.counts) worth -= prices_.load * (day_.base_counted + counted);
      taken_.push_back(step.candidate);
      taken_steps_.push_back(i);
      if (worth > to_beat(longer)) keep(longer, worth);
      go(step.next, counted + (step.counts ? 1 : 0), longer, worth);
      taken_.pop_back();
      taken_steps_.pop_back();
      paid_.resize(paid_before);
      beat = to_beat(minutes) - value;
    }
  }

  /// The steps that the optimistic value counts on, as far as they go together; what that is worth is the least
  /// that the search need look for.
  DayOption follow_hope(std::int64_t value) {
    DayOption best{day_.base_minutes, value, taken_};
    std::int64_t minutes = 0;
    int counted = 0;
    std::int64_t rest = day_.of_all();
    std::size_t i = 0;
    std::size_t passed = 0;
    while (rest > 0 && i < day_.steps.size()) {
      const DayStep& step = day_.steps[i];
      const bool is_it =
          day_.with_step_after(passed, i, counted) == rest && !(step.counts && counted >= day_.room_left) && fits(step);
      if (!is_it) {
        ++i;
        continue;
      }
      minutes += step.end - step.start;
      if (minutes > day_.minutes_left) break;
      ++steps_;
      value += step.gain + continuity_through(step) - charge_for(step.candidate);
      const std::int64_t load = step.counts ? prices_.load * (day_.base_counted + counted) : 0;
      value -= load;
      rest = day_.with_step(i, counted) - step.hope + load;
      if (step.counts) ++counted;
      taken_.push_back(step.candidate);
      taken_steps_.push_back(i);
      if (value > best.value) best = {day_.base_minutes + minutes, value, taken_};
      passed = i + 1;
      i = step.next;
    }
    taken_.resize(day_.base.size());
    taken_steps_.clear();
    paid_.resize(base_paid_);
    return best;
  }

  /// The best value found for at most so many minutes more than the base.
  [[nodiscard]] std::int64_t to_beat(std::int64_t minutes) const {
    if (listing_) return least_ - 1;
    if (!by_minutes_) return std::max(result_.options.back().value, least_to_beat_);
    const auto after =
        std::upper_bound(result_.options.begin(), result_.options.end(), day_.base_minutes + minutes,
                         [](std::int64_t most, const DayOption& option) { return most < option.minutes; });
    return after == result_.options.begin() ? impossible : (after - 1)->value;
  }

  void keep(std::int64_t minutes, std::int64_t value) {
    DayOption option{day_.base_minutes + minutes, value, taken_};
    if (listing_) {
      result_.options.push_back(std::move(option));
      if (result_.options.size() > most_) steps_ = step_limit;
      return;
    }
    if (!by_minutes_) {
      result_.options.back() = std::move(option);
      return;
    }
    std::erase_if(result_.options,
                  [&](const DayOption& o) { return o.minutes >= option.minutes && o.value <= option.value; });
    const auto place = std::lower_bound(result_.options.begin(), result_.options.end(), option.minutes,
                                        [](const DayOption& o, std::int64_t m) { return o.minutes < m; });
    result_.options.insert(place, std::move(option));
  }

  [[nodiscard]] bool fits(const DayStep& step) const {
    return std::none_of(taken_steps_.begin(), taken_steps_.end(),
                        [&](std::size_t other) { return day_.clash(day_.steps[other], step); });
  }

  /// What continuity earns when the step joins those taken: in its own session, and in a
  /// chosen later one that had no predecessor so far.
  [[nodiscard]] std::int64_t continuity_through(const DayStep& step) const {
    if (prices_.continuity == 0) return 0;
    std::int64_t sum = step.may_continue && continues_any(step.session) ? prices_.continuity : 0;
    for (const CandidateIndex b : day_.base) {
      const SlotIndex after = problem_.candidates[b].session;
      if (!continuity_within_day(problem_, after)) continue;
      const auto& previous = problem_.sessions[after].previous;
      const bool continued = std::find(previous.begin(), previous.end(), step.session) != previous.end();
      if (continued && !continues_any(after)) sum += prices_.continuity;
    }
    return sum;
  }

  /// Is a session before this one among those taken?
  [[nodiscard]] bool continues_any(SlotIndex slot) const {
    const auto& previous = problem_.sessions[slot].previous;
    return std::any_of(taken_.begin(), taken_.end(), [&](CandidateIndex c) {
      return std::find(previous.begin(), previous.end(), problem_.candidates[c].session) != previous.end();
    });
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
  std::vector<std::size_t> taken_steps_;
  std::vector<std::size_t> paid_;
  bool by_minutes_ = false;
  bool listing_ = false;
  std::int64_t least_ = 0;
  std::int64_t least_to_beat_ = impossible;
  std::size_t base_paid_ = 0;  // charges that the base causes
  std::size_t most_ = 0;
  DayOptions result_;
  std::int64_t steps_ = 0;
};

}  // namespace

DayOptions search_day(const Problem& problem, const Prices& prices, const std::vector<Charge>& charges,
                      const DayLayout& day, bool by_minutes, std::int64_t& work) {
  return DaySearch(problem, prices, charges, day, by_minutes).run(work);
}

DayOptions list_days(const Problem& problem, const Prices& prices, const std::vector<Charge>& charges,
                     const DayLayout& day, std::int64_t least, std::size_t most, std::int64_t& work) {
  return DaySearch(problem, prices, charges, day, false).list(least, most, work);
}

}  // namespace plancover
