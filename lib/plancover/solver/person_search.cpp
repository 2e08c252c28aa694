#include "plancover/solver/person_search.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "plancover/solver/credits.hpp"
#include "plancover/solver/day_search.hpp"

namespace plancover {

namespace {

constexpr std::size_t most_ways = 3000;    // to spend one day
constexpr std::size_t most_labels = 6000;  // at the end of one day
constexpr std::int64_t most_steps = 1'000'000;
constexpr std::size_t beam = 100;  // labels, where it was too much to be exact

/// One way to spend a day, and what of it other days may ask for.
struct Way {
  std::int64_t loss = 0;
  std::int64_t minutes = 0;
  std::vector<CandidateIndex> chosen;
  std::vector<SlotIndex> sits;  ///< ascending
  std::vector<int> carries;     ///< ascending: what days to come must know
};

/// Days up to one, by what days to come must know of them.
struct StayLabel {
  std::int64_t loss = 0;
  std::size_t before = 0;
  std::size_t way = 0;
};
using Known = std::pair<std::vector<int>, std::int64_t>;  // carries, minutes
using Labels = std::vector<std::pair<Known, StayLabel>>;

class PersonSearch {
 public:
  PersonSearch(const Problem& problem, const Cell& cell, const Prices& prices, const Potential& potential,
               const Fates& fates, std::int64_t& work)
      : problem_(problem),
        cell_(cell),
        prices_(prices),
        potential_(potential),
        fates_(fates),
        work_(work),
        charges_(night_charges(potential)) {}

  Priced run() {
    if (!lay_out()) return {};
    number_ties();
    std::int64_t sum = credit_constant(potential_, limit_);
    for (const std::int64_t best : best_) sum += best;
    const std::int64_t first = std::max<std::int64_t>(std::max(prices_.continuity, std::int64_t{1} << 20) / 8, 1);
    std::int64_t proved = 0;  // no stay loses less
    for (std::int64_t most = first; complete_ && most < INT64_MAX / 16; most *= 2) {
      if (!list_ways(most) || !walk(most, most_labels)) break;
      if (!walked_.back().empty()) return priced(sum, least_loss());
      proved = most + 1;
    }
    return roughly(sum, proved);
  }

 private:
  [[nodiscard]] std::span<const CandidateIndex> range(std::size_t day) const {
    return std::span(cell_.candidates).subspan(ranges_[day].first, ranges_[day].second - ranges_[day].first);
  }

  bool lay_out() {
    ranges_ = days_of(problem_, cell_.candidates);
    std::int64_t base_minutes = 0;
    bool decided = false;
    for (std::size_t d = 0; d < ranges_.size(); ++d) {
      layouts_.push_back(lay_out_best(problem_, cell_.person, range(d), prices_, charges_, fates_));
      const DayLayout& layout = layouts_.back();
      if (!layout.feasible) return false;
      base_minutes += layout.base_minutes;
      decided = decided || layout.decided;
      DayOptions options = search_day(problem_, prices_, charges_, layout, false, work_);
      complete_ = complete_ && options.complete;
      best_.push_back(options.bound);
      best_way_.push_back(std::move(options.options.back()));
    }
    const std::int64_t limit = problem_.people[cell_.person].minutes;
    limit_ = potential_.hours ? std::max(limit, base_minutes) : INT64_MAX / 4;
    ahead_.assign(ranges_.size() + 1, 0);
    for (std::size_t d = ranges_.size(); d-- > 0;) ahead_[d] = ahead_[d + 1] + layouts_[d].base_minutes;
    return !(potential_.hours && decided && base_minutes > limit);
  }

  [[nodiscard]] std::size_t day_of(SlotIndex session) const {
    const int day = problem_.sessions[session].day;
    const auto at = std::partition_point(ranges_.begin(), ranges_.end(), [&](const auto& range) {
      return problem_.sessions[problem_.candidates[cell_.candidates[range.first]].session].day < day;
    });
    return static_cast<std::size_t>(at - ranges_.begin());
  }

  /// Ties are seen on the day of their later end; until then the earlier end is carried.
  void number_ties() {
    links_at_.resize(ranges_.size());
    nights_at_.resize(ranges_.size());
    last_asked_.clear();
    for (std::size_t l = 0; l < potential_.links.size(); ++l) {
      const DayLink& link = potential_.links[l];
      const std::size_t day = day_of(link.session);
      links_at_[day].push_back(l);
      for (const SlotIndex before : link.previous) {
        const auto [place, fresh] = carrier_.emplace(before, static_cast<int>(last_asked_.size()));
        if (fresh) last_asked_.push_back(day);
        std::size_t& last = last_asked_[static_cast<std::size_t>(place->second)];
        last = std::max(last, day);
      }
    }
    first_night_ = static_cast<int>(last_asked_.size());
    for (std::size_t n = 0; n < potential_.nights.size(); ++n) {
      const std::size_t day = day_of(problem_.candidates[potential_.nights[n].second.front()].session);
      nights_at_[day].push_back(n);
      last_asked_.push_back(day);
    }
  }

