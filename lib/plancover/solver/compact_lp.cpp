#include "plancover/solver/compact_lp.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "plancover/solver/cut_choice.hpp"
#include "plancover/solver/rounding.hpp"

namespace plancover {

namespace {

constexpr std::size_t most_at_once = 400;  // rows of the tableau that are tried, each round
constexpr double least_part = 0.02;        // of a variable or a row, from a whole number
constexpr double least_rating = 1e-6;
constexpr double fades = 0.9;     // the best rating there was, from round to round
constexpr double no_room = 1e-5;  // by the length of the cut
constexpr int most_idle = 4;      // rounds in a row in which a cut has room left

}  // namespace

CompactLp::CompactLp(const Program& program, const Node& node)
    : compact_(compact_of(program, node)), first_cut_(compact_.rows.size()) {
  lp_.keep_edges();
  std::vector<LpColumn> columns;
  for (std::size_t j = 0; j < compact_.cost.size(); ++j) {
    columns.push_back({static_cast<double>(compact_.cost[j]),
                       static_cast<double>(compact_.lower[j]),
                       static_cast<double>(compact_.upper[j]),
                       {}});
  }
  for (std::size_t r = 0; r < compact_.rows.size(); ++r) {
    const CompactRow& row = compact_.rows[r];
    const auto right = static_cast<double>(row.right);
    lp_.add_row(row.equal ? right : -lp_infinity, right);
    for (const Term& term : row.terms)
      columns[static_cast<std::size_t>(term.variable)].entries.push_back(
          {static_cast<int>(r), static_cast<double>(term.value)});
  }
  lp_.add_columns(columns);
}

std::int64_t CompactLp::work_of_iteration() const {
  return 1 + static_cast<std::int64_t>(compact_.rows.size()) / 250;
}

void CompactLp::watch(Budget& budget) {
  lp_.stop_when([&budget] { return budget.out_of_time(); });
}

bool CompactLp::solve(Budget& budget) {
  watch(budget);
  const long before = lp_.iterations();
  const bool is_solved = lp_.solve(budget.left() / work_of_iteration());
  budget.add((lp_.iterations() - before) * work_of_iteration());
  return is_solved;
}

std::vector<Lp::ColumnBounds> CompactLp::bounds_in(const Node& node) const {
  std::vector<Lp::ColumnBounds> bounds;
  for (const CandidateIndex c : compact_.candidates) {
    const Fate fate = node.fates[c.value];
    bounds.push_back(
        {static_cast<int>(bounds.size()), fate == Fate::chosen ? 1.0 : 0.0, fate == Fate::forbidden ? 0.0 : 1.0});
  }
  for (std::size_t v = 0; v < node.bounds.lower.size(); ++v) {
    bounds.push_back({static_cast<int>(bounds.size()), static_cast<double>(node.bounds.lower[v]),
                      static_cast<double>(node.bounds.upper[v])});
  }
  return bounds;
}

void CompactLp::restrict_to(const Node& node) {
  for (const Lp::ColumnBounds& each : bounds_in(node)) lp_.set_column_bounds(each.column, each.lower, each.upper);
}

double CompactLp::estimate(const Node& node, int most_iterations, Budget& budget) {
  watch(budget);
  const long before = lp_.iterations();
  const double objective = lp_.objective_with(bounds_in(node), most_iterations);
  budget.add((lp_.iterations() - before) * work_of_iteration());
  return objective;
}

double CompactLp::value_of(std::size_t variable) const {
  return lp_.values()[compact_.candidates.size() + variable];
}

void CompactLp::read_into(std::vector<double>& sits) const {
  for (std::size_t j = 0; j < compact_.candidates.size(); ++j) sits[compact_.candidates[j].value] = lp_.values()[j];
}

RowPrices CompactLp::prices(const Formulation& formulation, std::int64_t scale) const {
  std::vector<double> of(formulation.rows.size(), 0.0);
  for (std::size_t row = 0; row < compact_.row_of.size(); ++row) {
    if (const int place = compact_.row_of[row]; place >= 0) of[row] = lp_.duals()[place];
  }
  for (const auto& [place, row] : compact_.nights) of[static_cast<std::size_t>(row)] += lp_.duals()[place];
  RowPrices prices{scale, {}};
  for (std::size_t row = 0; row < of.size(); ++row)
    prices.of.push_back(rounded_price(of[row] * static_cast<double>(scale), formulation.rows[row]));
  return prices;
}

/// Those farthest from a whole number. What a row leaves is whole in every plan, too.
std::vector<CompactLp::Broken> CompactLp::broken_parts() const {
  std::vector<Broken> broken;
  const auto look_at = [&](double value, bool is_row, std::size_t index) {
    const double part = std::abs(value - std::round(value));
    if (part > least_part) broken.push_back({part, is_row, static_cast<int>(index)});
  };
  for (std::size_t j = 0; j < compact_.cost.size(); ++j) look_at(lp_.values()[j], false, j);
  for (std::size_t r = 0; r < compact_.rows.size(); ++r) {
    double sum = 0;
    for (const Term& term : compact_.rows[r].terms)
      sum += static_cast<double>(term.value) * lp_.values()[term.variable];
    look_at(sum, true, r);
  }
  std::stable_sort(broken.begin(), broken.end(), [](const Broken& a, const Broken& b) { return a.part > b.part; });
  if (broken.size() > most_at_once) broken.resize(most_at_once);
  return broken;
}

bool CompactLp::cut(Budget& budget) {
  const double* values = lp_.values();
  std::vector<bool> from_upper(compact_.cost.size(), false);
  for (std::size_t j = 0; j < compact_.cost.size(); ++j)
    from_upper[j] = values[j] > static_cast<double>(compact_.lower[j] + compact_.upper[j]) / 2;
  const std::vector<Broken> sources = broken_parts();
  budget.add(static_cast<std::int64_t>(sources.size()) * work_of_iteration());  // of each a row of the tableau

  std::vector<RatedCut> found;
  for (const Broken& source : sources) {
    auto row = rounded(compact_, source.is_row ? lp_.multipliers_of_row(source.index) : lp_.multipliers(source.index),
                       from_upper);
    if (!row) continue;
    const double rated = rating(compact_, *row, values);
    if (rated > least_rating && !is_known(*row)) found.push_back({rated, std::move(*row)});
  }
  best_rating_ *= fades;
  for (const RatedCut& each : found) best_rating_ = std::max(best_rating_, each.rating);
  auto chosen = chosen_cuts(std::move(found), best_rating_);
  for (CompactRow& row : chosen) add(std::move(row));
  return !chosen.empty();
}

bool CompactLp::is_known(const CompactRow& cut) const {
  const auto first = compact_.rows.begin() + static_cast<std::ptrdiff_t>(first_cut_);
  return std::find(first, compact_.rows.end(), cut) != compact_.rows.end();
}

void CompactLp::add(CompactRow cut) {
  std::vector<LpEntry> entries;
  for (const Term& term : cut.terms) entries.push_back({term.variable, static_cast<double>(term.value)});
  lp_.add_row(-lp_infinity, static_cast<double>(cut.right), entries);
  compact_.rows.push_back(std::move(cut));
  standing_.push_back({0, false});
}

/// By the length of the cut.
double CompactLp::room_left(const CompactRow& cut) const {
  auto room = static_cast<double>(cut.right);
  double length = 0;
  for (const Term& term : cut.terms) {
    const auto value = static_cast<double>(term.value);
    room -= value * lp_.values()[term.variable];
    length += value * value;
  }
  return room / std::sqrt(length);
}

void CompactLp::forget_idle() {
  for (std::size_t k = 0; k < standing_.size(); ++k) {
    const std::size_t row = first_cut_ + k;
    Standing& standing = standing_[k];
    if (compact_.rows[row].terms.empty() || standing.told) continue;
    standing.idle = room_left(compact_.rows[row]) < no_room ? 0 : standing.idle + 1;
    if (standing.idle < most_idle) continue;
    lp_.drop_row(static_cast<int>(row));
    compact_.rows[row] = {};
  }
}

std::vector<Cut> CompactLp::fresh_cuts() {
  const int first_variable = static_cast<int>(compact_.candidates.size());
  std::vector<Cut> fresh;
  for (std::size_t k = 0; k < standing_.size(); ++k) {
    const CompactRow& row = compact_.rows[first_cut_ + k];
    if (row.terms.empty() || std::exchange(standing_[k].told, true)) continue;
    compact_.row_of.push_back(static_cast<int>(first_cut_ + k));
    Cut& cut = fresh.emplace_back();
    cut.right = row.right;
    for (const Term& term : row.terms) {
      if (term.variable < first_variable) {
        cut.candidates.emplace_back(compact_.candidates[static_cast<std::size_t>(term.variable)], term.value);
      } else {
        cut.variables.emplace_back(static_cast<std::size_t>(term.variable - first_variable), term.value);
      }
    }
  }
  return fresh;
}

}  // namespace plancover
