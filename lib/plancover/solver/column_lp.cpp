#include "plancover/solver/column_lp.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plancover {

namespace {

constexpr double dearest_breach = 1e8;

/// Do columns have entries in it? Rows of levels have them only where what is kept counts.
bool is_about_columns(const Formulation& formulation, std::size_t row) {
  const Row::Kind kind = formulation.rows[row].kind;
  if (kind != Row::Kind::total && kind != Row::Kind::count) return true;
  return std::any_of(formulation.kept_rows.begin(), formulation.kept_rows.end(),
                     [&](const KeptRow& kept) { return kept.row == static_cast<int>(row); });
}

}  // namespace

ColumnLp::ColumnLp(const Formulation& formulation) : known_(formulation.piece.cells.size()) {
  for (const Row& row : formulation.rows) add_row(row, {});
  for (std::size_t i = 0; i < known_.size(); ++i) {
    cell_row_.push_back(lp_.add_row(1, 1));
    breaker_.push_back({lp_.add_columns({{0, 0, 1, {{cell_row_.back(), 1.0}}}})});
  }
  for (const Variable& variable : formulation.variables) add_variable(variable);
}

void ColumnLp::add_variable(const Variable& variable) {
  LpColumn column{0, 0, static_cast<double>(variable.upper), {}};
  for (const Entry& entry : variable.entries) {
    column.entries.push_back({row_[static_cast<std::size_t>(entry.row)], static_cast<double>(entry.value)});
  }
  variable_.push_back(lp_.add_columns({column}));
}

void ColumnLp::add_row(const Row& row, const std::vector<LpEntry>& entries) {
  const auto right = static_cast<double>(row.right);
  row_.push_back(lp_.add_row(row.equal ? right : -lp_infinity, right, entries));
  // What a row may have to suffer: too much in a seat, a total or a tie, and too little
  // in a seat that branching wants filled.
  const int number = static_cast<int>(row_.size()) - 1;
  for (const int sign : {1, -1}) {
    if (sign > 0 && !row.equal) continue;
    breaker_.push_back(
        {lp_.add_columns({{penalty_, 0, lp_infinity, {{row_.back(), static_cast<double>(sign)}}}}), number, sign});
  }
}

void ColumnLp::grow(const Problem& problem, const Formulation& formulation) {
  const std::size_t first = row_.size();
  std::vector<std::vector<LpEntry>> entries_of(formulation.rows.size() - first);
  const auto put = [&](const std::vector<Entry>& all, int lp_column) {
    for (const Entry& entry : all) {
      const auto row = static_cast<std::size_t>(entry.row);
      if (row >= first) entries_of[row - first].push_back({lp_column, static_cast<double>(entry.value)});
    }
  };
  for (std::size_t v = 0; v < variable_.size(); ++v) put(formulation.variables[v].entries, variable_[v]);
  bool about_columns = false;
  for (std::size_t row = first; row < formulation.rows.size(); ++row)
    about_columns = about_columns || is_about_columns(formulation, row);
  for (std::size_t c = 0; about_columns && c < columns_.size(); ++c) {
    put(entries(problem, formulation, static_cast<std::size_t>(columns_[c].cell), columns_[c]), column_lp_[c]);
  }
  for (std::size_t row = first; row < formulation.rows.size(); ++row)
    add_row(formulation.rows[row], entries_of[row - first]);
  for (std::size_t v = variable_.size(); v < formulation.variables.size(); ++v) add_variable(formulation.variables[v]);
}

void ColumnLp::limit(std::size_t row, Cost at_most) {
  lp_.set_row_bounds(row_[row], -lp_infinity, static_cast<double>(at_most));
}

void ColumnLp::drop_row(std::size_t row) {
  lp_.drop_row(row_[row]);
}

