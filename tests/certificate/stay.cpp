#include "certificate/stay.hpp"

#include <algorithm>

namespace plancover::certificate {

namespace {

using Front = std::vector<DayValue>;  // rising in minutes and worth

/// One more day added to every choice so far, within `limit` minutes.
Front joined(const Front& days, const Front& day, std::int64_t limit) {
  Front all;
  for (const DayValue& a : days) {
    for (const DayValue& b : day) {
      if (a.minutes + b.minutes <= limit) all.push_back({a.minutes + b.minutes, a.worth + b.worth});
    }
  }
  std::sort(all.begin(), all.end(), [](const DayValue& a, const DayValue& b) {
    return a.minutes != b.minutes ? a.minutes < b.minutes : a.worth > b.worth;
  });
  Front front;
  for (const DayValue& value : all) {
    if (front.empty() || value.worth > front.back().worth) front.push_back(value);
  }
  return front;
}

std::optional<Wide> most_within(const Front& one, const Front& two, std::int64_t limit) {
  std::optional<Wide> best;
  for (const DayValue& a : one) {
    for (const DayValue& b : two) {
      if (a.minutes + b.minutes > limit) break;
      if (!best || *best < a.worth + b.worth) best = a.worth + b.worth;
    }
  }
  return best;
}

class Stay {
 public:
  explicit Stay(const StayQuestion& question) : q_(question), problem_(*question.problem) {}

  StayAnswer run(bool with_each) {
    StayAnswer answer;
    answer.each.resize(with_each ? q_.candidates->size() : 0);
    if (!sort_out()) return answer;
    answer.possible = true;
    give_credits();
    Wide sum = 0;
    std::int64_t minutes = 0;
    for (DayQuestion& day : days_) {
      best_.push_back(best_day(day, false));
      sum += best_.back().best.worth;
      minutes += best_.back().best.minutes;
    }
    answer.worth = sum + constant_;
    const bool scarce = minutes > limit_ || (with_each && hours_can_matter());
    if (scarce) answer.worth = knapsack() + constant_;
    if (with_each) fill_each(answer, sum, scarce);
    return answer;
  }

 private:
  [[nodiscard]] SlotIndex session(CandidateIndex c) const { return problem_.candidates[c].session; }
  [[nodiscard]] std::int64_t length(CandidateIndex c) const {
    return problem_.sessions[session(c)].end - problem_.sessions[session(c)].start;
  }

  /// Days with what is forced and what is open; false where what is forced breaks a rule.
  bool sort_out() {
    std::vector<CandidateIndex> forced;
    std::int64_t minutes = 0;
    bool decided = false;  // by branching: only what is fixed may exceed a limit
    for (const CandidateIndex c : *q_.candidates) {
      if ((*q_.fates)[c.value] != Fate::forced) continue;
      const bool fixed = problem_.candidates[c].fixed;
      for (const CandidateIndex other : forced) {
        if (!(fixed && problem_.candidates[other].fixed) && exclude(problem_, c, other)) return false;
      }
      forced.push_back(c);
      minutes += length(c);
      decided = decided || !fixed;
    }
    const Person& person = problem_.people[q_.person];
    if (decided && minutes > person.minutes) return false;
    limit_ = std::max(minutes, person.minutes);
    for (const CandidateIndex c : *q_.candidates) {
      const Fate fate = (*q_.fates)[c.value];
      if (fate == Fate::forbidden) continue;
      if (fate == Fate::open && std::any_of(forced.begin(), forced.end(),
                                            [&](CandidateIndex other) { return exclude(problem_, c, other); })) {
        continue;
      }
      if (days_.empty() || day_of_.back() != problem_.sessions[session(c)].day)
        open_day(problem_.sessions[session(c)].day);
      (fate == Fate::forced ? days_.back().forced : days_.back().open).push_back(c);
      possible_.push_back(session(c));
    }
    return std::all_of(days_.begin(), days_.end(), [&](const DayQuestion& day) { return within_limits(day); });
  }

  [[nodiscard]] bool hours_can_matter() const {
    std::int64_t most = 0;
    for (const DayQuestion& day : days_) {
      std::int64_t forced = 0;
      std::int64_t open = 0;
      for (const CandidateIndex c : day.forced) forced += length(c);
      for (const CandidateIndex c : day.open) open += length(c);
      most += std::max(forced, std::min(forced + open, problem_.people[q_.person].minutes_per_day));
    }
    return days_.size() > 1 && most > limit_;
  }

  void open_day(int number) {
    DayQuestion day;
    day.problem = &problem_;
    day.person = q_.person;
    day.gain = q_.gain;
    day.continuity = q_.continuity;
    day.load = q_.load;
    days_.push_back(std::move(day));
    day_of_.push_back(number);
  }

  [[nodiscard]] bool within_limits(const DayQuestion& day) const {
    const Person& person = problem_.people[q_.person];
    std::int64_t minutes = 0;
    int counted = 0;
    bool decided = false;
    for (const CandidateIndex c : day.forced) {
      minutes += length(c);
      counted += problem_.sessions[session(c)].counts ? 1 : 0;
      decided = decided || !problem_.candidates[c].fixed;
    }
    return !decided || (minutes <= person.minutes_per_day && counted <= person.sessions_per_day);
  }