  [[nodiscard]] static bool holds_any(const std::vector<CandidateIndex>& members,
                                      const std::vector<CandidateIndex>& chosen) {
    return std::any_of(chosen.begin(), chosen.end(),
                       [&](CandidateIndex c) { return std::binary_search(members.begin(), members.end(), c); });
  }

  Way way_of(std::size_t day, DayOption option) const {
    Way way;
    way.loss = best_[day] - option.value;
    way.minutes = option.minutes;
    way.chosen = std::move(option.chosen);
    std::sort(way.chosen.begin(), way.chosen.end());
    for (const CandidateIndex c : way.chosen) {
      const SlotIndex slot = problem_.candidates[c].session;
      way.sits.push_back(slot);
      if (const auto it = carrier_.find(slot); it != carrier_.end()) {
        if (last_asked_[static_cast<std::size_t>(it->second)] > day) way.carries.push_back(it->second);
      }
    }
    for (std::size_t n = 0; n < potential_.nights.size(); ++n) {
      const std::size_t id = static_cast<std::size_t>(first_night_) + n;
      if (last_asked_[id] > day && holds_any(potential_.nights[n].first, way.chosen)) {
        way.carries.push_back(static_cast<int>(id));
      }
    }
    std::sort(way.sits.begin(), way.sits.end());
    std::sort(way.carries.begin(), way.carries.end());
    return way;
  }

  bool list_ways(std::int64_t most_loss) {
    ways_.assign(ranges_.size(), {});
    for (std::size_t d = 0; d < ranges_.size(); ++d) {
      DayOptions options = list_days(problem_, prices_, charges_, layouts_[d], best_[d] - most_loss, most_ways, work_);
      if (!options.complete) return false;
      for (DayOption& option : options.options) ways_[d].push_back(way_of(d, std::move(option)));
      std::stable_sort(ways_[d].begin(), ways_[d].end(), [](const Way& a, const Way& b) { return a.loss < b.loss; });
    }
    return true;
  }

  /// What the ties that end on this day lose; nothing where they forbid it.
  [[nodiscard]] std::optional<std::int64_t> lost_between(std::size_t day, const std::vector<int>& carried,
                                                         const Way& way) const {
    std::int64_t loss = 0;
    const auto is_carried = [&](int id) { return std::binary_search(carried.begin(), carried.end(), id); };
    for (const std::size_t n : nights_at_[day]) {
      const bool late = is_carried(first_night_ + static_cast<int>(n));
      const bool early = holds_any(potential_.nights[n].second, way.chosen);
      if (late && early) return std::nullopt;
      if (!late && !early) loss += potential_.nights[n].charge;
    }
    for (const std::size_t l : links_at_[day]) {
      const DayLink& link = potential_.links[l];
      std::int64_t sat = 0;
      for (const SlotIndex before : link.previous) {
        const bool today = std::binary_search(way.sits.begin(), way.sits.end(), before);
        if (today || is_carried(carrier_.at(before))) ++sat;
      }
      const bool sits = std::binary_search(way.sits.begin(), way.sits.end(), link.session);
      if (sits && sat == 0) loss += prices_.continuity - link.early;
      if (!sits) loss += sat * link.early;
      if (sits && sat > 0) loss += (sat - 1) * link.early;
    }
    return loss;
  }

