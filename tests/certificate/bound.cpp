#include "certificate/bound.hpp"

#include <algorithm>
#include <string>

namespace plancover::certificate {

namespace {

/// What a unit of each kind costs in one session, in units of 1/scale.
struct Tariff {
  Wide required = 0;
  Wide optional = 0;
  Wide kept = 0;    // earned by each unit of changes that is saved
  Wide attend = 0;  // earned
};

class Pricing {
 public:
  Pricing(const Problem& problem, const View& view, std::size_t level, std::int64_t scale, const PriceList& prices,
          const Decisions& decisions, const Known& known)
      : problem_(problem), view_(view), level_(level), scale_(scale), prices_(prices), decisions_(decisions) {
    quality_ = problem.levels[level].kind == LevelKind::quality;
    of_seat_.assign(problem.seats.size(), 0);
    for (const auto& [seat, amount] : prices.seats) of_seat_[seat.value] += amount;
    weigh_levels(known);
  }

  Bounded run(bool with_each) {
    Bounded result;
    result.scaled = constant_;
    for (const SlotIndex s : view_.sessions) {
      const auto least = least_of(s);
      if (!least) return impossible();
      result.scaled += *least;
    }
    if (with_each) count_each(result);
    std::vector<Wide> gain = gains();
    Wide elsewhere = 0;  // what stays add to each count
    if (with_each) result.with.resize(problem_.candidates.size());
    for (const auto& [person, candidates] : view_.people) {
      const auto ties = prices_.ties.find(person);
      const StayAnswer stay = best_stay({&problem_, person, &candidates, &view_.inside, &decisions_.fates, &gain,
                                         quality_ ? static_cast<Wide>(scale_) * problem_.continuity : 0,
                                         quality_ ? static_cast<Wide>(scale_) * problem_.load : 0,
                                         ties == prices_.ties.end() ? nullptr : &ties->second},
                                        with_each);
      if (!stay.possible) return impossible();
      result.scaled -= stay.worth;
      elsewhere -= stay.worth;
      for (std::size_t i = 0; i < stay.each.size(); ++i) {
        if (stay.each[i]) result.with[candidates[i].value] = stay.worth - *stay.each[i];
      }
    }
    for (auto& with : result.with) {
      if (with) *with += result.scaled;
    }
    for (auto* counts : {&result.empty, &result.wanting}) {
      for (auto& [seat, by_count] : *counts) add_to(by_count, elsewhere);
    }
    for (auto& [session, by_count] : result.abandoned) add_to(by_count, elsewhere);
    return result;
  }

 private:
  static Bounded impossible() {
    Bounded result;
    result.possible = false;
    return result;
  }

  static void add_to(ByCount& by_count, Wide amount) {
    for (auto& cost : by_count) {
      if (cost) *cost += amount;
    }
  }

  /// What the sessions come to, by each count of what is missing in one of them.
  void count_each(Bounded& result) {
    result.slopes = slopes_;
    for (const SlotIndex s : view_.sessions) {
      if (problem_.sessions[s].history) continue;
      const Wide others = result.scaled - *least_of(s);
      bool asks = false;
      for (const SeatIndex index : problem_.sessions[s].seats) {
        const Seat& seat = problem_.seats[index];
        asks = asks || seat.required > 0;
        result.empty[index] = by_count(s, others, decisions_.empty, index, seat.required);
        if (!seat.all)
          result.wanting[index] = by_count(s, others, decisions_.wanting, index, seat.wanted - seat.required);
      }
      if (asks) result.abandoned[s] = by_count(s, others, decisions_.abandoned, s, 1);
    }
  }

  /// `ranges` is a part of the decisions, which are as before when this is done.
  template <class Key>
  ByCount by_count(SlotIndex s, Wide others, std::map<Key, WholeRange>& ranges, Key key, std::int64_t most) {
    const auto found = ranges.find(key);
    const bool decided = found != ranges.end();
    const WholeRange before = decided ? found->second : WholeRange{0, most};
    ByCount costs;
    for (std::int64_t count = 0; count <= most; ++count) {
      ranges[key] = {count, count};
      const auto least = before.first <= count && count <= before.second ? least_of(s) : std::nullopt;
      costs.push_back(least ? std::optional(others + *least) : std::nullopt);
    }
    if (decided) {
      ranges[key] = before;
    } else {
      ranges.erase(key);
    }
    return costs;
  }

