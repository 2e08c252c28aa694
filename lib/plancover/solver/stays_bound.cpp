#include "plancover/solver/stays_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "plancover/solver/ascent.hpp"
#include "plancover/solver/bound.hpp"
#include "plancover/solver/credits.hpp"
#include "plancover/solver/crew.hpp"
#include "plancover/solver/person_search.hpp"

namespace plancover {

namespace {

constexpr int most_climbs = 400;
constexpr double first_reach = 0.05;  // the prices start where those of days got to

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
    start_.scale = scale_;
    for (const Row& row : formulation_.rows) {
      const auto known = near.prices.find(name_of(row));
      start_.of.push_back(known == near.prices.end() ? 0 : scaled(known->second));
    }
    for (const Variable& variable : formulation_.variables) {
      bounds_.lower.push_back(variable.lower);
      bounds_.upper.push_back(variable.upper);
    }
  }

  Cost climb(Cost value) {
    Ascent ascent(start_, first_reach);
    for (int round = 0; round < most_climbs && !budget_.spent(); ++round) {
      const std::optional<Wide> now = solve(ascent.prices());
      if (!now) break;
      const std::vector<double> misses =
          missed(problem_, formulation_, problem_.levels.back(), ascent.prices(), bounds_, best_);
      // Less than a whole point short of the value is the value.
      if (!ascent.step(formulation_, *now, misses, static_cast<Wide>(value - 1) * scale_ + 1)) break;
    }
    return ascent.best() ? round_up(*ascent.best(), scale_) : std::numeric_limits<Cost>::min();
  }

 private:
  [[nodiscard]] std::int64_t scaled(double points) const { return std::llround(points * static_cast<double>(scale_)); }

  std::optional<Wide> solve(const RowPrices& at) {
    relax(problem_, cells_, formulation_, problem_.levels.back(), at, bounds_, relaxed_);
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

  const Problem& problem_;
  const Fates& fates_;
  Budget& budget_;
  std::int64_t scale_ = 1;
  std::vector<Cell> cells_;  // one for each attendee
  std::vector<Potential> potentials_;
  Formulation formulation_;
  VariableBounds bounds_;
  RowPrices start_;
  Relaxed relaxed_;
  std::vector<Priced> best_;  // stays at the prices
};

}  // namespace

Cost bound_by_stays(const Problem& problem, const std::vector<Cell>& day_cells, const std::vector<BoundDay>& days,
                    const std::vector<bool>& hours_bind, const Fates& fates, const DaysBound& near, Cost value,
                    Budget& budget) {
  return PricedStays(problem, day_cells, days, hours_bind, fates, near, budget).climb(value);
}

}  // namespace plancover