void ColumnLp::aim_at(const Program& program) {
  const Problem& problem = program.problem;
  const Formulation& f = program.formulation;
  const ProblemLevel& level = program.level;
  for (std::size_t v = 0; v < variable_.size(); ++v) {
    lp_.set_cost(variable_[v], static_cast<double>(cost(problem, f.variables[v], level)));
  }
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    lp_.set_cost(column_lp_[c], static_cast<double>(cost(f, columns_[c], level)));
  }
  // Dear: where seats and hours are tight, much quality hangs on each of them, and a penalty
  // that the LP would rather pay makes it solve the wrong program first.
  constexpr double many = 400.0;
  double penalty = 20;
  if (level.kind == LevelKind::quality) {
    for (const Candidate& candidate : problem.candidates) {
      penalty = std::max(penalty, many * static_cast<double>(std::abs(candidate.points)));
    }
    penalty += many * static_cast<double>(problem.continuity + problem.attend + problem.load);
  }
  set_penalty(penalty);
}

void ColumnLp::set_penalty(double penalty) {
  penalty_ = penalty;
  fence_ = 0;
  for (const Breaker& breaker : breaker_) lp_.set_cost(breaker.column, penalty);
}

void ColumnLp::fence(double part, const RowPrices& center) {
  fence_within(penalty_ / part, center);
}

void ColumnLp::fence_within(double width, const RowPrices& center) {
  fence_ = width;
  for (const Breaker& breaker : breaker_) {
    if (breaker.row < 0) continue;
    const double at =
        static_cast<double>(center.of[static_cast<std::size_t>(breaker.row)]) / static_cast<double>(center.scale);
    const bool is_inside = std::abs(at) + width < penalty_;
    lp_.set_cost(breaker.column, is_inside ? width + breaker.sign * at : penalty_);
  }
}

bool ColumnLp::make_breaking_dearer(const RowPrices& center) {
  if (!broken_) return false;
  if (fence_ > 0 && fence_ < penalty_) {
    fence_within(fence_ * 4, center);
  } else if (fence_ > 0) {
    set_penalty(penalty_);
  } else if (penalty_ <= dearest_breach) {
    set_penalty(penalty_ * 10);
  } else {
    return false;
  }
  return true;
}

int ColumnLp::add(const Program& program, std::size_t position, std::vector<CandidateIndex> chosen, bool improving) {
  if (known_[position].contains(chosen)) return 0;
  Column column;
  column.cell = static_cast<int>(position);
  column.chosen = std::move(chosen);
  appraise(program.problem, column, program.cell(position).whole);
  LpColumn lp_column{static_cast<double>(cost(program.formulation, column, program.level)), 0, lp_infinity, {}};
  for (const Entry& entry : entries(program.problem, program.formulation, position, column)) {
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

void ColumnLp::flush() {
  if (waiting_.empty()) return;
  int next = lp_.add_columns(std::exchange(waiting_, {}));
  while (column_lp_.size() < columns_.size()) column_lp_.push_back(next++);
}

void ColumnLp::purge(const Fates& fates, Cost cut_off) {
  const double room = static_cast<double>(cut_off) - lp_.objective() + 1e-6;
  const double* reduced = lp_.reduced_costs();
  const double* values = lp_.values();
  std::vector<bool> useless;
  std::vector<int> removed;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool forbidden = std::any_of(columns_[i].chosen.begin(), columns_[i].chosen.end(),
                                       [&](CandidateIndex c) { return fates[c.value] == Fate::forbidden; });
    useless.push_back(values[column_lp_[i]] < lp_nothing && (forbidden || reduced[column_lp_[i]] > room));
    if (useless.back()) removed.push_back(column_lp_[i]);
  }
  if (removed.size() < 50) return;
  lp_.remove_columns(removed);
  const auto moved = [&](int& column) {
    column -= static_cast<int>(std::lower_bound(removed.begin(), removed.end(), column) - removed.begin());
  };
  for (int& column : variable_) moved(column);
  for (Breaker& breaker : breaker_) moved(breaker.column);
  std::vector<Column> columns;
  std::vector<int> column_lp;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (useless[i]) continue;
    columns.push_back(std::move(columns_[i]));
    column_lp.push_back(column_lp_[i]);
    moved(column_lp.back());
  }
  columns_ = std::move(columns);
  column_lp_ = std::move(column_lp);
  for (auto& known : known_) known.clear();
  for (const Column& column : columns_) known_[static_cast<std::size_t>(column.cell)].insert(column.chosen);
}

