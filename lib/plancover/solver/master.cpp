#include "plancover/solver/master.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "plancover/solver/compact_lp.hpp"
#include "plancover/solver/credits.hpp"
#include "plancover/solver/person_search.hpp"

namespace plancover {

namespace {

/// How far prices are taken back towards the best ones so far before columns are made
/// with them (Wentges 1997): fewer rounds, since duals jump less.
constexpr double smoothing = 0.6;

/// Measured on conferences of 600 sessions by 40 people: after so many rounds in a row that say hardly more, branching
/// says more. Where the linear program breaks a row, there were hundreds of them.
constexpr int long_tail = 30;
constexpr double hardly = 50;  // a part of what is left to the cut-off

constexpr double whole_enough = 2e-5;  // not to be branched on

}  // namespace

Master::Master(const Problem& problem, const std::vector<Cell>& cells, Formulation formulation, Budget& budget)
    : problem_(problem), cells_(cells), formulation_(std::move(formulation)), scale_(scale_for(problem)) {
  spend_from(budget);
  sits_.assign(problem.candidates.size(), 0.0);
  for (const Row& row : formulation_.rows) add_lp_row(row, {});
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    cell_row_.push_back(lp_.add_row(1, 1));
    breaker_.push_back({lp_.add_columns({{0, 0, 1, {{cell_row_.back(), 1.0}}}})});
  }
  for (const Variable& variable : formulation_.variables) add_lp_variable(variable);
  known_.resize(formulation_.piece.cells.size());
}

void Master::spend_from(Budget& budget) {
  budget_ = &budget;
  lp_.stop_when([&budget] { return budget.out_of_time(); });
}

std::unique_ptr<Master> Master::twin(Budget& budget) const {
  std::unique_ptr<Master> twin(new Master(*this));
  if (compact_) twin->compact_ = std::make_shared<CompactLp>(*compact_);
  twin->spend_from(budget);
  return twin;
}

void Master::set_penalty(double penalty) {
  penalty_ = penalty;
  fence_ = 0;
  for (const Breaker& breaker : breaker_) lp_.set_cost(breaker.column, penalty);
}

/// Prices of the LP may be no farther from those of the center than `width` (Marsten, Hogan and
/// Blankenship 1975): with few columns it would ask for the moon.
void Master::fence(double width) {
  fence_ = width;
  for (const Breaker& breaker : breaker_) {
    if (breaker.row < 0) continue;
    const double center =
        static_cast<double>(center_.of[static_cast<std::size_t>(breaker.row)]) / static_cast<double>(scale_);
    const bool is_inside = std::abs(center) + width < penalty_;
    lp_.set_cost(breaker.column, is_inside ? width + breaker.sign * center : penalty_);
  }
}

void Master::aim_at(const ProblemLevel& level) {
  level_ = level;
  for (std::size_t v = 0; v < variable_.size(); ++v) {
    lp_.set_cost(variable_[v], static_cast<double>(cost(problem_, formulation_.variables[v], level)));
  }
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    lp_.set_cost(column_lp_[c], static_cast<double>(cost(formulation_, columns_[c], level)));
  }
  // Dear: where seats and hours are tight, much quality hangs on each of them, and a penalty
  // that the LP would rather pay makes it solve the wrong program first.
  constexpr double many = 400.0;
  double penalty = 20;
  if (level.kind == LevelKind::quality) {
    for (const Candidate& candidate : problem_.candidates) {
      penalty = std::max(penalty, many * static_cast<double>(std::abs(candidate.points)));
    }
    penalty += many * static_cast<double>(problem_.continuity + problem_.attend + problem_.load);
  }
  set_penalty(penalty);
  center_ = {scale_, {}};
}

Node Master::root(const Fates& fates) const {
  Node node;
  node.fates = fates;
  for (const Variable& variable : formulation_.variables) {
    node.bounds.lower.push_back(variable.lower);
    node.bounds.upper.push_back(variable.upper);
  }
  return node;
}

