// What changes the size of a master's linear program: sessions that open, levels that
// are kept or counted, columns that are of no use any more.
#include <algorithm>
#include <utility>

#include "plancover/solver/master.hpp"
#include "plancover/solver/ties.hpp"

namespace plancover {

void Master::open(const std::vector<SlotIndex>& sessions, bool links, const Fates& fates) {
  const std::size_t first_row = formulation_.rows.size();
  const std::size_t first_variable = formulation_.variables.size();
  open_sessions(problem_, formulation_, sessions);
  if (links) add_links(problem_, cells_, fates, formulation_);
  std::vector<std::vector<LpEntry>> of_columns(formulation_.rows.size() - first_row);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    for (const Entry& entry :
         entries(problem_, formulation_, static_cast<std::size_t>(columns_[c].cell), columns_[c])) {
      const auto row = static_cast<std::size_t>(entry.row);
      if (row >= first_row) of_columns[row - first_row].push_back({column_lp_[c], static_cast<double>(entry.value)});
    }
  }
  for (std::size_t row = first_row; row < formulation_.rows.size(); ++row) {
    add_lp_row(formulation_.rows[row], of_columns[row - first_row]);
  }
  for (std::size_t v = first_variable; v < formulation_.variables.size(); ++v) {
    add_lp_variable(formulation_.variables[v]);
  }
}

void Master::add_lp_variable(const Variable& variable) {
  LpColumn column{0, 0, static_cast<double>(variable.upper), {}};
  for (const Entry& entry : variable.entries) {
    column.entries.push_back({row_[static_cast<std::size_t>(entry.row)], static_cast<double>(entry.value)});
  }
  variable_.push_back(lp_.add_columns({column}));
}

void Master::add_lp_row(const Row& row, const std::vector<LpEntry>& of_columns) {
  const auto right = static_cast<double>(row.right);
  row_.push_back(lp_.add_row(row.equal ? right : -lp_infinity, right, of_columns));
  // What a row may have to suffer: too much in a seat, a total or a tie, and too little
  // in a seat that branching wants filled.
  const int number = static_cast<int>(row_.size()) - 1;
  for (const int sign : {1, -1}) {
    if (sign > 0 && !row.equal) continue;
    breaker_.push_back(
        {lp_.add_columns({{penalty_, 0, lp_infinity, {{row_.back(), static_cast<double>(sign)}}}}), number, sign});
  }
}

void Master::keep(const ProblemLevel& level, int group, Cost at_most) {
  add_level_row(level, add_total(problem_, formulation_, level, group, at_most).row);
}

void Master::count(const ProblemLevel& level, int group, Cost at_least) {
  add_count(problem_, formulation_, level, group, at_least);
  const Variable& total = formulation_.variables.back();
  add_level_row(level, total.entries.front().row);
  add_lp_variable(total);
}

/// A row that was added to the formulation when columns stood already.
void Master::add_level_row(const ProblemLevel& level, int row) {
  std::vector<LpEntry> of_columns;
  for (std::size_t v = 0; v < variable_.size(); ++v) {
    for (const Entry& entry : formulation_.variables[v].entries) {
      if (entry.row == row) of_columns.push_back({variable_[v], static_cast<double>(entry.value)});
    }
  }
  for (std::size_t c = 0; c < columns_.size() && level.kind == LevelKind::changes; ++c) {
    for (const Entry& entry :
         entries(problem_, formulation_, static_cast<std::size_t>(columns_[c].cell), columns_[c])) {
      if (entry.row == row) of_columns.push_back({column_lp_[c], static_cast<double>(entry.value)});
    }
  }
  add_lp_row(formulation_.rows[static_cast<std::size_t>(row)], of_columns);
}

void Master::keep_all_before(std::size_t level, const std::vector<CandidateIndex>& plan) {
  for (std::size_t before = 0; before < level; ++before) {
    const ProblemLevel& kind = problem_.levels[before];
    keep(kind, -1, total_cost(problem_, formulation_.piece.sessions, kind, plan));
  }
}

void Master::keep_at_most(std::size_t total, Cost at_most) {
  Total& kept = formulation_.totals[total];
  kept.limit = at_most;
  formulation_.rows[static_cast<std::size_t>(kept.row)].right = at_most;
  lp_.set_row_bounds(row_[static_cast<std::size_t>(kept.row)], -lp_infinity, static_cast<double>(at_most));
}

void Master::purge(const Fates& fates, Cost cut_off) {
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

}  // namespace plancover
