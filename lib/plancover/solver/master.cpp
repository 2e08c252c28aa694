#include "plancover/solver/master.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace plancover {

namespace {

constexpr double nothing = 1e-7;

/// Duals in units of 2^-20 where points are ordinary; coarser where they are huge, so
/// that sums over a day stay far inside 63 bits.
std::int64_t scale_for(const Problem& problem) {
  std::int64_t largest = problem.continuity + problem.attend + problem.load;
  for (const Candidate& candidate : problem.candidates) largest = std::max(largest, std::abs(candidate.points));
  std::int64_t scale = std::int64_t{1} << 20;
  while (scale > 64 && largest > 4096) {
    largest /= 2;
    scale /= 2;
  }
  return scale;
}

}  // namespace

Master::Master(const Problem& problem, const std::vector<Cell>& cells, Formulation formulation, Budget& budget)
    : problem_(problem),
      cells_(cells),
      formulation_(std::move(formulation)),
      budget_(budget),
      scale_(scale_for(problem)) {
  sits_.assign(problem.candidates.size(), 0.0);
  for (const Row& row : formulation_.rows) add_lp_row(row);
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    cell_row_.push_back(lp_.add_row(1, 1));
    breaker_.push_back(lp_.add_columns({{0, 0, 1, {{cell_row_.back(), 1.0}}}}));
  }
  for (const Variable& variable : formulation_.variables) {
    LpColumn column{0, 0, static_cast<double>(variable.upper), {}};
    for (const Entry& entry : variable.entries) {
      column.entries.push_back({row_[static_cast<std::size_t>(entry.row)], static_cast<double>(entry.value)});
    }
    variable_.push_back(lp_.add_columns({column}));
  }
  columns_of_.resize(formulation_.piece.cells.size());
  known_.resize(formulation_.piece.cells.size());
}

void Master::add_lp_row(const Row& row) {
  const auto right = static_cast<double>(row.right);
  row_.push_back(lp_.add_row(row.equal ? right : -lp_infinity, right));
  // What a row may have to suffer: too much in a seat, a total or a tie, and too little
  // in a seat that branching wants filled.
  if (row.equal) breaker_.push_back(lp_.add_columns({{0, 0, lp_infinity, {{row_.back(), 1.0}}}}));
  breaker_.push_back(lp_.add_columns({{0, 0, lp_infinity, {{row_.back(), -1.0}}}}));
}

void Master::set_penalty(double penalty) {
  penalty_ = penalty;
  for (const int column : breaker_) lp_.set_cost(column, penalty);
}

void Master::aim_at(const ProblemLevel& level) {
  level_ = level;
  for (std::size_t v = 0; v < variable_.size(); ++v) {
    lp_.set_cost(variable_[v], static_cast<double>(cost(problem_, formulation_.variables[v], level)));
  }
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    lp_.set_cost(column_lp_[c], static_cast<double>(cost(columns_[c], level)));
  }
  double penalty = 20;
  if (level.kind == LevelKind::quality) {
    for (const Candidate& candidate : problem_.candidates) {
      penalty = std::max(penalty, 4.0 * static_cast<double>(std::abs(candidate.points)));
    }
    penalty += 4.0 * static_cast<double>(problem_.continuity + problem_.attend + problem_.load);
  }
  set_penalty(penalty);
  change_ = Lp::Change::columns;
}

std::size_t Master::keep(const ProblemLevel& level, int group, Cost at_most) {
  add_late_row(level, add_total(problem_, formulation_, level, group, at_most).row);
  return formulation_.totals.size() - 1;
}

void Master::floor(const ProblemLevel& level, int group, Cost at_least) {
  add_late_row(level, add_floor(problem_, formulation_, level, group, at_least));
}

/// A row that was added to the formulation when columns stood already.
void Master::add_late_row(const ProblemLevel& level, int row) {
  std::vector<LpEntry> row_entries;
  for (std::size_t v = 0; v < variable_.size(); ++v) {
    for (const Entry& entry : formulation_.variables[v].entries) {
      if (entry.row == row) row_entries.push_back({variable_[v], static_cast<double>(entry.value)});
    }
  }
  for (std::size_t c = 0; c < columns_.size() && level.kind == LevelKind::changes; ++c) {
    for (const Entry& entry :
         entries(problem_, formulation_, static_cast<std::size_t>(columns_[c].cell), columns_[c])) {
      if (entry.row == row) row_entries.push_back({column_lp_[c], static_cast<double>(entry.value)});
    }
  }
  const auto right = static_cast<double>(formulation_.rows[static_cast<std::size_t>(row)].right);
  row_.push_back(lp_.add_row(-lp_infinity, right, row_entries));
  breaker_.push_back(lp_.add_columns({{penalty_, 0, lp_infinity, {{row_.back(), -1.0}}}}));
}

