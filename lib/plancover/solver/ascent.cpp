#include "plancover/solver/ascent.hpp"

#include <algorithm>
#include <cmath>

namespace plancover {

namespace {

// Measured on conferences of 600 sessions by 160 people.
constexpr double longer = 1.05;  // after a better bound
constexpr double shorter = 0.6;  // after so many rounds in vain:
constexpr int rounds_in_vain = 5;
constexpr double least_reach = 1e-4;
constexpr double inertia = 0.85;

}  // namespace

std::vector<double> missed(const Problem& problem, const Formulation& f, const ProblemLevel& level,
                           const RowPrices& prices, const VariableBounds& bounds, const std::vector<Priced>& best) {
  std::vector<double> result;
  result.reserve(f.rows.size());
  for (const Row& row : f.rows) result.push_back(static_cast<double>(row.right));
  const auto take = [&](const std::vector<Entry>& all, double much) {
    for (const Entry& entry : all)
      result[static_cast<std::size_t>(entry.row)] -= much * static_cast<double>(entry.value);
  };
  for (std::size_t i = 0; i < best.size(); ++i) {
    Column column;
    column.cell = static_cast<int>(i);
    column.chosen = best[i].chosen;
    appraise(problem, column, true);
    take(entries(problem, f, i, column), 1.0);
  }
  for (std::size_t v = 0; v < f.variables.size(); ++v) {
    const Variable& variable = f.variables[v];
    Wide reduced = static_cast<Wide>(prices.scale) * cost(problem, variable, level);
    for (const Entry& entry : variable.entries) {
      reduced -= static_cast<Wide>(prices.of[static_cast<std::size_t>(entry.row)]) * entry.value;
    }
    take(variable.entries, static_cast<double>(reduced < 0 ? bounds.upper[v] : bounds.lower[v]));
  }
  return result;
}

bool Ascent::step(const Formulation& f, Wide bound, const std::vector<double>& misses, Wide value) {
  if (!best_ || bound > *best_) {
    best_ = bound;
    in_vain_ = 0;
    reach_ *= longer;
  } else if (++in_vain_ >= rounds_in_vain) {
    in_vain_ = 0;
    reach_ *= shorter;
  }
  if (*best_ >= value || reach_ < least_reach) return false;
  double length = 0;
  for (std::size_t row = 0; row < misses.size(); ++row) {
    double& direction = direction_[row];
    direction = inertia * direction + (1 - inertia) * misses[row];
    if (!f.rows[row].equal && prices_.of[row] >= 0 && direction > 0) direction = 0;
    length += direction * direction;
  }
  if (length < 1e-3) return false;  // next to nothing is missed, and what closes a gap over that is no step
  const double far = reach_ * static_cast<double>(value - bound) / length;
  for (std::size_t row = 0; row < misses.size(); ++row) {
    prices_.of[row] += std::llround(far * direction_[row]);
    if (!f.rows[row].equal) prices_.of[row] = std::min<std::int64_t>(prices_.of[row], 0);
  }
  return true;
}

}  // namespace plancover
