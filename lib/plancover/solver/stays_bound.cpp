#include "plancover/solver/stays_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "plancover/solver/bound.hpp"
#include "plancover/solver/credits.hpp"
#include "plancover/solver/crew.hpp"
#include "plancover/solver/person_search.hpp"

namespace plancover {

namespace {

/// How the prices climb; measured on conferences of 600 sessions by 160 people.
struct Climb {
  static constexpr int most_rounds = 400;
  static constexpr double reach = 0.05;   ///< of the way that would close the gap
  static constexpr double longer = 1.05;  ///< after a better bound
  static constexpr double shorter = 0.6;  ///< after `patience` rounds in vain
  static constexpr int patience = 5;
  static constexpr double least_reach = 1e-4;
  static constexpr double inertia = 0.85;
};

class PricedStays {
 public:
  PricedStays(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<BoundDay>& days,
              const std::vector<bool>& hours_bind, const Fates& fates, const DaysBound& near, Budget& budget)
      : problem_(problem), fates_(fates), budget_(budget), scale_(scale_for(problem)) {
    Piece piece;
    std::vector<int> group(problem.sessions.size(), 0);
    std::map<PersonIndex, std::vector<CandidateIndex>> stays;
    for (std::size_t day = 0; day < days.size(); ++day) {
      for (const SlotIndex s : days[day].piece->sessions) {
        piece.sessions.push_back(s);
        group[s.value] = static_cast<int>(day);
      }
      for (const int index : days[day].piece->cells) {
        const Cell& cell = day_cells[static_cast<std::size_t>(index)];
        stays[cell.person].insert(stays[cell.person].end(), cell.candidates.begin(), cell.candidates.end());
      }
    }
    std::sort(piece.sessions.begin(), piece.sessions.end());
    for (auto& [person, candidates] : stays) {
      std::sort(candidates.begin(), candidates.end());
      piece.cells.push_back(static_cast<int>(cells_.size()));
      cells_.push_back({person, std::move(candidates), true, false});
      Potential potential = potential_of(problem, cells_.back(), fates);
      for (DayLink& link : potential.links) {
        const auto known = near.early.find({person, link.session});
        if (known != near.early.end()) link.early = scaled(known->second);
      }
      potential.hours = hours_bind[person.value];
      potentials_.push_back(std::move(potential));
    }
    formulation_ = formulate(problem, cells_, std::move(piece), std::move(group), false, fates);
    open_sessions(problem, formulation_, formulation_.piece.sessions);
    for (std::size_t day = 0; day < days.size(); ++day) {
      for (std::size_t level = 0; level < days[day].at_most.size(); ++level) {
        add_total(problem, formulation_, problem.levels[level], static_cast<int>(day), days[day].at_most[level]);
      }
    }
    prices_.scale = scale_;
    for (const Row& row : formulation_.rows) {
      const auto known = near.prices.find(name_of(row));
      prices_.of.push_back(known == near.prices.end() ? 0 : scaled(known->second));
    }
    for (const Variable& variable : formulation_.variables) {
      bounds_.lower.push_back(variable.lower);
      bounds_.upper.push_back(variable.upper);
    }
  }

  Cost climb(Cost value) {
    std::optional<Wide> best;
    double reach = Climb::reach;
    int in_vain = 0;
    direction_.assign(prices_.of.size(), 0.0);
    for (int round = 0; round < Climb::most_rounds && !budget_.spent(); ++round) {
      const std::optional<Wide> now = solve();
      if (!now) break;
      if (!best || *now > *best) {
        in_vain = 0;
        best = now;
        reach *= Climb::longer;
        if (round_up(*best, scale_) >= value) break;
      } else if (++in_vain >= Climb::patience) {
        in_vain = 0;
        reach *= Climb::shorter;
        if (reach < Climb::least_reach) break;
      }
      if (!step(reach * static_cast<double>(static_cast<Wide>(value) * scale_ - *now))) break;
    }
    return best ? round_up(*best, scale_) : std::numeric_limits<Cost>::min();
  }

