#include "plancover/simplex/tableau.hpp"

#include <cmath>
#include <span>
#include <utility>

namespace plancover {

namespace {

constexpr std::size_t none = Matrix::gone;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

}  // namespace

std::size_t Tableau::add_row() {
  const std::size_t row = rows();
  matrix_.add_row();
  slack_.push_back(add_variable(0, 0, 0, {{static_cast<int>(row), 1.0}}));
  head_.push_back(slack_.back());
  x_.stand.back() = Stand::basic;
  matrix_.let_enter(slack_.back(), false);
  has_factor_ = has_values_ = false;
  return slack_.back();
}

std::size_t Tableau::add_variable(double cost, double lower, double upper, const std::vector<LpEntry>& entries) {
  const std::size_t variable = x_.size();
  x_.stand.push_back(Stand::lower);
  x_.cost.push_back(cost);
  x_.shifted.push_back(cost);
  x_.lower.push_back(lower);
  x_.upper.push_back(upper);
  x_.value.push_back(0);
  x_.weight.push_back(1);
  x_.edge.push_back(1);
  matrix_.add_variable();
  double reduced = cost;
  for (const LpEntry& entry : entries) {
    matrix_.add(variable, entry);
    if (at(entry.index) < duals_.size()) reduced -= duals_[at(entry.index)] * entry.value;
  }
  x_.reduced.push_back(reduced);
  place(variable);
  if (x_.value.back() != 0) has_values_ = false;
  return variable;
}

void Tableau::add_entry(std::size_t variable, std::size_t row, double value) {
  matrix_.add(variable, {static_cast<int>(row), value});
  has_factor_ = has_values_ = has_reduced_ = false;
}

void Tableau::clear_row(std::size_t row) {
  matrix_.clear_row(row);
  matrix_.add(slack_[row], {static_cast<int>(row), 1.0});
  has_factor_ = has_values_ = has_reduced_ = false;
}

void Tableau::remove(const std::vector<std::size_t>& ascending) {
  std::vector<std::size_t> moved(x_.size(), none);
  std::size_t kept = 0;
  std::size_t next = 0;
  for (std::size_t v = 0; v < moved.size(); ++v) {
    if (next < ascending.size() && ascending[next] == v) {
      if (x_.value[v] != 0) has_values_ = false;
      ++next;
    } else {
      moved[v] = kept++;
    }
  }
  keep_moved(x_.stand, moved);
  for (auto* each : {&x_.reduced, &x_.weight, &x_.edge, &x_.cost, &x_.shifted, &x_.lower, &x_.upper, &x_.value})
    keep_moved(*each, moved);
  matrix_.remove(moved);
  for (std::size_t& slack : slack_) slack = moved[slack];
  for (std::size_t& basic : head_) {
    basic = basic == none ? none : moved[basic];
    if (basic == none) has_factor_ = has_values_ = has_reduced_ = false;
  }
  row_.assign(x_.size(), 0.0);
  touched_count_ = 0;
}

/// A nonbasic variable at a bound that it has, the one it stands at if it may.
void Tableau::place(std::size_t v) {
  if (x_.stand[v] == Stand::basic) return;
  const bool has_lower = x_.lower[v] > -lp_infinity;
  const bool has_upper = x_.upper[v] < lp_infinity;
  if (x_.lower[v] == x_.upper[v]) {
    x_.stand[v] = Stand::fixed;
  } else if (has_upper && (x_.stand[v] == Stand::upper || !has_lower)) {
    x_.stand[v] = Stand::upper;
  } else {
    x_.stand[v] = has_lower ? Stand::lower : Stand::free;
  }
  matrix_.let_enter(v, x_.stand[v] != Stand::fixed);
  x_.value[v] = x_.stand[v] == Stand::upper ? x_.upper[v] : x_.stand[v] == Stand::free ? 0.0 : x_.lower[v];
}

void Tableau::set_bounds(std::size_t v, double lower, double upper) {
  if (x_.lower[v] == lower && x_.upper[v] == upper) return;
  if (x_.stand[v] == Stand::fixed) has_reduced_ = false;  // nobody kept it
  const double before = x_.value[v];
  x_.lower[v] = lower;
  x_.upper[v] = upper;
  place(v);
  if (x_.value[v] != before) has_values_ = false;
}

void Tableau::set_cost(std::size_t v, double cost) {
  if (x_.cost[v] == cost) return;
  if (x_.stand[v] == Stand::basic) has_reduced_ = false;
  x_.reduced[v] += cost - x_.cost[v];
  x_.cost[v] = cost;
}

void Tableau::use_slack_basis() {
  for (std::size_t v = 0; v < x_.size(); ++v) {
    x_.stand[v] = Stand::lower;
    x_.weight[v] = 1;
    x_.edge[v] = 1;
    place(v);
  }
  head_ = slack_;
  for (const std::size_t slack : slack_) {
    x_.stand[slack] = Stand::basic;
    matrix_.let_enter(slack, false);
  }
  refresh_all();
}

std::vector<double> Tableau::edges() const {
  std::vector<double> all;
  for (std::size_t v = 0; keeps_edges_ && v < x_.size(); ++v) {
    if (x_.stand[v] == Stand::basic) all.push_back(x_.edge[v]);
  }
  return all;
}

void Tableau::forget_edges() {
  for (const std::size_t basic : head_) x_.edge[basic] = 1;
}

void Tableau::use_basis(const std::vector<Stand>& stands, const std::vector<double>& edges) {
  head_.clear();
  for (std::size_t v = 0; v < x_.size(); ++v) {
    x_.stand[v] = v < stands.size() ? stands[v] : Stand::lower;
    place(v);
    if (x_.stand[v] != Stand::basic) continue;
    matrix_.let_enter(v, false);
    if (!edges.empty()) x_.edge[v] = edges[head_.size()];
    head_.push_back(v);
  }
  head_.resize(rows(), none);  // slacks take the place of what was basic and is gone
  has_factor_ = has_values_ = has_reduced_ = false;
}

Tableau::State Tableau::state() const {
  return {x_, head_, factor_, has_factor_, has_values_, has_reduced_, duals_};
}

void Tableau::restore(State state) {
  x_ = std::move(state.x);
  head_ = std::move(state.head);
  factor_ = std::move(state.factor);
  has_factor_ = state.has_factor;
  has_values_ = state.has_values;
  has_reduced_ = state.has_reduced;
  duals_ = std::move(state.duals);
  ++recomputed_;
  for (std::size_t v = 0; v < x_.size(); ++v) matrix_.let_enter(v, x_.stand[v] > Stand::fixed);
}

void Tableau::refresh() {
  if (!has_factor_) refactor();
  if (!has_values_) recompute_values();
  if (!has_reduced_) recompute_reduced();
}

void Tableau::refresh_all() {
  has_factor_ = has_values_ = has_reduced_ = false;
  refresh();
}

void Tableau::refactor() {
  std::vector<std::size_t> basic;
  std::vector<std::span<const LpEntry>> columns;
  for (const std::size_t variable : head_) {
    if (variable == none) continue;
    basic.push_back(variable);
    columns.emplace_back(matrix_.of(variable));
  }
  const std::vector<int> pivoted = factor_.make(rows(), columns);
  std::vector<bool> stays(basic.size(), false);
  for (std::size_t r = 0; r < rows(); ++r) {
    if (pivoted[r] >= 0) {
      stays[at(pivoted[r])] = true;
      head_[r] = basic[at(pivoted[r])];
    } else {
      head_[r] = slack_[r];
      x_.stand[slack_[r]] = Stand::basic;
      x_.edge[slack_[r]] = 1;
      matrix_.let_enter(slack_[r], false);
      has_values_ = has_reduced_ = false;
    }
  }
  for (std::size_t i = 0; i < basic.size(); ++i) {
    if (stays[i]) continue;
    const std::size_t out = basic[i];
    x_.stand[out] =
        std::abs(x_.value[out] - x_.upper[out]) < std::abs(x_.value[out] - x_.lower[out]) ? Stand::upper : Stand::lower;
    place(out);
    has_values_ = has_reduced_ = false;
  }
  has_factor_ = true;
}

void Tableau::recompute_values() {
  work_.assign(rows(), 0.0);
  for (std::size_t v = 0; v < x_.size(); ++v) {
    if (x_.stand[v] == Stand::basic || x_.value[v] == 0) continue;
    for (const LpEntry& entry : matrix_.of(v)) work_[at(entry.index)] -= entry.value * x_.value[v];
  }
  factor_.solve(work_);
  for (std::size_t r = 0; r < rows(); ++r) x_.value[head_[r]] = work_[r];
  has_values_ = true;
}

void Tableau::recompute_reduced() {
  duals_.assign(rows(), 0.0);
  for (std::size_t r = 0; r < rows(); ++r) duals_[r] = working_cost(head_[r]);
  factor_.solve_transposed(duals_);
  for (std::size_t v = 0; v < x_.size(); ++v) {
    double sum = 0;
    if (x_.stand[v] != Stand::basic) {
      sum = working_cost(v);
      for (const LpEntry& entry : matrix_.of(v)) sum -= duals_[at(entry.index)] * entry.value;
    }
    x_.reduced[v] = sum;
  }
  has_reduced_ = true;
  ++recomputed_;
}

void Tableau::use_shifted(bool shifted) {
  if (shifted) {
    x_.shifted = x_.cost;
  } else {
    has_reduced_ = false;
  }
  is_shifted_ = shifted;
}

const SparseVector& Tableau::column(std::size_t variable) {
  column_.value.assign(rows(), 0.0);
  for (const LpEntry& entry : matrix_.of(variable)) column_.value[at(entry.index)] = entry.value;
  factor_.solve(column_.value);
  column_.places.clear();
  for (std::size_t r = 0; r < rows(); ++r) {
    if (std::abs(column_.value[r]) < cancelled) column_.value[r] = 0;
    if (column_.value[r] != 0) column_.places.push_back(static_cast<int>(r));
  }
  return column_;
}

/// Nothing here depends on what is likely: a wrong guess of the processor's costs as much as three entries.
const std::vector<double>& Tableau::row(std::size_t row, std::vector<std::size_t>& listed) {
  for (std::size_t i = 0; i < touched_count_; ++i) row_[touched_[i]] = 0;
  row_.resize(x_.size(), 0.0);
  touched_.resize(x_.size() + 1);
  is_touched_.assign(x_.size(), 0);
  row_of_inverse_.assign(rows(), 0.0);
  row_of_inverse_[row] = 1;
  factor_.solve_transposed(row_of_inverse_);
  double* sum = row_.data();
  unsigned char* is_touched = is_touched_.data();
  std::size_t* touched = touched_.data();
  std::size_t count = 0;
  for (std::size_t r = 0; r < rows(); ++r) {
    const double by = row_of_inverse_[r];
    if (std::abs(by) < cancelled) continue;
    for (const Matrix::RowEntry& entry : matrix_.enterable(r)) {
      const std::size_t v = at(entry.variable);
      sum[v] += by * entry.value;
      touched[count] = v;
      count += is_touched[v] ^ 1U;
      is_touched[v] = 1;
    }
  }
  touched_count_ = count;
  listed.resize(count);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t v = touched[i];
    const bool is_something = std::abs(sum[v]) >= 1e-11;
    sum[v] = is_something ? sum[v] : 0.0;
    listed[kept] = v;
    kept += is_something ? 1 : 0;
  }
  listed.resize(kept);
  return row_;
}