void Master::keep_at_most(std::size_t total, Cost at_most) {
  Total& kept = formulation_.totals[total];
  kept.at_most = at_most;
  formulation_.rows[static_cast<std::size_t>(kept.row)].right = at_most;
  lp_.set_row_bounds(row_[static_cast<std::size_t>(kept.row)], -lp_infinity, static_cast<double>(at_most));
}

Node Master::root(const Fates& fates) const {
  Node node;
  node.fates = fates;
  for (const Variable& variable : formulation_.variables) {
    node.bounds.lower.push_back(0);
    node.bounds.upper.push_back(variable.upper);
  }
  return node;
}

int Master::add_column(std::size_t position, std::vector<CandidateIndex> chosen) {
  const auto [place, fresh] = known_[position].emplace(chosen, columns_.size());
  if (!fresh) return 0;
  Column column;
  column.cell = static_cast<int>(position);
  column.chosen = std::move(chosen);
  appraise(problem_, column);
  LpColumn lp_column{static_cast<double>(cost(column, level_)), 0, lp_infinity, {}};
  for (const Entry& entry : entries(problem_, formulation_, position, column)) {
    lp_column.entries.push_back({row_[static_cast<std::size_t>(entry.row)], static_cast<double>(entry.value)});
  }
  lp_column.entries.push_back({cell_row_[position], 1.0});
  waiting_.push_back(std::move(lp_column));
  columns_of_[position].push_back(columns_.size());
  columns_.push_back(std::move(column));
  return 1;
}

void Master::flush() {
  if (waiting_.empty()) return;
  const int first = lp_.add_columns(waiting_);
  for (std::size_t i = 0; i < waiting_.size(); ++i) column_lp_.push_back(first + static_cast<int>(i));
  waiting_.clear();
  change_ = Lp::Change::columns;
}

void Master::offer(const std::vector<CandidateIndex>& chosen) {
  std::vector<CandidateIndex> ascending = chosen;
  std::sort(ascending.begin(), ascending.end());
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const auto& all = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])].candidates;
    std::vector<CandidateIndex> mine;
    std::set_intersection(all.begin(), all.end(), ascending.begin(), ascending.end(), std::back_inserter(mine));
    add_column(i, std::move(mine));
  }
  flush();
}

bool Master::allowed(const Column& column, const Fates& fates) const {
  std::size_t held = 0;
  for (const CandidateIndex c : column.chosen) {
    if (fates[c.value] == Fate::forbidden) return false;
    if (fates[c.value] == Fate::chosen) ++held;
  }
  const int cell = formulation_.piece.cells[static_cast<std::size_t>(column.cell)];
  const auto& all = cells_[static_cast<std::size_t>(cell)].candidates;
  return held == static_cast<std::size_t>(std::count_if(
                     all.begin(), all.end(), [&](CandidateIndex c) { return fates[c.value] == Fate::chosen; }));
}

void Master::apply(const Node& node) {
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    lp_.set_column_bounds(column_lp_[c], 0, allowed(columns_[c], node.fates) ? lp_infinity : 0);
  }
  for (std::size_t v = 0; v < variable_.size(); ++v) {
    lp_.set_column_bounds(variable_[v], static_cast<double>(node.bounds.lower[v]),
                          static_cast<double>(node.bounds.upper[v]));
  }
}

RowPrices Master::rounded_duals() const {
  RowPrices prices;
  prices.scale = scale_;
  const double* duals = lp_.duals();
  for (std::size_t row = 0; row < row_.size(); ++row) {
    const auto price = static_cast<std::int64_t>(std::llround(duals[row_[row]] * static_cast<double>(scale_)));
    prices.of.push_back(formulation_.rows[row].equal ? price : std::min<std::int64_t>(price, 0));
  }
  return prices;
}

std::optional<Wide> Master::price_all(const Node& node, const RowPrices& prices, std::vector<Priced>& best) {
  relax(problem_, cells_, formulation_, level_, prices, node.bounds, relaxed_);
  best.resize(formulation_.piece.cells.size());
  Wide sum = relaxed_.constant;
  for (std::size_t i = 0; i < best.size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    best[i] = price_cell(problem_, cell, relaxed_.prices, relaxed_.prices.charges[i], node.fates, steps_);
    if (!best[i].feasible) return std::nullopt;
    sum -= best[i].bound;
  }
  return sum;
}

