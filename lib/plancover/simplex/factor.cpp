#include "plancover/simplex/factor.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plancover {

namespace {

constexpr double dependent = 1e-9;  // no pivot is smaller
constexpr double share = 0.1;       // of the largest entry, that a pivot must have

}  // namespace

void Factor::Packed::clear() {
  row.clear();
  pivot.clear();
  start.assign(1, 0);
  entries.clear();
}

void Factor::Packed::close(int pivot_row, double value) {
  row.push_back(pivot_row);
  pivot.push_back(value);
  start.push_back(entries.size());
}

/// Most are slacks, and change nothing.
void Factor::Packed::drop_units() {
  std::size_t kept = 0;
  for (std::size_t k = 0; k < row.size(); ++k) {
    if (pivot[k] == 1.0 && start[k] == start[k + 1]) continue;
    row[kept] = row[k];
    pivot[kept] = pivot[k];
    start[kept++] = start[k];
  }
  row.resize(kept);
  pivot.resize(kept);
  start[kept] = entries.size();
  start.resize(kept + 1);
}

/// The same by row, in the order of `all`, whose pivots are those of all rows.
Factor::Packed Factor::Packed::by_row(const Packed& all) const {
  const std::size_t rows = all.row.size();
  std::vector<std::size_t> place(rows, 0);
  for (std::size_t k = 0; k < rows; ++k) place[static_cast<std::size_t>(all.row[k])] = k;
  Packed turned;
  turned.row = all.row;
  turned.start.assign(rows + 1, 0);
  for (const LpEntry& entry : entries) ++turned.start[place[static_cast<std::size_t>(entry.index)] + 1];
  for (std::size_t k = 0; k < rows; ++k) turned.start[k + 1] += turned.start[k];
  std::vector<std::size_t> next = turned.start;
  turned.entries.resize(entries.size());
  turned.pivot.assign(rows, 1.0);
  for (std::size_t k = 0; k < row.size(); ++k) {
    turned.pivot[place[static_cast<std::size_t>(row[k])]] = pivot[k];
    for (std::size_t e = start[k]; e < start[k + 1]; ++e)
      turned.entries[next[place[static_cast<std::size_t>(entries[e].index)]]++] = {row[k], entries[e].value};
  }
  return turned;
}