std::vector<Lp::ColumnBounds> ColumnLp::bounds_in(const Program& program, const Node& node) const {
  std::vector<Lp::ColumnBounds> bounds;
  std::vector<std::size_t> decided;  // by position: how many candidates every column of the node holds
  for (std::size_t i = 0; i < known_.size(); ++i) {
    const auto& all = program.cell(i).candidates;
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

void ColumnLp::restrict_to(const Program& program, const Node& node) {
  for (const Lp::ColumnBounds& each : bounds_in(program, node))
    lp_.set_column_bounds(each.column, each.lower, each.upper);
}

/// Measured, in units of work: what an iteration of the simplex method takes
/// grows with the rows.
std::int64_t ColumnLp::work_of_iteration() const {
  return 1 + static_cast<std::int64_t>(row_.size() + cell_row_.size()) / 250;
}

bool ColumnLp::solve(Budget& budget) {
  lp_.stop_when([&budget] { return budget.out_of_time(); });
  const long before = lp_.iterations();
  const bool is_solved = lp_.solve(budget.left() / work_of_iteration());
  budget.add((lp_.iterations() - before) * work_of_iteration());
  const double* values = lp_.values();
  broken_ = !is_solved || std::any_of(breaker_.begin(), breaker_.end(),
                                      [&](const Breaker& breaker) { return values[breaker.column] > 1e-6; });
  return is_solved;
}

double ColumnLp::estimate(const Program& program, const Node& node, int most_iterations, Budget& budget) {
  const long before = lp_.iterations();
  const double objective = lp_.objective_with(bounds_in(program, node), most_iterations);
  budget.add((lp_.iterations() - before) * work_of_iteration());
  return objective;
}

void ColumnLp::read_into(const Program& program, std::vector<double>& sits) const {
  for (std::size_t i = 0; i < known_.size(); ++i) {
    for (const CandidateIndex c : program.cell(i).candidates) sits[c.value] = 0;
  }
  for (const Taken& each : taken(lp_nothing)) {
    for (const CandidateIndex candidate : each.column->chosen) sits[candidate.value] += each.much;
  }
}

RowPrices ColumnLp::prices(const Formulation& formulation, const RowPrices& center, double towards_center) const {
  RowPrices prices;
  prices.scale = center.scale;
  const double* duals = lp_.duals();
  for (std::size_t row = 0; row < row_.size(); ++row) {
    double dual = duals[row_[row]] * static_cast<double>(center.scale);
    if (towards_center > 0) dual += (static_cast<double>(center.of[row]) - dual) * towards_center;
    prices.of.push_back(rounded_price(dual, formulation.rows[row]));
  }
  return prices;
}

std::vector<ColumnLp::Taken> ColumnLp::taken(double at_least) const {
  std::vector<Taken> result;
  const double* values = lp_.values();
  for (std::size_t c = 0; c < column_lp_.size(); ++c) {
    if (values[column_lp_[c]] >= at_least) result.push_back({values[column_lp_[c]], &columns_[c]});
  }
  return result;
}

std::vector<const Column*> ColumnLp::priced_in() const {
  std::vector<const Column*> result;
  const double* reduced = lp_.reduced_costs();
  for (std::size_t c = 0; c < column_lp_.size(); ++c) {
    if (reduced[column_lp_[c]] <= 1e-6) result.push_back(&columns_[c]);
  }
  return result;
}

}  // namespace plancover
