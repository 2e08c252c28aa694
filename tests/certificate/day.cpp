#include "certificate/day.hpp"

#include <algorithm>

namespace plancover::certificate {

namespace {

constexpr std::int64_t most_steps = 3'000'000;
constexpr Wide nothing = -(static_cast<Wide>(1) << 120);

const ProblemSession& session_of(const Problem& problem, CandidateIndex c) {
  return problem.sessions[problem.candidates[c].session];
}

template <class Values, class Value>
bool among(const Values& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// One open candidate, with the most it can bring.
struct Step {
  CandidateIndex candidate;
  SlotIndex session;
  std::int64_t start = 0;
  std::int64_t end = 0;
  bool counts = true;
  Wide gain = 0;
  Wide hope = 0;          // gain, and all continuity that it may bring about
  std::size_t after = 0;  // the first step that starts when this one has ended
};

class Day {
 public:
  Day(const DayQuestion& question, bool drop_worthless) : q_(question), problem_(*question.problem) {
    settle();
    add_steps(drop_worthless);
    look_ahead();
  }

  DayAnswer run(bool by_minutes) {
    by_minutes_ = by_minutes;
    DayAnswer answer;
    answer.forced_minutes = minutes_;
    front_.push_back({minutes_, worth_});
    paid_ = base_paid_;
    go(0, 0, minutes_, worth_);
    if (spent_ > most_steps) front_.assign(1, {minutes_, worth_ + ahead(0, 0)});
    answer.best = front_.back();
    answer.by_minutes = std::move(front_);
    return answer;
  }

  std::vector<std::optional<Wide>> each() {
    const std::size_t n = steps_.size();
    // By the number of counted sessions before it: the most that can come before a step.
    std::vector<std::vector<Wide>> before(n, std::vector<Wide>(layers_, nothing));
    std::vector<std::optional<Wide>> result(q_.open.size());
    for (std::size_t i = 0; i < n; ++i) {
      before[i][0] = 0;
      for (std::size_t j = 0; j < i; ++j) {
        if (steps_[j].end > steps_[i].start || exclude(problem_, steps_[j].candidate, steps_[i].candidate)) continue;
        for (std::size_t layer = 0; layer < layers_; ++layer) {
          if (before[j][layer] == nothing) continue;
          const auto to = climb(steps_[j], layer);
          if (!to) continue;
          before[i][*to] = std::max(before[i][*to], before[j][layer] + net(steps_[j], layer));
        }
      }
      for (std::size_t layer = 0; layer < layers_; ++layer) {
        if (before[i][layer] == nothing) continue;
        const auto to = climb(steps_[i], layer);
        if (!to) continue;
        const Wide all = worth_ + before[i][layer] + net(steps_[i], layer) + follow(i, *to) - charge(steps_[i]);
        auto& best = result[static_cast<std::size_t>(std::find(q_.open.begin(), q_.open.end(), steps_[i].candidate) -
                                                     q_.open.begin())];
        if (!best || *best < all) best = all;
      }
    }
    return result;
  }

 private:
  void settle() {
    std::vector<SlotIndex> sits;
    for (const CandidateIndex c : q_.forced) sits.push_back(problem_.candidates[c].session);
    for (const CandidateIndex c : q_.forced) {
      const ProblemSession& session = session_of(problem_, c);
      worth_ += (*q_.gain)[c.value];
      minutes_ += session.end - session.start;
      if (session.counts) worth_ -= q_.load * counted_++;
      if (continues(problem_.candidates[c].session, sits)) worth_ += q_.continuity;
    }
    base_paid_.assign(q_.charges.size(), false);
    for (std::size_t i = 0; i < q_.charges.size(); ++i) {
      for (const SlotIndex s : sits) base_paid_[i] = base_paid_[i] || among(q_.charges[i].sessions, s);
      if (base_paid_[i]) worth_ -= q_.charges[i].amount;
    }
    sits_ = std::move(sits);
    const Person& person = problem_.people[q_.person];
    minutes_most_ = std::min(person.minutes_per_day, person.minutes);
    sessions_left_ = std::max(0, person.sessions_per_day - counted_);
  }

  [[nodiscard]] bool continues(SlotIndex slot, const std::vector<SlotIndex>& sits) const {
    if (q_.continuity == 0 || !of_one_day(problem_, slot)) return false;
    const auto& previous = problem_.sessions[slot].previous;
    return std::any_of(previous.begin(), previous.end(), [&](SlotIndex s) { return among(sits, s); });
  }

  void add_steps(bool drop_worthless) {
    std::vector<SlotIndex> possible = sits_;
    for (const CandidateIndex c : q_.open) possible.push_back(problem_.candidates[c].session);
    for (const CandidateIndex c : q_.open) {
      const ProblemSession& session = session_of(problem_, c);
      const SlotIndex slot = problem_.candidates[c].session;
      if (minutes_ + session.end - session.start > minutes_most_) continue;
      if (session.counts && sessions_left_ == 0) continue;
      Step step{c, slot, session.start, session.end, session.counts, (*q_.gain)[c.value], (*q_.gain)[c.value], 0};
      if (continues(slot, possible)) step.hope += q_.continuity;
      bool matters = false;  // to the continuity of others, which its own worth does not show
      for (const SlotIndex s : possible) {
        if (q_.continuity == 0 || !of_one_day(problem_, s) || !among(problem_.sessions[s].previous, slot)) continue;
        matters = true;
        if (among(sits_, s)) step.hope += q_.continuity;
      }
      if (drop_worthless && step.hope <= 0 && !matters) continue;
      if (!drop_worthless || !replaces(step)) steps_.push_back(step);
    }
  }

  /// Of two seats of one session that exclude the same things, only the better is needed.
  bool replaces(const Step& step) {
    for (Step& other : steps_) {
      if (other.session != step.session) continue;
      if (problem_.candidates[other.candidate].remote != problem_.candidates[step.candidate].remote) continue;
      if (step.gain > other.gain) other = step;
      return true;
    }
    return false;
  }

  void look_ahead() {
    std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.start < b.start; });
    const std::size_t n = steps_.size();
    std::vector<int> chain(n + 1, 0);
    for (std::size_t i = n; i-- > 0;) {
      Step& step = steps_[i];
      step.after = i + 1;
      while (step.after < n && steps_[step.after].start < step.end) ++step.after;
      chain[i] = std::max(chain[i + 1], chain[step.after] + (step.counts ? 1 : 0));
    }
    layers_ = static_cast<std::size_t>(std::min(chain[0], sessions_left_)) + 1;
    layered_ = q_.load != 0 || chain[0] > sessions_left_;
    if (!layered_) layers_ = 1;
    from_.assign(layers_, std::vector<Wide>(n + 1, 0));
    with_.assign(layers_, std::vector<Wide>(n, nothing));
    for (std::size_t layer = layers_; layer-- > 0;) {
      for (std::size_t i = n; i-- > 0;) {
        if (const auto to = climb(steps_[i], layer)) with_[layer][i] = net(steps_[i], layer) + follow(i, *to);
        from_[layer][i] = std::max(from_[layer][i + 1], with_[layer][i]);
      }
    }
  }