Cost Master::plain_bound(const Node& node) {
  std::vector<Priced> best;
  const auto sum = price_all(node, {scale_, std::vector<std::int64_t>(formulation_.rows.size(), 0)}, best);
  return round_up(sum.value_or(0), scale_);
}

NodeResult Master::solve(const Node& node, Cost cut_off) {
  apply(node);
  NodeResult result;
  bool bounded = false;
  std::vector<Priced> best;
  for (int round = 0; round < 1000; ++round) {
    if (bounded && budget_.out_of_time()) break;
    const bool solved = lp_.solve(change_);
    charge();
    if (!solved) break;
    change_ = Lp::Change::bounds;
    const auto sum = price_all(node, rounded_duals(), best);
    if (!sum) return {true, cut_off, 0};
    const Wide lagrangean = *sum;
    std::vector<std::int64_t> bounds;
    bounds.reserve(best.size());
    for (const Priced& priced : best) bounds.push_back(priced.bound);
    const Cost bound = round_up(lagrangean, scale_);
    if (!bounded || lagrangean > lagrangean_) {
      lagrangean_ = lagrangean;
      cell_bound_ = std::move(bounds);
      best_prices_ = relaxed_.prices;
    }
    result.bound = bounded ? std::max(result.bound, bound) : bound;
    bounded = true;
    result.objective = lp_.objective();
    if (result.bound >= cut_off) {
      result.pruned = true;
      return result;
    }
    const double* duals = lp_.duals();
    int added = 0;
    for (std::size_t i = 0; i < best.size(); ++i) {
      const double worth = static_cast<double>(best[i].value) / static_cast<double>(scale_);
      if (worth + duals[cell_row_[i]] > 1e-6) added += add_column(i, std::move(best[i].chosen));
    }
    read_solution();
    if (added == 0) {
      if (!broken_ || penalty_ > 1e8) break;
      set_penalty(penalty_ * 10);  // too cheap a breach: the prices said less than they must
      change_ = Lp::Change::columns;
      continue;
    }
    if (!broken_ && static_cast<double>(result.bound) >= std::ceil(result.objective - 1e-6)) {
      flush();
      break;
    }
    flush();
  }
  if (!bounded) result.bound = plain_bound(node);  // the LP gave nothing to go by
  return result;
}

/// An iteration of the simplex method costs about as many steps as the LP has rows.
void Master::charge() {
  budget_.add((lp_.iterations() - iterations_) * (lp_.rows() + 100) / 256 + steps_ / 64);
  iterations_ = lp_.iterations();
  steps_ = 0;
}

void Master::read_solution() {
  const double* values = lp_.values();
  for (const int cell : formulation_.piece.cells) {
    for (const CandidateIndex c : cells_[static_cast<std::size_t>(cell)].candidates) sits_[c.value] = 0;
  }
  for (std::size_t c = 0; c < column_lp_.size(); ++c) {
    const double value = values[column_lp_[c]];
    if (value < nothing) continue;
    for (const CandidateIndex candidate : columns_[c].chosen) sits_[candidate.value] += value;
  }
  broken_ = std::any_of(breaker_.begin(), breaker_.end(), [&](int column) { return values[column] > 1e-6; });
}

double Master::value_of(std::size_t variable) const {
  return lp_.values()[variable_[variable]];
}

std::vector<std::pair<double, const Column*>> Master::leading() const {
  std::vector<std::pair<double, const Column*>> result(columns_of_.size(), {0.0, nullptr});
  const double* values = lp_.values();
  const auto known = static_cast<int>(column_lp_.size());
  for (int c = 0; c < known; ++c) {
    const auto index = static_cast<std::size_t>(c);
    auto& [most, column] = result[static_cast<std::size_t>(columns_[index].cell)];
    if (column_lp_[index] < lp_.columns() && values[column_lp_[index]] > most + nothing) {
      most = values[column_lp_[index]];
      column = &columns_[index];
    }
  }
  return result;
}

int Master::tighten(Node& node, Cost cut_off) const {
  // A column that holds c costs the whole at least: bound + (best of its cell - best that holds c).
  const Wide room = static_cast<Wide>(cut_off - 1) * scale_ - lagrangean_;
  int forbidden = 0;
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    const auto each = price_each(problem_, cell, best_prices_, node.fates);
    for (std::size_t k = 0; k < each.size(); ++k) {
      Fate& fate = node.fates[cell.candidates[k].value];
      if (fate != Fate::open) continue;
      if (each[k] == impossible || static_cast<Wide>(cell_bound_[i]) - each[k] > room) {
        fate = Fate::forbidden;
        ++forbidden;
      }
    }
  }
  return forbidden;
}

}  // namespace plancover
