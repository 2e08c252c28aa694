#include "plancover/solver/node_bound.hpp"

#include <algorithm>
#include <utility>

#include "plancover/solver/credits.hpp"
#include "plancover/solver/person_search.hpp"

namespace plancover {

void NodeBound::extend_to(std::size_t rows) {
  if (has_prices()) center_.of.resize(rows, 0);
}

/// Sets relaxed_ and prices every cell; the scaled bound, or nothing if the node is impossible.
std::optional<Wide> NodeBound::price_all(const Program& program, const Node& node, const RowPrices& prices,
                                         std::vector<Priced>& best) {
  const Problem& problem = program.problem;
  relax(problem, program.cells, program.formulation, program.level, prices, node.bounds, relaxed_);
  Prices& of_candidates = relaxed_.prices;
  for (std::size_t i = 0; i < potentials_.size(); ++i) {
    add_credits(problem, program.cell(i), potentials_[i], of_candidates.continuity, of_candidates.gain);
    if (potentials_[i].hours)
      charge_minutes(problem, program.cell(i), of_candidates, node.fates, potentials_[i], of_candidates.gain);
  }
  best.resize(program.formulation.piece.cells.size());
  Wide sum = relaxed_.constant;
  for (std::size_t i = 0; i < best.size(); ++i) {
    best[i] = of_stays()
                  ? price_person(problem, program.cell(i), of_candidates, potentials_[i], node.fates, steps_)
                  : price_cell(problem, program.cell(i), of_candidates, of_candidates.charges[i], node.fates, steps_);
    if (!best[i].feasible) return std::nullopt;
    sum -= best[i].bound;
  }
  return sum;
}

std::optional<Cost> NodeBound::learn(const Program& program, const Node& node, RowPrices prices, bool first,
                                     std::vector<Priced>& best) {
  const auto sum = price_all(program, node, prices, best);
  if (!sum) return std::nullopt;
  if (first || *sum > lagrangean_) {
    lagrangean_ = *sum;
    cell_bound_.clear();
    for (const Priced& priced : best) cell_bound_.push_back(priced.bound);
    std::swap(best_prices_, relaxed_.prices);
    best_potentials_ = potentials_;
    center_ = std::move(prices);
  }
  return round_up(*sum, scale_);
}

Cost NodeBound::plain(const Program& program, const Node& node) {
  std::vector<Priced> best;
  const RowPrices none{scale_, std::vector<std::int64_t>(program.formulation.rows.size(), 0)};
  return round_up(price_all(program, node, none, best).value_or(0), scale_);
}

void NodeBound::tighten(const Program& program, Node& node, Cost cut_off) const {
  const Wide room = static_cast<Wide>(cut_off - 1) * scale_ - lagrangean_;
  if (room < 0) return;
  tighten_variables(program, node.bounds, room);
  // A column that holds c costs the whole at least: bound + (best of its cell - best that holds c).
  for (std::size_t i = 0; i < program.formulation.piece.cells.size(); ++i) {
    const Cell& cell = program.cell(i);
    const auto each = of_stays()
                          ? price_each_whole(program.problem, cell, best_prices_, best_potentials_[i], node.fates)
                          : price_each(program.problem, cell, best_prices_, best_prices_.charges[i], node.fates);
    for (std::size_t k = 0; k < each.size(); ++k) {
      Fate& fate = node.fates[cell.candidates[k].value];
      if (fate != Fate::open) continue;
      if (each[k] == impossible || static_cast<Wide>(cell_bound_[i]) - each[k] > room) fate = Fate::forbidden;
    }
  }
}

/// A variable costs the whole at least what its price makes of each step from the bound it stands at.
void NodeBound::tighten_variables(const Program& program, VariableBounds& bounds, Wide room) const {
  if (!has_prices()) return;
  const std::vector<Variable>& variables = program.formulation.variables;
  for (std::size_t v = 0; v < variables.size(); ++v) {
    const Variable& variable = variables[v];
    if (variable.kind == Variable::Kind::link || variable.kind == Variable::Kind::more) continue;
    Wide price = static_cast<Wide>(scale_) * cost(program.problem, variable, program.level);
    for (const Entry& entry : variable.entries)
      price -= static_cast<Wide>(center_.of[static_cast<std::size_t>(entry.row)]) * entry.value;
    std::int64_t& lower = bounds.lower[v];
    std::int64_t& upper = bounds.upper[v];
    if (price > 0 && room / price < upper - lower) upper = lower + static_cast<std::int64_t>(room / price);
    if (price < 0 && room / -price < upper - lower) lower = upper - static_cast<std::int64_t>(room / -price);
  }
}

std::int64_t NodeBound::take_steps() {
  return std::exchange(steps_, 0);
}

}  // namespace plancover