  /// How many counted sessions there are after the step; none where that is too many.
  [[nodiscard]] std::optional<std::size_t> climb(const Step& step, std::size_t layer) const {
    if (!layered_ || !step.counts) return layer;
    if (layer + 1 >= layers_) return std::nullopt;
    return layer + 1;
  }
  [[nodiscard]] Wide net(const Step& step, std::size_t layer) const {
    return step.counts && layered_ ? step.hope - q_.load * (counted_ + static_cast<Wide>(layer)) : step.hope;
  }
  [[nodiscard]] Wide follow(std::size_t i, std::size_t layer) const {
    Wide best = 0;
    std::size_t j = steps_[i].after;
    for (; j < steps_.size() && steps_[j].start < steps_[i].end + problem_.transfer; ++j) {
      if (!exclude(problem_, steps_[i].candidate, steps_[j].candidate)) best = std::max(best, with_[layer][j]);
    }
    return std::max(best, from_[layer][j]);
  }
  [[nodiscard]] Wide ahead(std::size_t i, int counted) const {
    return from_[layered_ ? static_cast<std::size_t>(counted) : 0][i];
  }
  [[nodiscard]] Wide charge(const Step& step) const {
    Wide sum = 0;
    for (std::size_t i = 0; i < q_.charges.size(); ++i) {
      if (!base_paid_[i] && among(q_.charges[i].sessions, step.session)) sum += q_.charges[i].amount;
    }
    return sum;
  }

  [[nodiscard]] Wide to_beat(std::int64_t minutes) const {
    if (!by_minutes_) return front_.back().worth;
    Wide best = nothing;
    for (const DayValue& value : front_) {
      if (value.minutes <= minutes) best = std::max(best, value.worth);
    }
    return best;
  }

  void keep(std::int64_t minutes, Wide worth) {
    if (!by_minutes_) {
      front_.assign(1, {minutes, worth});
      return;
    }
    std::erase_if(front_, [&](const DayValue& value) { return value.minutes >= minutes && value.worth <= worth; });
    const auto at = std::find_if(front_.begin(), front_.end(), [&](const DayValue& v) { return v.minutes > minutes; });
    front_.insert(at, {minutes, worth});
  }