/// 1 if the column is new and, where `improving` is asked for, the last LP would take it.
int Master::add_column(std::size_t position, std::vector<CandidateIndex> chosen, bool improving) {
  if (known_[position].contains(chosen)) return 0;
  Column column;
  column.cell = static_cast<int>(position);
  column.chosen = std::move(chosen);
  appraise(problem_, column, !potentials_.empty());
  LpColumn lp_column{static_cast<double>(cost(formulation_, column, level_)), 0, lp_infinity, {}};
  for (const Entry& entry : entries(problem_, formulation_, position, column)) {
    lp_column.entries.push_back({row_[static_cast<std::size_t>(entry.row)], static_cast<double>(entry.value)});
  }
  lp_column.entries.push_back({cell_row_[position], 1.0});
  if (improving) {
    double reduced = lp_column.cost;
    const double* duals = lp_.duals();
    for (const LpEntry& entry : lp_column.entries) reduced -= duals[entry.index] * entry.value;
    if (reduced > -1e-6) return 0;
  }
  known_[position].insert(column.chosen);
  waiting_.push_back(std::move(lp_column));
  columns_.push_back(std::move(column));
  return 1;
}

void Master::flush() {
  if (waiting_.empty()) return;
  int next = lp_.add_columns(std::exchange(waiting_, {}));
  while (column_lp_.size() < columns_.size()) column_lp_.push_back(next++);
}

void Master::offer(const std::vector<CandidateIndex>& chosen) {
  std::vector<CandidateIndex> ascending = chosen;
  std::sort(ascending.begin(), ascending.end());
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const auto& all = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])].candidates;
    std::vector<CandidateIndex> mine;
    std::set_intersection(all.begin(), all.end(), ascending.begin(), ascending.end(), std::back_inserter(mine));
    add_column(i, std::move(mine), false);
  }
  flush();
}

std::vector<Lp::ColumnBounds> Master::bounds_in(const Node& node) const {
  std::vector<Lp::ColumnBounds> bounds;
  std::vector<std::size_t> decided;  // by position: how many candidates every column of the node holds
  for (const int cell : formulation_.piece.cells) {
    const auto& all = cells_[static_cast<std::size_t>(cell)].candidates;
    decided.push_back(static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](CandidateIndex c) { return node.fates[c.value] == Fate::chosen; })));
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t held = 0;
    bool allowed = true;
    for (const CandidateIndex c : columns_[i].chosen) {
      allowed = allowed && node.fates[c.value] != Fate::forbidden;
      if (node.fates[c.value] == Fate::chosen) ++held;
    }
    allowed = allowed && held == decided[static_cast<std::size_t>(columns_[i].cell)];
    bounds.push_back({column_lp_[i], 0, allowed ? lp_infinity : 0});
  }
  for (std::size_t v = 0; v < variable_.size(); ++v) {
    bounds.push_back(
        {variable_[v], static_cast<double>(node.bounds.lower[v]), static_cast<double>(node.bounds.upper[v])});
  }
  return bounds;
}

void Master::apply(const Node& node) {
  for (const Lp::ColumnBounds& each : bounds_in(node)) lp_.set_column_bounds(each.column, each.lower, each.upper);
}

double Master::estimate(const Node& node, int most_iterations) {
  if (by_compact_) return compact_->estimate(node, most_iterations, *budget_);
  const double objective = lp_.objective_with(bounds_in(node), most_iterations);
  charge();
  return objective;
}

RowPrices Master::rounded_duals(double towards_center) const {
  RowPrices prices;
  prices.scale = scale_;
  const double* duals = lp_.duals();
  for (std::size_t row = 0; row < row_.size(); ++row) {
    double dual = duals[row_[row]] * static_cast<double>(scale_);
    if (towards_center > 0) dual += (static_cast<double>(center_.of[row]) - dual) * towards_center;
    prices.of.push_back(rounded_price(dual, formulation_.rows[row]));
  }
  return prices;
}

