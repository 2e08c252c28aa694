#include "plancover/solver/person_search.hpp"

#include <algorithm>
#include <map>

#include "plancover/solver/potential_ascent.hpp"

namespace plancover {

namespace {

constexpr std::size_t most_ways = 3000;    // to spend one day
constexpr std::size_t most_labels = 6000;  // at the end of one day
constexpr std::int64_t most_steps = 1'000'000;
constexpr std::size_t beam = 100;  // labels, where it was too much to be exact

/// Days up to one, by what days to come must know of them.
struct StayLabel {
  std::int64_t loss = 0;
  std::size_t before = 0;
  std::size_t way = 0;
};
using Known = std::pair<std::vector<int>, std::int64_t>;  // what is carried, minutes
using Labels = std::vector<std::pair<Known, StayLabel>>;

class PersonSearch {
 public:
  PersonSearch(const StayDays& days, std::int64_t continuity, bool hours, std::int64_t& work)
      : days_(days), continuity_(continuity), hours_(hours), work_(work) {}

  Priced run() {
    const std::int64_t first = std::max<std::int64_t>(std::max(continuity_, std::int64_t{1} << 20) / 8, 1);
    const std::int64_t enough = days_.lost_by_the_best().value_or(INT64_MAX / 16);
    std::int64_t proved = 0;  // no stay loses less
    for (std::int64_t most = std::min(first, enough); days_.complete(); most = std::min(most * 2, enough)) {
      if (!list_ways(most) || !walk(most, most_labels)) break;
      if (!walked_.back().empty()) return priced(least_loss());
      proved = most + 1;
      if (most >= enough || most >= INT64_MAX / 16) break;
    }
    return roughly(proved);
  }

 private:
  bool list_ways(std::int64_t most_loss) {
    ways_.clear();
    for (std::size_t d = 0; d < days_.count(); ++d) {
      auto ways = days_.ways(d, most_loss, most_ways);
      if (!ways) return false;
      ways_.push_back(std::move(*ways));
    }
    return true;
  }

  /// Day by day; false where there were too many labels. With a beam, only the best stay.
  bool walk(std::int64_t most_loss, std::size_t most_kept, bool beaming = false) {
    walked_.assign(1, Labels{{Known{}, StayLabel{}}});
    for (std::size_t d = 0; d < days_.count(); ++d) {
      std::map<Known, StayLabel> next;
      const bool last = d + 1 == days_.count();
      for (std::size_t i = 0; i < walked_[d].size(); ++i) {
        const auto& [known, label] = walked_[d][i];
        for (std::size_t w = 0; w < ways_[d].size(); ++w) {
          const Way& way = ways_[d][w];
          if (label.loss + way.loss > most_loss) break;
          ++work_;
          if (++steps_ > most_steps && !beaming) return false;
          const std::int64_t minutes = hours_ ? known.second + way.minutes : 0;
          if (minutes + (hours_ ? days_.decided_after(d) : 0) > days_.minutes_in_all()) continue;
          const auto between = days_.lost_between(d, known.first, way);
          if (!between) continue;
          StayLabel reached{label.loss + way.loss + *between, i, w};
          if (last) reached.loss += days_.lost_in_minutes(minutes);
          if (reached.loss > most_loss) continue;
          const auto [place, fresh] = next.emplace(Known{days_.carried_past(d, known.first, way), minutes}, reached);
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

  [[nodiscard]] Priced priced(std::size_t label) const {
    Priced result;
    result.feasible = true;
    result.value = days_.bound() - walked_.back()[label].second.loss;
    result.bound = result.value;
    for (std::size_t d = days_.count(); d-- > 0;) {
      const StayLabel& at = walked_[d + 1][label].second;
      const auto& chosen = ways_[d][at.way].chosen;
      result.chosen.insert(result.chosen.end(), chosen.begin(), chosen.end());
      label = at.before;
    }
    std::sort(result.chosen.begin(), result.chosen.end());
    return result;
  }

  /// A stay of the best days, where they go together; and the bound that is proved.
  Priced roughly(std::int64_t proved) {
    ways_.clear();
    for (std::size_t d = 0; d < days_.count(); ++d) {
      ways_.push_back({days_.best(d)});
      Way least = days_.least(d);
      if (least.chosen.size() != days_.best(d).chosen.size()) ways_.back().push_back(std::move(least));
    }
    walk(INT64_MAX / 4, beam, true);
    if (walked_.back().empty()) return {};
    Priced result = priced(least_loss());
    result.bound = std::max(result.value, days_.bound() - proved);
    return result;
  }

  const StayDays& days_;
  std::int64_t continuity_ = 0;
  bool hours_ = false;
  std::int64_t& work_;
  std::int64_t steps_ = 0;
  std::vector<std::vector<Way>> ways_;
  std::vector<Labels> walked_;  // by day, from before the first
};

}  // namespace

Priced price_person(const Problem& problem, const Cell& cell, Prices& prices, Potential& potential, const Fates& fates,
                    std::int64_t& work) {
  StayDays days(problem, cell, prices, potential, fates, work);
  if (!climb_potential(problem, cell, days, prices, potential)) return {};
  return PersonSearch(days, prices.continuity, potential.hours, work).run();
}

}  // namespace plancover