  /// Day by day; false where there were too many labels. With a beam, only the best stay.
  bool walk(std::int64_t most_loss, std::size_t most_kept, bool beaming = false) {
    walked_.assign(1, Labels{{Known{}, StayLabel{}}});
    for (std::size_t d = 0; d < ranges_.size(); ++d) {
      std::map<Known, StayLabel> next;
      const bool last = d + 1 == ranges_.size();
      for (std::size_t i = 0; i < walked_[d].size(); ++i) {
        const auto& [known, label] = walked_[d][i];
        std::vector<int> still;
        for (const int id : known.first) {
          if (last_asked_[static_cast<std::size_t>(id)] > d) still.push_back(id);
        }
        for (std::size_t w = 0; w < ways_[d].size(); ++w) {
          const Way& way = ways_[d][w];
          if (label.loss + way.loss > most_loss) break;
          ++work_;
          if (++steps_ > most_steps && !beaming) return false;
          const std::int64_t minutes = potential_.hours ? known.second + way.minutes : 0;
          if (minutes + (potential_.hours ? ahead_[d + 1] : 0) > limit_) continue;
          const auto between = lost_between(d, known.first, way);
          if (!between) continue;
          StayLabel reached{label.loss + way.loss + *between, i, w};
          if (last && potential_.hours) reached.loss += potential_.per_minute * (limit_ - minutes);
          if (reached.loss > most_loss) continue;
          Known to{still, minutes};
          to.first.insert(to.first.end(), way.carries.begin(), way.carries.end());
          std::inplace_merge(to.first.begin(), to.first.begin() + static_cast<std::ptrdiff_t>(still.size()),
                             to.first.end());
          const auto [place, fresh] = next.emplace(std::move(to), reached);
          if (!fresh && reached.loss < place->second.loss) place->second = reached;
          if (next.size() > most_kept && !beaming) return false;
        }
      }
      walked_.emplace_back(next.begin(), next.end());
      Labels& labels = walked_.back();
      if (beaming && labels.size() > most_kept) {
        std::stable_sort(labels.begin(), labels.end(),
                         [](const auto& a, const auto& b) { return a.second.loss < b.second.loss; });
        labels.resize(most_kept);
      }
    }
    return true;
  }

  [[nodiscard]] std::size_t least_loss() const {
    const Labels& labels = walked_.back();
    std::size_t best = 0;
    for (std::size_t i = 1; i < labels.size(); ++i) {
      if (labels[i].second.loss < labels[best].second.loss) best = i;
    }
    return best;
  }

  [[nodiscard]] Priced priced(std::int64_t sum, std::size_t label) const {
    Priced result;
    result.feasible = true;
    result.value = sum - walked_.back()[label].second.loss;
    result.bound = result.value;
    for (std::size_t d = ranges_.size(); d-- > 0;) {
      const StayLabel& at = walked_[d + 1][label].second;
      const auto& chosen = ways_[d][at.way].chosen;
      result.chosen.insert(result.chosen.end(), chosen.begin(), chosen.end());
      label = at.before;
    }
    std::sort(result.chosen.begin(), result.chosen.end());
    return result;
  }

  /// A stay of the best days, where they go together; and the bound that is proved.
  Priced roughly(std::int64_t sum, std::int64_t proved) {
    ways_.assign(ranges_.size(), {});
    for (std::size_t d = 0; d < ranges_.size(); ++d) {
      ways_[d].push_back(way_of(d, best_way_[d]));
      DayOption base = worthless(d);
      if (base.chosen.size() != best_way_[d].chosen.size()) ways_[d].push_back(way_of(d, std::move(base)));
    }
    walk(INT64_MAX / 4, beam, true);
    if (walked_.back().empty()) return {};
    Priced result = priced(sum, least_loss());
    result.bound = std::max(result.value, sum - proved);
    return result;
  }

  /// What is decided of the day, alone.
  [[nodiscard]] DayOption worthless(std::size_t day) const {
    const DayLayout& layout = layouts_[day];
    DayOption option{layout.base_minutes, layout.base_value, layout.base};
    for (const Charge& charge : charges_) {
      if (holds_any(charge.members, layout.base)) option.value -= charge.amount;
    }
    return option;
  }

  const Problem& problem_;
  const Cell& cell_;
  const Prices& prices_;
  const Potential& potential_;
  const Fates& fates_;
  std::int64_t& work_;
  std::vector<Charge> charges_;
  std::vector<std::pair<std::size_t, std::size_t>> ranges_;
  std::vector<DayLayout> layouts_;
  std::vector<std::int64_t> best_;  // by day: no way is worth more
  std::vector<DayOption> best_way_;
  bool complete_ = true;
  std::int64_t steps_ = 0;
  std::int64_t limit_ = 0;
  std::vector<std::int64_t> ahead_;  // minutes decided from a day on
  std::vector<std::vector<std::size_t>> links_at_;
  std::vector<std::vector<std::size_t>> nights_at_;
  std::map<SlotIndex, int> carrier_;
  int first_night_ = 0;
  std::vector<std::size_t> last_asked_;  // by what is carried: the last day that asks for it
  std::vector<std::vector<Way>> ways_;
  std::vector<Labels> walked_;  // by day, from before the first
};

}  // namespace

Priced price_person(const Problem& problem, const Cell& cell, const Prices& prices, const Potential& potential,
                    const Fates& fates, std::int64_t& work) {
  return PersonSearch(problem, cell, prices, potential, fates, work).run();
}

}  // namespace plancover