/// Finds an order of elimination: columns with a single row left, then rows with a single column left,
/// which need no arithmetic, then the rest, thin columns first.
class Factor::Maker {
 public:
  Maker(Factor& factor, std::size_t rows, const std::vector<std::span<const LpEntry>>& columns)
      : factor_(factor),
        columns_(columns),
        pivot_column_(rows, -1),
        is_done_(columns.size(), false),
        row_start_(rows + 1, 0),
        row_count_(rows, 0),
        column_count_(columns.size(), 0),
        work_(rows, 0.0),
        is_touched_(rows, 0) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      for (const LpEntry& entry : columns[c]) ++row_count_[at(entry.index)];
      column_count_[c] = static_cast<int>(columns[c].size());
    }
    for (std::size_t r = 0; r < rows; ++r) row_start_[r + 1] = row_start_[r] + static_cast<std::size_t>(row_count_[r]);
    of_row_.resize(row_start_[rows]);
    std::vector<std::size_t> next = row_start_;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      for (const LpEntry& entry : columns[c]) of_row_[next[at(entry.index)]++] = static_cast<int>(c);
    }
  }

  std::vector<int> make() {
    take_single_rows_of_columns();
    take_single_columns_of_rows();
    take_rest();
    for (std::size_t r = 0; r < pivot_column_.size(); ++r) {
      if (pivot_column_[r] < 0) pivot(static_cast<int>(r), 1.0);
    }
    return std::move(pivot_column_);
  }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  [[nodiscard]] std::span<const int> columns_of(int row) const {
    return std::span(of_row_).subspan(row_start_[at(row)], row_start_[at(row) + 1] - row_start_[at(row)]);
  }
  [[nodiscard]] bool is_open(int row) const { return pivot_column_[at(row)] < 0; }

  void pivot(int row, double value) { factor_.upper_.close(row, value); }

  /// Column `c` takes `row`, and needs no arithmetic: all else in it is in rows that are taken, or below.
  void take(std::size_t c, int row, double value) {
    bool has_lower = false;
    for (const LpEntry& entry : columns_[c]) {
      if (entry.index == row) continue;
      if (is_open(entry.index)) {
        factor_.lower_.entries.push_back({entry.index, entry.value / value});
        has_lower = true;
      } else {
        factor_.upper_.entries.push_back(entry);
      }
    }
    if (has_lower) factor_.lower_.close(row, 1.0);
    pivot(row, value);
    pivot_column_[at(row)] = static_cast<int>(c);
    is_done_[c] = true;
  }

  void take_single_rows_of_columns() {
    std::vector<std::size_t> ready;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (column_count_[c] == 1) ready.push_back(c);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
      const std::size_t c = ready[i];
      if (column_count_[c] != 1) continue;  // its row was taken by another
      const auto entry = std::find_if(columns_[c].begin(), columns_[c].end(),
                                      [&](const LpEntry& each) { return is_open(each.index); });
      if (std::abs(entry->value) < dependent) continue;
      const int row = entry->index;
      take(c, row, entry->value);
      for (const int other : columns_of(row)) {
        if (--column_count_[at(other)] == 1 && !is_done_[at(other)]) ready.push_back(at(other));
      }
      for (const LpEntry& each : columns_[c]) --row_count_[at(each.index)];
    }
  }

  void take_single_columns_of_rows() {
    std::vector<int> ready;
    for (std::size_t r = 0; r < row_count_.size(); ++r) {
      if (is_open(static_cast<int>(r)) && row_count_[r] == 1) ready.push_back(static_cast<int>(r));
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
      const int row = ready[i];
      if (!is_open(row) || row_count_[at(row)] != 1) continue;
      const std::span<const int> all = columns_of(row);
      const auto column = std::find_if(all.begin(), all.end(), [&](int c) { return !is_done_[at(c)]; });
      const std::size_t c = at(*column);
      double value = 0;
      double largest = 0;
      for (const LpEntry& entry : columns_[c]) {
        if (entry.index == row) value = entry.value;
        if (is_open(entry.index)) largest = std::max(largest, std::abs(entry.value));
      }
      if (std::abs(value) < share * largest || std::abs(value) < dependent) continue;
      take(c, row, value);
      for (const LpEntry& entry : columns_[c]) {
        if (--row_count_[at(entry.index)] == 1 && is_open(entry.index)) ready.push_back(entry.index);
      }
    }
  }

  void take_rest() {
    std::vector<std::pair<int, std::size_t>> order;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!is_done_[c]) order.emplace_back(column_count_[c], c);
    }
    std::sort(order.begin(), order.end());
    first_lower_ = factor_.lower_.row.size();
    for (const auto& [count, c] : order) eliminate(c);
  }

  void eliminate(std::size_t c) {
    for (const LpEntry& entry : columns_[c]) put(entry.index, entry.value);
    for (std::size_t k = first_lower_; k < factor_.lower_.row.size(); ++k) {
      const double by = work_[at(factor_.lower_.row[k])];
      if (by == 0) continue;
      for (std::size_t e = factor_.lower_.start[k]; e < factor_.lower_.start[k + 1]; ++e) {
        const LpEntry& entry = factor_.lower_.entries[e];
        put(entry.index, -entry.value * by);
      }
    }
    double largest = 0;
    for (const int row : touched_) {
      if (is_open(row)) largest = std::max(largest, std::abs(work_[at(row)]));
    }
    int best = -1;
    for (const int row : touched_) {
      if (!is_open(row) || std::abs(work_[at(row)]) < share * largest || largest < dependent) continue;
      if (best < 0 || row_count_[at(row)] < row_count_[at(best)]) best = row;
    }
    if (best >= 0) {
      const double value = work_[at(best)];
      bool has_lower = false;
      for (const int row : touched_) {
        const double each = work_[at(row)];
        if (row == best || std::abs(each) < cancelled) continue;
        if (is_open(row)) {
          factor_.lower_.entries.push_back({row, each / value});
          has_lower = true;
        } else {
          factor_.upper_.entries.push_back({row, each});
        }
      }
      if (has_lower) factor_.lower_.close(best, 1.0);
      pivot(best, value);
      pivot_column_[at(best)] = static_cast<int>(c);
      is_done_[c] = true;
      for (const LpEntry& entry : columns_[c]) --row_count_[at(entry.index)];
    }
    for (const int row : touched_) {
      work_[at(row)] = 0;
      is_touched_[at(row)] = 0;
    }
    touched_.clear();
  }

  void put(int row, double value) {
    if (is_touched_[at(row)] == 0) {
      is_touched_[at(row)] = 1;
      touched_.push_back(row);
    }
    work_[at(row)] += value;
  }

  Factor& factor_;
  const std::vector<std::span<const LpEntry>>& columns_;
  std::vector<int> pivot_column_;       // by row
  std::vector<bool> is_done_;           // by column
  std::vector<std::size_t> row_start_;  // in `of_row_`; one more than there are rows
  std::vector<int> of_row_;             // the columns of each row, one row after another
  std::vector<int> row_count_;          // columns that are left
  std::vector<int> column_count_;       // rows that are left, until the rest is begun
  std::vector<double> work_;
  std::vector<unsigned char> is_touched_;  // by row
  std::vector<int> touched_;
  std::size_t first_lower_ = 0;
};