  void go(std::size_t from, int counted, std::int64_t minutes, Wide worth) {
    for (std::size_t i = from; i < steps_.size() && spent_ <= most_steps; ++i) {
      if (worth + ahead(i, counted) <= to_beat(minutes)) return;
      const Step& step = steps_[i];
      if (step.counts && counted >= sessions_left_) continue;
      const std::int64_t longer = minutes + step.end - step.start;
      if (longer > minutes_most_) continue;
      if (worth + with_[layered_ ? static_cast<std::size_t>(counted) : 0][i] <= to_beat(longer)) continue;
      const bool fits = std::none_of(taken_.begin(), taken_.end(),
                                     [&](CandidateIndex other) { return exclude(problem_, other, step.candidate); });
      if (!fits) continue;
      ++spent_;
      take(step, counted, longer, worth);
    }
  }

  void take(const Step& step, int counted, std::int64_t minutes, Wide worth) {
    worth += step.gain;
    if (step.counts) worth -= q_.load * (counted_ + counted);
    if (continues(step.session, sits_)) worth += q_.continuity;
    if (q_.continuity != 0) {
      for (const CandidateIndex c : q_.forced) {  // a forced session may follow one that is taken now
        const SlotIndex later = problem_.candidates[c].session;
        if (of_one_day(problem_, later) && among(problem_.sessions[later].previous, step.session) &&
            !continues(later, sits_)) {
          worth += q_.continuity;
        }
      }
    }
    const std::vector<bool> paid_before = paid_;
    for (std::size_t k = 0; k < q_.charges.size(); ++k) {
      if (paid_[k] || !among(q_.charges[k].sessions, step.session)) continue;
      paid_[k] = true;
      worth -= q_.charges[k].amount;
    }
    taken_.push_back(step.candidate);
    sits_.push_back(step.session);
    if (worth > to_beat(minutes)) keep(minutes, worth);
    go(step.after, counted + (step.counts ? 1 : 0), minutes, worth);
    taken_.pop_back();
    sits_.pop_back();
    paid_ = paid_before;
  }

  const DayQuestion& q_;
  const Problem& problem_;
  Wide worth_ = 0;  // of what is forced
  std::int64_t minutes_ = 0;
  int counted_ = 0;
  std::vector<bool> base_paid_;
  std::int64_t minutes_most_ = 0;
  int sessions_left_ = 0;
  std::vector<Step> steps_;
  bool layered_ = false;
  std::size_t layers_ = 1;
  std::vector<std::vector<Wide>> from_;  // [counted][step]: the most from this step on
  std::vector<std::vector<Wide>> with_;  // [counted][step]: the most with this step and later ones
  bool by_minutes_ = false;
  std::vector<DayValue> front_;
  std::vector<CandidateIndex> taken_;
  std::vector<SlotIndex> sits_;
  std::vector<bool> paid_;
  std::int64_t spent_ = 0;
};

}  // namespace

bool exclude(const Problem& problem, CandidateIndex a, CandidateIndex b) {
  const ProblemSession* one = &session_of(problem, a);
  const ProblemSession* two = &session_of(problem, b);
  if (one->history && two->history) return false;
  if (one == two) return true;
  if (one->start > two->start) std::swap(one, two);
  if (two->start < one->end) return true;
  const std::int64_t pause = two->start - one->end;
  const bool on_site = !problem.candidates[a].remote && !problem.candidates[b].remote;
  const bool same_room = one->room >= 0 && one->room == two->room;
  if (on_site && !same_room && pause < problem.transfer) return true;
  return one->day != two->day && pause < problem.people[problem.candidates[a].person].rest;
}

bool of_one_day(const Problem& problem, SlotIndex session) {
  const ProblemSession& slot = problem.sessions[session];
  return std::all_of(slot.previous.begin(), slot.previous.end(),
                     [&](SlotIndex s) { return problem.sessions[s].day == slot.day; });
}

DayAnswer best_day(const DayQuestion& question, bool by_minutes) {
  return Day(question, true).run(by_minutes);
}

std::vector<std::optional<Wide>> day_with_each(const DayQuestion& question) {
  std::vector<std::optional<Wide>> most = Day(question, false).each();
  // That is what everyone could hope for with no look at what excludes what; now with it.
  for (std::size_t i = 0; i < most.size(); ++i) {
    if (!most[i]) continue;
    DayQuestion with = question;
    with.forced.push_back(question.open[i]);
    std::erase_if(with.open, [&](CandidateIndex c) { return exclude(*question.problem, c, question.open[i]); });
    most[i] = std::min(*most[i], Day(with, true).run(false).best.worth);
  }
  return most;
}

}  // namespace plancover::certificate
