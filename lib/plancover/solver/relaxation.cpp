#include "plancover/solver/relaxation.hpp"

#include <algorithm>
#include <cmath>

#include "plancover/base/crew.hpp"
#include "plancover/solver/credits.hpp"
#include "plancover/solver/person_search.hpp"

namespace plancover {

Relaxation::Relaxation(const Problem& problem, const std::vector<Cell>& cells, Formulation formulation,
                       const ProblemLevel& level, const Fates& fates)
    : problem_(problem), cells_(cells), formulation_(std::move(formulation)), level_(level), fates_(fates) {
  for (const Variable& variable : formulation_.variables) {
    bounds_.lower.push_back(variable.lower);
    bounds_.upper.push_back(variable.upper);
  }
  start_ = {scale_for(problem), std::vector<std::int64_t>(formulation_.rows.size(), 0)};
}

void Relaxation::credit(std::vector<Cell> attendees, std::vector<Potential> potentials) {
  attendees_ = std::move(attendees);
  potentials_ = std::move(potentials);
}

std::int64_t Relaxation::scaled(double units) const {
  return std::llround(units * static_cast<double>(start_.scale));
}

void Relaxation::start_near(const NearPrices& near) {
  start_ = prices_in(formulation_, near, start_.scale);
}

std::optional<Wide> Relaxation::solve(const RowPrices& at, Budget& budget) {
  relax(problem_, cells_, formulation_, level_, at, bounds_, relaxed_);
  Prices& prices = relaxed_.prices;
  constexpr std::size_t few = 64;  // cells: done before another thread has begun
  const int threads = formulation_.piece.cells.size() < few ? 1 : budget.threads();
  // Each touches the gains of its own candidates alone.
  do_all(threads, attendees_.size(),
         [&](std::size_t i) { add_credits(problem_, attendees_[i], potentials_[i], prices.continuity, prices.gain); });
  best_.resize(formulation_.piece.cells.size());
  std::vector<std::int64_t> steps(best_.size(), 0);
  do_all(threads, best_.size(), [&](std::size_t i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    if (!cell.whole) {
      best_[i] = price_cell(problem_, cell, prices, prices.charges[i], fates_, steps[i]);
      return;
    }
    if (potentials_[i].hours) charge_minutes(problem_, cell, prices, fates_, potentials_[i], prices.gain);
    best_[i] = price_person(problem_, cell, prices, potentials_[i], fates_, steps[i]);
  });
  Wide sum = relaxed_.constant;
  std::int64_t work = 0;
  for (std::size_t i = 0; i < best_.size(); ++i) {
    if (!best_[i].feasible) return std::nullopt;
    sum -= best_[i].bound;
    work += steps[i];
  }
  // Measured: what a cell takes beside its search.
  budget.add(1 + static_cast<std::int64_t>(best_.size()) / 8 + work / pricing_steps_a_unit);
  return sum;
}

std::vector<double> Relaxation::missed(const RowPrices& at) const {
  const Formulation& f = formulation_;
  std::vector<double> result;
  result.reserve(f.rows.size());
  for (const Row& row : f.rows) result.push_back(static_cast<double>(row.right));
  const auto take = [&](const std::vector<Entry>& all, double much) {
    for (const Entry& entry : all)
      result[static_cast<std::size_t>(entry.row)] -= much * static_cast<double>(entry.value);
  };
  for (std::size_t i = 0; i < best_.size(); ++i) {
    if (best_[i].chosen.empty()) continue;
    Column column;
    column.cell = static_cast<int>(i);
    column.chosen = best_[i].chosen;
    take(entries(problem_, f, i, column), 1.0);
  }
  for (std::size_t v = 0; v < f.variables.size(); ++v) {
    const Variable& variable = f.variables[v];
    Wide reduced = static_cast<Wide>(at.scale) * cost(problem_, variable, level_);
    for (const Entry& entry : variable.entries) {
      reduced -= static_cast<Wide>(at.of[static_cast<std::size_t>(entry.row)]) * entry.value;
    }
    take(variable.entries, static_cast<double>(reduced < 0 ? bounds_.upper[v] : bounds_.lower[v]));
  }
  return result;
}

RowPrices prices_in(const Formulation& formulation, const NearPrices& near, std::int64_t scale) {
  RowPrices prices{scale, {}};
  std::map<PersonIndex, std::size_t> nights;  // how many of them have been priced
  for (const Row& row : formulation.rows) {
    double price = 0;
    if (row.kind == Row::Kind::night) {
      const PersonIndex person(static_cast<std::size_t>(row.subject));
      const std::size_t number = nights[person]++;
      const auto known = near.nights.find(person);
      if (known != near.nights.end() && number < known->second.size()) price = -known->second[number];
    } else if (const auto known = near.rows.find(name_of(row)); known != near.rows.end()) {
      price = known->second;
    }
    prices.of.push_back(rounded_price(price * static_cast<double>(scale), row));
  }
  return prices;
}

std::vector<PriceRange> ranges_of(const Formulation& formulation) {
  std::vector<PriceRange> ranges;
  ranges.reserve(formulation.rows.size());
  for (const Row& row : formulation.rows) ranges.push_back({-dearest(row), row.equal ? dearest(row) : 0});
  return ranges;
}

void open_held(const Problem& problem, Formulation& formulation, const std::vector<SlotIndex>& sessions,
               const std::vector<HeldLevel>& held) {
  open_sessions(problem, formulation, sessions);
  for (const HeldLevel& each : held) add_total(problem, formulation, each.level, each.group, each.at_most);
}

}  // namespace plancover