std::vector<int> Factor::make(std::size_t rows, const std::vector<std::span<const LpEntry>>& columns) {
  lower_.clear();
  upper_.clear();
  etas_.clear();
  eta_entries_.clear();
  std::vector<int> pivoted = Maker(*this, rows, columns).make();

  upper_by_row_ = upper_.by_row(upper_);
  lower_by_row_ = lower_.by_row(upper_);
  upper_.drop_units();
  upper_by_row_.drop_units();
  lower_by_row_.drop_units();
  fresh_ = rows + lower_.entries.size() + upper_.entries.size();
  return pivoted;
}

void Factor::solve(std::vector<double>& x) const {
  for (std::size_t k = 0; k < lower_.row.size(); ++k) {
    const double by = x[static_cast<std::size_t>(lower_.row[k])];
    if (by == 0) continue;
    for (std::size_t e = lower_.start[k]; e < lower_.start[k + 1]; ++e) {
      x[static_cast<std::size_t>(lower_.entries[e].index)] -= lower_.entries[e].value * by;
    }
  }
  for (std::size_t k = upper_.row.size(); k-- > 0;) {
    double& value = x[static_cast<std::size_t>(upper_.row[k])];
    if (value == 0) continue;
    value = std::abs(value) < cancelled ? 0.0 : value / upper_.pivot[k];
    for (std::size_t e = upper_.start[k]; e < upper_.start[k + 1]; ++e) {
      x[static_cast<std::size_t>(upper_.entries[e].index)] -= upper_.entries[e].value * value;
    }
  }
  for (const Eta& eta : etas_) {
    double& value = x[static_cast<std::size_t>(eta.row)];
    if (value == 0) continue;
    value /= eta.pivot;
    for (std::size_t e = eta.first; e < eta.last; ++e) {
      x[static_cast<std::size_t>(eta_entries_[e].index)] -= eta_entries_[e].value * value;
    }
  }
}

void Factor::solve_transposed(std::vector<double>& y) const {
  for (std::size_t i = etas_.size(); i-- > 0;) {
    const Eta& eta = etas_[i];
    double sum = y[static_cast<std::size_t>(eta.row)];
    const LpEntry* const last = eta_entries_.data() + eta.last;
    for (const LpEntry* e = eta_entries_.data() + eta.first; e != last; ++e) {
      sum -= e->value * y[static_cast<std::size_t>(e->index)];
    }
    y[static_cast<std::size_t>(eta.row)] = sum / eta.pivot;
  }
  for (std::size_t k = 0; k < upper_by_row_.row.size(); ++k) {
    double& value = y[static_cast<std::size_t>(upper_by_row_.row[k])];
    if (value == 0) continue;
    value = std::abs(value) < cancelled ? 0.0 : value / upper_by_row_.pivot[k];
    for (std::size_t e = upper_by_row_.start[k]; e < upper_by_row_.start[k + 1]; ++e) {
      y[static_cast<std::size_t>(upper_by_row_.entries[e].index)] -= upper_by_row_.entries[e].value * value;
    }
  }
  for (std::size_t k = lower_by_row_.row.size(); k-- > 0;) {
    const double by = y[static_cast<std::size_t>(lower_by_row_.row[k])];
    if (by == 0) continue;
    for (std::size_t e = lower_by_row_.start[k]; e < lower_by_row_.start[k + 1]; ++e) {
      y[static_cast<std::size_t>(lower_by_row_.entries[e].index)] -= lower_by_row_.entries[e].value * by;
    }
  }
}

void Factor::replace(int row, const SparseVector& x) {
  Eta eta{row, x.value[static_cast<std::size_t>(row)], eta_entries_.size(), 0};
  for (const int r : x.places) {
    if (r != row) eta_entries_.push_back({r, x.value[static_cast<std::size_t>(r)]});
  }
  eta.last = eta_entries_.size();
  etas_.push_back(eta);
}

}  // namespace plancover
