// What the prices of a bound leave no room for (reduced costs; Dantzig, Fulkerson and Johnson
// 1954): candidates, and counts of what stays empty.
#include "plancover/solver/master.hpp"

namespace plancover {

void Master::tighten(Node& node, Cost cut_off) const {
  const Wide room = static_cast<Wide>(cut_off - 1) * scale_ - lagrangean_;
  if (room < 0) return;
  tighten_variables(node.bounds, room);
  // A column that holds c costs the whole at least: bound + (best of its cell - best that holds c).
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    const auto each = potentials_.empty()
                          ? price_each(problem_, cell, best_prices_, best_prices_.charges[i], node.fates)
                          : price_each_whole(problem_, cell, best_prices_, best_potentials_[i], node.fates);
    for (std::size_t k = 0; k < each.size(); ++k) {
      Fate& fate = node.fates[cell.candidates[k].value];
      if (fate != Fate::open) continue;
      if (each[k] == impossible || static_cast<Wide>(cell_bound_[i]) - each[k] > room) fate = Fate::forbidden;
    }
  }
}

/// A variable costs the whole at least what its price makes of each step from the bound it stands at.
void Master::tighten_variables(VariableBounds& bounds, Wide room) const {
  if (center_.of.empty()) return;
  for (std::size_t v = 0; v < formulation_.variables.size(); ++v) {
    const Variable& variable = formulation_.variables[v];
    if (variable.kind == Variable::Kind::link || variable.kind == Variable::Kind::more) continue;
    Wide price = static_cast<Wide>(scale_) * cost(problem_, variable, level_);
    for (const Entry& entry : variable.entries)
      price -= static_cast<Wide>(center_.of[static_cast<std::size_t>(entry.row)]) * entry.value;
    std::int64_t& lower = bounds.lower[v];
    std::int64_t& upper = bounds.upper[v];
    if (price > 0 && room / price < upper - lower) upper = lower + static_cast<std::int64_t>(room / price);
    if (price < 0 && room / -price < upper - lower) lower = upper - static_cast<std::int64_t>(room / -price);
  }
}

}  // namespace plancover