std::optional<Wide> Master::price_all(const Node& node, const RowPrices& prices, std::vector<Priced>& best) {
  relax(problem_, cells_, formulation_, level_, prices, node.bounds, relaxed_);
  best.resize(formulation_.piece.cells.size());
  for (std::size_t i = 0; i < potentials_.size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    add_credits(problem_, cell, potentials_[i], relaxed_.prices.continuity, relaxed_.prices.gain);
    if (potentials_[i].hours)
      charge_minutes(problem_, cell, relaxed_.prices, node.fates, potentials_[i], relaxed_.prices.gain);
  }
  Wide sum = relaxed_.constant;
  for (std::size_t i = 0; i < best.size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    best[i] = potentials_.empty()
                  ? price_cell(problem_, cell, relaxed_.prices, relaxed_.prices.charges[i], node.fates, steps_)
                  : price_person(problem_, cell, relaxed_.prices, potentials_[i], node.fates, steps_);
    if (!best[i].feasible) return std::nullopt;
    sum -= best[i].bound;
  }
  return sum;
}

std::shared_ptr<const Master::Start> Master::here() const {
  auto start = std::make_shared<Start>(Start{center_, lp_.basis(), this});
  if (compact_) {
    start->compact = compact_->basis();
    start->of_compact = compact_;
  }
  return start;
}

void Master::start_from(const Start& start) {
  center_ = start.prices;
  if (!center_.of.empty()) center_.of.resize(formulation_.rows.size(), 0);  // cuts may have come since
  if (start.of == this) lp_.start_from(start.basis);
  if (compact_ && start.of_compact == compact_) compact_->start_from(start.compact);
}

Cost Master::plain_bound(const Node& node) {
  std::vector<Priced> best;
  const auto sum = price_all(node, {scale_, std::vector<std::int64_t>(formulation_.rows.size(), 0)}, best);
  return round_up(sum.value_or(0), scale_);
}

/// Prices the node and remembers the prices if no others said more; false: the node is impossible.
bool Master::learn(const Node& node, RowPrices prices, std::vector<Priced>& best, NodeResult& result, bool first) {
  const auto sum = price_all(node, prices, best);
  if (!sum) return false;
  const Cost bound = round_up(*sum, scale_);
  result.bound = first ? bound : std::max(result.bound, bound);
  if (!first && *sum <= lagrangean_) return true;
  lagrangean_ = *sum;
  cell_bound_.clear();
  for (const Priced& priced : best) cell_bound_.push_back(priced.bound);
  std::swap(best_prices_, relaxed_.prices);
  best_potentials_ = potentials_;
  center_ = std::move(prices);
  return true;
}

NodeResult Master::solve(const Node& node, Cost cut_off, int most_rounds) {
  return compact_ ? solve_compact(node, cut_off) : solve_by_columns(node, cut_off, most_rounds);
}