  void give_credits() {
    for (const Night& night : q_.ties == nullptr ? std::vector<Night>{} : q_.ties->nights) {
      constant_ += night.amount;
      for (DayQuestion& day : days_) {
        day.charges.push_back({night.first, night.amount});
        day.charges.push_back({night.second, night.amount});
      }
    }
    if (q_.continuity == 0) return;
    std::sort(possible_.begin(), possible_.end());
    possible_.erase(std::unique(possible_.begin(), possible_.end()), possible_.end());
    std::map<SlotIndex, Wide> credited;
    for (const SlotIndex slot : possible_) credit(slot, credited);
    for (const DayQuestion& day : days_) {
      for (const auto* all : {&day.forced, &day.open}) {
        for (const CandidateIndex c : *all) {
          if (const auto it = credited.find(session(c)); it != credited.end()) (*q_.gain)[c.value] += it->second;
        }
      }
    }
  }

  void credit(SlotIndex slot, std::map<SlotIndex, Wide>& credited) {
    bool outside = false;  // sat in or not: of those sessions nothing is known here
    std::vector<SlotIndex> before;
    for (const SlotIndex s : problem_.sessions[slot].previous) {
      if (!(*q_.inside)[s.value]) outside = outside || can_sit(s);
      if (std::binary_search(possible_.begin(), possible_.end(), s)) before.push_back(s);
    }
    if (outside) {
      credited[slot] += q_.continuity;
      return;
    }
    if (of_one_day(problem_, slot) || before.empty()) return;
    Credit given;
    if (q_.ties != nullptr) {
      if (const auto it = q_.ties->credits.find(slot); it != q_.ties->credits.end()) given = it->second;
    }
    credited[slot] += given.after;
    for (const SlotIndex s : before) credited[s] += given.before;
    constant_ += std::max<Wide>(0, q_.continuity - given.after - given.before);
  }

  [[nodiscard]] bool can_sit(SlotIndex s) const {
    const auto& all = problem_.people[q_.person].candidates;
    return std::any_of(all.begin(), all.end(),
                       [&](CandidateIndex c) { return session(c) == s && (*q_.fates)[c.value] != Fate::forbidden; });
  }

  Wide knapsack() {
    before_.assign(1, Front{{0, 0}});
    std::vector<std::int64_t> forced_later(days_.size() + 1, 0);
    for (std::size_t d = days_.size(); d-- > 0;) forced_later[d] = forced_later[d + 1] + best_[d].forced_minutes;
    for (std::size_t d = 0; d < days_.size(); ++d) {
      fronts_.push_back(best_day(days_[d], true).by_minutes);
      before_.push_back(joined(before_[d], fronts_[d], limit_ - forced_later[d + 1]));
    }
    return before_.back().back().worth;
  }

  void fill_each(StayAnswer& answer, Wide sum, bool scarce) {
    std::vector<Front> later(days_.size() + 1, Front{{0, 0}});
    for (std::size_t d = days_.size(); scarce && d-- > 0;) later[d] = joined(later[d + 1], fronts_[d], limit_);
    std::map<CandidateIndex, Wide> worth;
    for (std::size_t d = 0; d < days_.size(); ++d) {
      const auto each = day_with_each(days_[d]);
      std::map<std::int64_t, std::optional<Wide>> elsewhere;  // by length
      for (std::size_t i = 0; i < each.size(); ++i) {
        if (!each[i]) continue;
        Wide others = sum - best_[d].best.worth;
        if (scarce) {
          const std::int64_t taken = best_[d].forced_minutes + length(days_[d].open[i]);
          auto [place, fresh] = elsewhere.try_emplace(taken);
          if (fresh) place->second = most_within(before_[d], later[d + 1], limit_ - taken);
          if (!place->second) continue;
          others = std::min(others, *place->second);
        }
        worth[days_[d].open[i]] = *each[i] + others + constant_;
      }
      for (const CandidateIndex c : days_[d].forced) worth[c] = answer.worth;
    }
    for (std::size_t i = 0; i < q_.candidates->size(); ++i) {
      if (const auto it = worth.find((*q_.candidates)[i]); it != worth.end()) answer.each[i] = it->second;
    }
  }

  const StayQuestion& q_;
  const Problem& problem_;
  std::vector<DayQuestion> days_;
  std::vector<int> day_of_;
  std::vector<SlotIndex> possible_;
  std::int64_t limit_ = 0;
  Wide constant_ = 0;
  std::vector<DayAnswer> best_;
  std::vector<Front> fronts_;  // by day, where hours are scarce
  std::vector<Front> before_;  // likewise: all days before one
};

}  // namespace

StayAnswer best_stay(const StayQuestion& question, bool with_each) {
  return Stay(question).run(with_each);
}

}  // namespace plancover::certificate