double Tableau::edge_of_row() const {
  double sum = 0;
  for (const double each : row_of_inverse_) sum += each * each;
  return sum;
}

/// Forrest and Goldfarb 1992, their first algorithm of the dual method.
void Tableau::update_edges(std::size_t row, std::size_t entering, const SparseVector& column) {
  inverse_of_row_ = row_of_inverse_;
  factor_.solve(inverse_of_row_);
  const double exact = edge_of_row();
  const double pivot = column.value[row];
  for (const int place : column.places) {
    const std::size_t r = at(place);
    const double ratio = column.value[r] / pivot;
    double& edge = x_.edge[head_[r]];
    edge = std::max(edge + ratio * (ratio * exact - 2 * inverse_of_row_[r]), least_edge);
  }
  x_.edge[entering] = std::max(exact / (pivot * pivot), least_edge);
}

void Tableau::move(std::size_t variable, double by, const SparseVector& column) {
  if (by == 0) return;
  x_.value[variable] += by;
  for (const int r : column.places) x_.value[head_[at(r)]] -= by * column.value[at(r)];
}

void Tableau::exchange(std::size_t row, std::size_t entering, const SparseVector& column, Stand leaving_to) {
  const std::size_t leaving = head_[row];
  x_.stand[leaving] = leaving_to;
  place(leaving);
  x_.stand[entering] = Stand::basic;
  matrix_.let_enter(entering, false);
  x_.reduced[entering] = 0;
  head_[row] = entering;
  factor_.replace(static_cast<int>(row), column);
}

double Tableau::objective() const {
  double sum = 0;
  for (std::size_t v = 0; v < x_.size(); ++v) sum += x_.cost[v] * x_.value[v];
  return sum;
}

}  // namespace plancover
