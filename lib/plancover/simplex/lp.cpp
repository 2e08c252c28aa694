#include "plancover/simplex/lp.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plancover {

namespace {

/// Beyond it a bound is none: as a value it would drown all others.
constexpr double far = 1e11;

double bound(double value) {
  return value >= far ? lp_infinity : value <= -far ? -lp_infinity : value;
}

/// Rows whose numbers are far above 1 drown the others. A power of two rounds nothing.
double scale_of(const std::vector<LpEntry>& entries) {
  double largest = 1;
  for (const LpEntry& entry : entries) largest = std::max(largest, std::abs(entry.value));
  return std::ldexp(1.0, -std::ilogb(largest));
}

}  // namespace

int Lp::add_row(double lower, double upper, const std::vector<LpEntry>& entries) {
  const int row = rows();
  ++changed_;
  tableau_.add_row();
  duals_.push_back(0);
  scale_.push_back(scale_of(entries));
  for (const LpEntry& entry : entries) {
    tableau_.add_entry(variable_[static_cast<std::size_t>(entry.index)], static_cast<std::size_t>(row),
                       entry.value * scale_.back());
  }
  set_row_bounds(row, lower, upper);
  return row;
}

int Lp::add_columns(const std::vector<LpColumn>& columns) {
  const int first = this->columns();
  std::vector<LpEntry> entries;
  for (const LpColumn& column : columns) {
    entries = column.entries;
    for (LpEntry& entry : entries) entry.value *= scale_[static_cast<std::size_t>(entry.index)];
    variable_.push_back(tableau_.add_variable(column.cost, bound(column.lower), bound(column.upper), entries));
  }
  values_.resize(variable_.size(), 0.0);
  reduced_.resize(variable_.size(), 0.0);
  return first;
}

void Lp::remove_columns(const std::vector<int>& columns) {
  ++changed_;
  std::vector<std::size_t> removed;
  removed.reserve(columns.size());
  for (const int column : columns) removed.push_back(variable_[static_cast<std::size_t>(column)]);
  tableau_.remove(removed);
  std::size_t kept = 0;
  std::size_t next = 0;
  for (std::size_t c = 0; c < variable_.size(); ++c) {
    if (next < removed.size() && removed[next] == variable_[c]) {
      ++next;
      continue;
    }
    const auto below = std::lower_bound(removed.begin(), removed.end(), variable_[c]) - removed.begin();
    variable_[kept] = variable_[c] - static_cast<std::size_t>(below);
    values_[kept] = values_[c];
    reduced_[kept] = reduced_[c];
    ++kept;
  }
  variable_.resize(kept);
  values_.resize(kept);
  reduced_.resize(kept);
}

void Lp::set_cost(int column, double cost) {
  tableau_.set_cost(variable_[static_cast<std::size_t>(column)], cost);
}

void Lp::set_column_bounds(int column, double lower, double upper) {
  tableau_.set_bounds(variable_[static_cast<std::size_t>(column)], bound(lower), bound(upper));
}

/// The slack of a row is what its sum is below nothing.
void Lp::set_row_bounds(int row, double lower, double upper) {
  const auto scaled = [&](double value) {
    const double limit = bound(value);
    return std::abs(limit) < lp_infinity ? limit * scale_[static_cast<std::size_t>(row)] : limit;
  };
  tableau_.set_bounds(tableau_.slack(static_cast<std::size_t>(row)), scaled(-upper), scaled(-lower));
}

void Lp::drop_row(int row) {
  ++changed_;
  tableau_.clear_row(static_cast<std::size_t>(row));
  set_row_bounds(row, -lp_infinity, lp_infinity);
}

bool Lp::is_within(const Tableau& tableau) {
  const Variables& x = tableau.variables();
  for (std::size_t r = 0; r < tableau.rows(); ++r) {
    const std::size_t basic = tableau.basic_in(r);
    if (x.value[basic] < x.lower[basic] - value_tolerance) return false;
    if (x.value[basic] > x.upper[basic] + value_tolerance) return false;
  }
  return true;
}

LpEnd Lp::go(LpLimit& limit) {
  bool is_lost = false;
  // What one method leaves a little wrong the other mends; a few turns are enough, or nothing is.
  for (int turn = 0; turn < 6; ++turn) {
    tableau_.refresh();
    if (!is_within(tableau_)) {
      const LpEnd end = dual_simplex(tableau_, limit);
      if (end != LpEnd::optimal) return end;
    }
    const LpEnd end = primal_simplex(tableau_, limit, turn == 0 || is_lost ? idle_steps : any_idle_steps);
    if (end != LpEnd::optimal && end != LpEnd::lost) return end;
    is_lost = end == LpEnd::lost;
    if (!is_lost && is_within(tableau_)) return LpEnd::optimal;
  }
  return LpEnd::unsound;
}

void Lp::start_from(const Basis& basis) {
  if (basis.changed == changed_ && basis.solved != solved_) tableau_.use_basis(basis.stands, basis.edges);
}

bool Lp::solve(long most_iterations) {
  ++solved_;
  LpLimit limit{std::clamp<long>(most_iterations, 100, 200'000), stop_};
  const long given = limit.iterations;
  LpEnd end = go(limit);
  if (end == LpEnd::unsound) {  // numbers went wrong: once more from nothing
    tableau_.use_slack_basis();
    end = go(limit);
  }
  iterations_ += given - std::max(limit.iterations, 0L);
  tableau_.refresh();
  tableau_.recompute_reduced();
  for (std::size_t c = 0; c < variable_.size(); ++c) {
    values_[c] = tableau_.variables().value[variable_[c]];
    reduced_[c] = tableau_.variables().reduced[variable_[c]];
  }
  duals_ = tableau_.duals();
  duals_.resize(tableau_.rows(), 0.0);
  for (std::size_t row = 0; row < duals_.size(); ++row) duals_[row] *= scale_[row];
  objective_ = tableau_.objective();
  return end == LpEnd::optimal;
}

std::vector<std::pair<std::size_t, double>> Lp::multipliers(int column) {
  return multipliers_of(variable_[static_cast<std::size_t>(column)]);
}

std::vector<std::pair<std::size_t, double>> Lp::multipliers_of_row(int row) {
  return multipliers_of(tableau_.slack(static_cast<std::size_t>(row)));
}

std::vector<std::pair<std::size_t, double>> Lp::multipliers_of(std::size_t variable) {
  std::vector<std::pair<std::size_t, double>> result;
  if (tableau_.variables().stand[variable] != Stand::basic) return result;
  std::size_t basic = 0;
  while (tableau_.basic_in(basic) != variable) ++basic;
  std::vector<std::size_t> listed;
  tableau_.row(basic, listed);
  for (std::size_t row = 0; row < tableau_.rows(); ++row) {
    const double times = tableau_.row_of_inverse()[row] * scale_[row];
    if (std::abs(times) > lp_nothing) result.emplace_back(row, times);
  }
  return result;
}

double Lp::objective_with(const std::vector<ColumnBounds>& bounds, int most_iterations) {
  Tableau::State before = tableau_.state();
  for (const ColumnBounds& each : bounds) {
    tableau_.set_bounds(variable_[static_cast<std::size_t>(each.column)], bound(each.lower), bound(each.upper));
  }
  tableau_.refresh();
  LpLimit limit{most_iterations, {}};
  const LpEnd end = dual_simplex(tableau_, limit, false);
  const double objective = end == LpEnd::infeasible ? lp_infinity : tableau_.objective();
  tableau_.restore(std::move(before));
  iterations_ += most_iterations - std::max(limit.iterations, 0L);
  return objective;
}

}  // namespace plancover