  /// The level itself at full price, and others as the prices say; a price above 0 is a
  /// fine for costing more than is allowed, one below 0 for costing less than is needed.
  void weigh_levels(const Known& known) {
    tariff_.resize(problem_.sessions.size());
    add(level_, -1, scale_);
    for (const PriceList::Cost& cost : prices_.costs) {
      if (cost.amount == 0) continue;
      Range range = known(cost.level, cost.group);
      if (const auto it = decisions_.costs.find({cost.level, cost.group}); it != decisions_.costs.end()) {
        if (it->second.least) range.least = std::max(range.least.value_or(*it->second.least), *it->second.least);
        if (it->second.most) range.most = std::min(range.most.value_or(*it->second.most), *it->second.most);
      }
      const auto& limit = cost.amount > 0 ? range.most : range.least;
      if (!limit) throw std::string("a price on a level whose cost has no limit here");
      constant_ -= cost.amount * *limit;
      slopes_.push_back(
          {cost.level, cost.group, cost.amount < 0, *limit, cost.amount < 0 ? -cost.amount : cost.amount});
      add(cost.level, cost.group, cost.amount);
    }
  }

  void add(std::size_t number, int group, Wide amount) {
    const ProblemLevel& level = problem_.levels[number];
    for (const SlotIndex s : view_.sessions) {
      if (group >= 0 && view_.group[s.value] != group) continue;
      Tariff& tariff = tariff_[s.value];
      const bool tier = problem_.sessions[s].tier == level.tier;
      if (level.kind == LevelKind::required && tier) tariff.required += amount;
      if (level.kind == LevelKind::optional && tier) tariff.optional += amount;
      if (level.kind == LevelKind::changes) tariff.kept += amount;
      if (level.kind == LevelKind::quality) tariff.attend += amount * problem_.attend;
    }
  }

  [[nodiscard]] std::vector<Wide> gains() const {
    std::vector<Wide> gain(problem_.candidates.size(), 0);
    for (const auto& [person, candidates] : view_.people) {
      for (const CandidateIndex c : candidates) {
        const Candidate& candidate = problem_.candidates[c];
        Wide& worth = gain[c.value];
        worth = tariff_[candidate.session.value].kept * candidate.kept;
        if (quality_) worth += static_cast<Wide>(scale_) * candidate.points;
        if (!problem_.sessions[candidate.session].history) worth += of_seat_[candidate.seat.value];
      }
    }
    return gain;
  }

  template <class Key>
  static bool allowed(const std::map<Key, WholeRange>& ranges, Key key, std::int64_t value) {
    const auto it = ranges.find(key);
    return it == ranges.end() || (it->second.first <= value && value <= it->second.second);
  }

  /// With `here` people in a seat, each paid the price of it; none where that cannot be.
  [[nodiscard]] std::optional<Wide> seat_cost(SeatIndex index, std::int64_t here) const {
    const Seat& seat = problem_.seats[index];
    const Tariff& tariff = tariff_[seat.session.value];
    const std::int64_t above = std::max<std::int64_t>(0, here - seat.required);
    const std::int64_t empty = std::max<std::int64_t>(0, seat.required - here);
    const std::int64_t wanting = seat.all ? 0 : seat.wanted - seat.required - above;
    if (wanting < 0) return std::nullopt;
    if (!allowed(decisions_.empty, index, empty) || !allowed(decisions_.wanting, index, wanting)) return std::nullopt;
    Wide cost = tariff.required * empty + tariff.optional * wanting + of_seat_[index.value] * here;
    if (seat.all) cost -= tariff.attend * above;
    return cost;
  }