 private:
  [[nodiscard]] std::int64_t scaled(double points) const { return std::llround(points * static_cast<double>(scale_)); }

  std::optional<Wide> solve() {
    relax(problem_, cells_, formulation_, problem_.levels.back(), prices_, bounds_, relaxed_);
    best_.resize(cells_.size());
    std::vector<std::int64_t> steps(cells_.size(), 0);
    // Each touches the gains of its own candidates alone.
    do_all(budget_.threads(), cells_.size(), [&](std::size_t i) {
      Prices& prices = relaxed_.prices;
      add_credits(problem_, cells_[i], potentials_[i], prices.continuity, prices.gain);
      if (potentials_[i].hours) charge_minutes(problem_, cells_[i], prices, fates_, potentials_[i], prices.gain);
      best_[i] = price_person(problem_, cells_[i], prices, potentials_[i], fates_, steps[i]);
    });
    Wide sum = relaxed_.constant;
    std::int64_t work = 0;
    for (std::size_t i = 0; i < best_.size(); ++i) {
      if (!best_[i].feasible) return std::nullopt;
      sum -= best_[i].bound;
      work += steps[i];
    }
    budget_.add(1 + work / 48);
    return sum;
  }

  /// By how much each row is missed by what is best at its price.
  [[nodiscard]] std::vector<double> missed() const {
    std::vector<double> result;
    for (const Row& row : formulation_.rows) result.push_back(static_cast<double>(row.right));
    const auto take = [&](const std::vector<Entry>& all, double much) {
      for (const Entry& entry : all)
        result[static_cast<std::size_t>(entry.row)] -= much * static_cast<double>(entry.value);
    };
    for (std::size_t i = 0; i < best_.size(); ++i) {
      Column column;
      column.cell = static_cast<int>(i);
      column.chosen = best_[i].chosen;
      appraise(problem_, column, true);
      take(entries(problem_, formulation_, i, column), 1.0);
    }
    for (std::size_t v = 0; v < formulation_.variables.size(); ++v) {
      const Variable& variable = formulation_.variables[v];
      Wide reduced = static_cast<Wide>(scale_) * cost(problem_, variable, problem_.levels.back());
      for (const Entry& entry : variable.entries) {
        reduced -= static_cast<Wide>(prices_.of[static_cast<std::size_t>(entry.row)]) * entry.value;
      }
      take(variable.entries, static_cast<double>(reduced < 0 ? bounds_.upper[v] : bounds_.lower[v]));
    }
    return result;
  }

  bool step(double gap) {
    const std::vector<double> misses = missed();
    double length = 0;
    for (std::size_t row = 0; row < misses.size(); ++row) {
      double& direction = direction_[row];
      direction = Climb::inertia * direction + (1 - Climb::inertia) * misses[row];
      if (!formulation_.rows[row].equal && prices_.of[row] >= 0 && direction > 0) direction = 0;
      length += direction * direction;
    }
    if (length < 1e-3) return false;  // next to nothing is missed, and what closes a gap over that is no step
    for (std::size_t row = 0; row < misses.size(); ++row) {
      prices_.of[row] += std::llround(gap / length * direction_[row]);
      if (!formulation_.rows[row].equal) prices_.of[row] = std::min<std::int64_t>(prices_.of[row], 0);
    }
    return true;
  }

  const Problem& problem_;
  const Fates& fates_;
  Budget& budget_;
  std::int64_t scale_ = 1;
  std::vector<Cell> cells_;  // one for each attendee
  std::vector<Potential> potentials_;
  Formulation formulation_;
  VariableBounds bounds_;
  RowPrices prices_;
  Relaxed relaxed_;
  std::vector<Priced> best_;       // stays at the prices
  std::vector<double> direction_;  // in which the prices climb
};

}  // namespace

Cost bound_by_stays(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<BoundDay>& days,
                    const std::vector<bool>& hours_bind, const Fates& fates, const DaysBound& near, Cost value,
                    Budget& budget) {
  return PricedStays(problem, day_cells, days, hours_bind, fates, near, budget).climb(value);
}

}  // namespace plancover