NodeResult Master::solve_by_columns(const Node& node, Cost cut_off, int most_rounds) {
  by_compact_ = false;
  NodeResult result;
  bool bounded = false;
  bool by_lp = false;
  std::vector<Priced> best;
  double told = lp_infinity;  // how far program and bound are apart
  int in_vain = 0;
  if (!center_.of.empty()) {
    // The best prices so far often end a node at once, and are a place to search near.
    if (!learn(node, RowPrices(center_), best, result, true)) return {true, cut_off, 0, true};
    bounded = true;
    result.pruned = result.bound >= cut_off;
    charge();
    if (result.pruned) return result;
  }
  apply(node);
  for (int round = 0; round < most_rounds; ++round) {
    if (bounded && budget_->spent()) break;
    const bool solved = lp_.solve(budget_->left() / work_of_iteration());
    charge();
    if (!solved) {
      broken_ = true;  // its values are no plan
      break;
    }
    result.objective = lp_.objective();
    read_solution();
    int added = 0;
    for (const double towards : {smoothing, 0.0, 0.3, 0.85}) {
      if (towards > 0 && center_.of.empty()) continue;
      // Whole stays cannot always be searched to the end at the prices of the LP; at others nearby they can.
      const bool is_exact = static_cast<double>(result.bound) >= std::floor(result.objective - 1e-6);
      if (towards != smoothing && towards > 0 && (!of_stays() || broken_ || is_exact)) break;
      if (!learn(node, rounded_duals(towards), best, result, !bounded)) return {true, cut_off, 0, true};
      bounded = by_lp = true;
      if (result.bound >= cut_off) {
        result.pruned = true;
        return result;
      }
      for (std::size_t i = 0; i < best.size(); ++i) added += add_column(i, std::move(best[i].chosen), true);
      if (added > 0) break;
    }
    if (added == 0) {
      if (broken_ && fence_ > 0) {
        if (fence_ < penalty_) {
          fence(fence_ * 4);
        } else {
          set_penalty(penalty_);
        }
        continue;
      }
      if (!broken_ || penalty_ > 1e8) break;
      set_penalty(penalty_ * 10);  // too cheap a breach: the prices said less than they must
      continue;
    }
    const bool enough = !broken_ && static_cast<double>(result.bound) >= std::ceil(result.objective - 1e-6);
    flush();
    if (enough) break;
    const double apart = result.objective - static_cast<double>(result.bound);
    const bool says_more = (told - apart) * hardly > static_cast<double>(cut_off - result.bound);
    in_vain = says_more ? 0 : in_vain + 1;
    if (says_more) told = apart;
    if (in_vain >= long_tail && !of_stays() && leaves_open(node)) break;
  }
  // The LP gave nothing to go by, or what it asked for with few columns: no prices at all may say more. Of whole stays
  // they never do, and it takes long to hear that.
  if (!bounded || (!of_stays() && (!by_lp || budget_->spent()))) {
    const RowPrices none{scale_, std::vector<std::int64_t>(formulation_.rows.size(), 0)};
    if (!learn(node, none, best, result, !bounded)) return {true, cut_off, 0, true};
    result.pruned = result.bound >= cut_off;
  }
  return result;
}

/// Measured, in units of work: what an iteration of the simplex method takes
/// grows with the rows.
std::int64_t Master::work_of_iteration() const {
  return 1 + static_cast<std::int64_t>(row_.size() + cell_row_.size()) / 250;
}

void Master::charge() {
  budget_->add((lp_.iterations() - iterations_) * work_of_iteration() + steps_ / pricing_steps_a_unit);
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
    if (value < lp_nothing) continue;
    for (const CandidateIndex candidate : columns_[c].chosen) sits_[candidate.value] += value;
  }
  broken_ = std::any_of(breaker_.begin(), breaker_.end(),
                        [&](const Breaker& breaker) { return values[breaker.column] > 1e-6; });
}

/// Does the last LP neither take nor leave some candidate, so that there is something to branch on?
bool Master::leaves_open(const Node& node) const {
  return std::any_of(formulation_.piece.cells.begin(), formulation_.piece.cells.end(), [&](int cell) {
    const auto& all = cells_[static_cast<std::size_t>(cell)].candidates;
    return std::any_of(all.begin(), all.end(), [&](CandidateIndex c) {
      const double sits = sits_[c.value];
      return node.fates[c.value] == Fate::open && std::abs(sits - std::round(sits)) > whole_enough;
    });
  });
}

double Master::value_of(std::size_t variable) const {
  return by_compact_ ? compact_->value_of(variable) : lp_.values()[variable_[variable]];
}

double Master::objective() const {
  return by_compact_ ? compact_->objective() : lp_.objective();
}

std::vector<std::pair<double, const Column*>> Master::leading() const {
  std::vector<std::pair<double, const Column*>> result(known_.size(), {0.0, nullptr});
  const double* values = lp_.values();
  const auto known = static_cast<int>(column_lp_.size());
  for (int c = 0; c < known; ++c) {
    const auto index = static_cast<std::size_t>(c);
    auto& [most, column] = result[static_cast<std::size_t>(columns_[index].cell)];
    if (values[column_lp_[index]] > most + lp_nothing) {
      most = values[column_lp_[index]];
      column = &columns_[index];
    }
  }
  return result;
}

}  // namespace plancover