  /// The least that a session's seats can cost, over all numbers of people in each.
  [[nodiscard]] std::optional<Wide> least_of(SlotIndex s) const {
    const ProblemSession& session = problem_.sessions[s];
    if (session.history) return 0;
    bool asks = false;
    std::optional<Wide> none = 0;     // with nobody at all
    std::optional<Wide> any = 0;      // with any number in each seat
    std::optional<Wide> most_forced;  // what it costs more to have somebody in some seat; absent: there is nobody
    for (const SeatIndex index : session.seats) {
      asks = asks || problem_.seats[index].required > 0;
      std::int64_t forced = 0;
      std::int64_t possible = 0;
      for (const CandidateIndex c : problem_.seats[index].candidates) {
        forced += decisions_.fates[c.value] == Fate::forced ? 1 : 0;
        possible += decisions_.fates[c.value] == Fate::forbidden ? 0 : 1;
      }
      const auto empty = forced > 0 ? std::nullopt : seat_cost(index, 0);
      std::optional<Wide> some;
      for (std::int64_t here = std::max<std::int64_t>(1, forced); here <= possible; ++here) {
        const auto cost = seat_cost(index, here);
        if (cost && (!some || *cost < *some)) some = cost;
      }
      if (!empty && !some) return std::nullopt;
      none = none && empty ? std::optional(*none + *empty) : std::nullopt;
      const Wide least = !some ? *empty : !empty ? *some : std::min(*empty, *some);
      any = *any + least;
      if (some && (!most_forced || *some - least < *most_forced)) most_forced = *some - least;
    }
    if (!asks) return any;
    std::optional<Wide> best;
    if (none && allowed(decisions_.abandoned, s, 1)) best = *none + tariff_[s.value].required;
    if (most_forced && allowed(decisions_.abandoned, s, 0)) {
      const Wide attended = *any + *most_forced;
      if (!best || attended < *best) best = attended;
    }
    return best;
  }

  const Problem& problem_;
  const View& view_;
  std::size_t level_;
  std::int64_t scale_;
  const PriceList& prices_;
  Decisions decisions_;
  bool quality_ = false;
  std::vector<Wide> of_seat_;   // by SeatIndex
  std::vector<Tariff> tariff_;  // by SlotIndex
  std::vector<Slope> slopes_;   // of the prices on levels
  Wide constant_ = 0;
};

}  // namespace

View view_of(const Problem& problem, const std::vector<SlotIndex>& sessions, std::vector<int> group) {
  View view;
  view.sessions = sessions;
  view.inside.assign(problem.sessions.size(), false);
  for (const SlotIndex s : sessions) view.inside[s.value] = true;
  view.group = std::move(group);
  for (const PersonIndex p : problem.people.indexes()) {
    std::vector<CandidateIndex> mine;
    for (const CandidateIndex c : problem.people[p].candidates) {
      if (view.inside[problem.candidates[c].session.value]) mine.push_back(c);
    }
    if (!mine.empty()) view.people.emplace_back(p, std::move(mine));
  }
  return view;
}

Bounded bound(const Problem& problem, const View& view, std::size_t level, std::int64_t scale, const PriceList& prices,
              const Decisions& decisions, const Known& known, bool with_each) {
  return Pricing(problem, view, level, scale, prices, decisions, known).run(with_each);
}

Wide rounded_up(Wide scaled, std::int64_t scale) {
  return scaled > 0 ? (scaled + scale - 1) / scale : scaled / scale;
}

Wide most_cost(const Problem& problem, SlotIndex s, const ProblemLevel& level) {
  const ProblemSession& session = problem.sessions[s];
  if (session.history || level.tier != session.tier) return 0;
  Wide sum = 0;
  bool asks = false;
  for (const SeatIndex index : session.seats) {
    const Seat& seat = problem.seats[index];
    asks = asks || seat.required > 0;
    if (level.kind == LevelKind::required) sum += seat.required;
    if (level.kind == LevelKind::optional && !seat.all) sum += seat.wanted - seat.required;
  }
  return sum + (level.kind == LevelKind::required && asks ? 1 : 0);
}

}  // namespace plancover::certificate
