#include "plancover/solver/cuts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "plancover/solver/compact.hpp"
#include "plancover/solver/rounding.hpp"

namespace plancover {

namespace {

constexpr std::int64_t most_work = 300'000;  // in steps, on one node; the first program takes a quarter of it
constexpr int most_in_vain = 14;             // rounds, of which the objective takes no notice
constexpr double least_gain = 1e-3;
constexpr std::size_t most_at_once = 200;  // variables whose rows of the tableau are tried, each round
constexpr std::size_t most_kept = 40;      // cuts of these
constexpr double least_part = 0.02;        // of a variable, from a whole number
constexpr double least_violation = 1e-5;   // by the length of the cut
constexpr int most_idle = 4;               // rounds in a row in which a cut has room left

class Cutting {
 public:
  Cutting(const Master& master, const Node& node, Budget& budget)
      : master_(master), budget_(budget), compact_(compact_of(master, node)), first_cut_(compact_.rows.size()) {
    lp_.stop_when([&budget] { return budget.out_of_time(); });
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

  Cuts found(double enough) {
    const NarrowedBudget narrowed(budget_, most_work);
    double best = -lp_infinity;
    Cuts last;
    for (int in_vain = 0; solve() && in_vain < most_in_vain; ++in_vain) {
      last = told();
      if (lp_.objective() > best + least_gain) in_vain = 0;
      best = std::max(best, lp_.objective());
      forget_idle();
      if (best > enough + 1e-6 || budget_.spent() || !cut()) break;
    }
    return last;
  }

 private:
  bool solve() {
    const std::int64_t per_iteration = 1 + static_cast<std::int64_t>(compact_.rows.size()) / 250;
    const long before = lp_.iterations();
    const bool is_solved = lp_.solve(budget_.left() / per_iteration);
    budget_.add((lp_.iterations() - before) * per_iteration);
    return is_solved;
  }

  /// Adds the cuts that are broken by most; false: there is none.
  bool cut() {
    const double* values = lp_.values();
    std::vector<std::pair<double, int>> parts;  // how far from whole, and the variable
    std::vector<bool> from_upper(compact_.cost.size(), false);
    for (std::size_t j = 0; j < compact_.cost.size(); ++j) {
      const double part = std::abs(values[j] - std::round(values[j]));
      if (part > least_part) parts.emplace_back(-part, static_cast<int>(j));
      from_upper[j] = values[j] > static_cast<double>(compact_.lower[j] + compact_.upper[j]) / 2;
    }
    std::sort(parts.begin(), parts.end());
    if (parts.size() > most_at_once) parts.resize(most_at_once);
    std::vector<std::pair<double, CompactRow>> found;  // by how much each is broken
    for (const auto& [part, variable] : parts) {
      auto cut = rounded(compact_, lp_.multipliers(variable), from_upper);
      if (!cut) continue;
      const double by = violation(*cut);
      if (by > least_violation) found.emplace_back(by, std::move(*cut));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (found.size() > most_kept) found.resize(most_kept);
    for (auto& [by, row] : found) {
      if (std::find(compact_.rows.begin() + static_cast<std::ptrdiff_t>(first_cut_), compact_.rows.end(), row) ==
          compact_.rows.end())
        add(std::move(row));
    }
    return !found.empty();
  }

  /// Cuts are long: those that have had room left for some rounds take more memory than they are worth.
  void forget_idle() {
    idle_.resize(compact_.rows.size(), 0);
    for (std::size_t row = first_cut_; row < compact_.rows.size(); ++row) {
      if (compact_.rows[row].terms.empty()) continue;
      idle_[row] = violation(compact_.rows[row]) > -least_violation ? 0 : idle_[row] + 1;
      if (idle_[row] < most_idle) continue;
      lp_.drop_row(static_cast<int>(row));
      compact_.rows[row] = {};
    }
  }

  [[nodiscard]] double violation(const CompactRow& cut) const {
    double sum = -static_cast<double>(cut.right);
    double length = 0;
    for (const Term& term : cut.terms) {
      const auto value = static_cast<double>(term.value);
      sum += value * lp_.values()[term.variable];
      length += value * value;
    }
    return sum / std::sqrt(length);
  }

  void add(CompactRow cut) {
    std::vector<LpEntry> entries;
    for (const Term& term : cut.terms) entries.push_back({term.variable, static_cast<double>(term.value)});
    lp_.add_row(-lp_infinity, static_cast<double>(cut.right), entries);
    compact_.rows.push_back(std::move(cut));
  }

  /// The cuts that have a price, and all prices, of a program that is solved.
  Cuts told() const {
    const std::int64_t scale = master_.scale();
    Cuts result{{}, {scale, {}}, lp_.objective()};
    const auto price = [&](std::size_t place, const Row& row) {
      return rounded_price(lp_.duals()[place] * static_cast<double>(scale), row);
    };
    for (std::size_t row = 0; row < compact_.row_of.size(); ++row) {
      const int place = compact_.row_of[row];
      const Row& of = master_.formulation().rows[row];
      result.prices.of.push_back(place < 0 ? 0 : price(static_cast<std::size_t>(place), of));
    }
    const Row of_a_cut{.kind = Row::Kind::cut};
    const int first_variable = static_cast<int>(compact_.candidates.size());
    for (std::size_t row = first_cut_; row < compact_.rows.size(); ++row) {
      const std::int64_t of = price(row, of_a_cut);
      if (of >= 0) continue;
      Cut cut{compact_.rows[row].right, {}, {}};
      for (const Term& term : compact_.rows[row].terms) {
        if (term.variable < first_variable) {
          cut.candidates.emplace_back(compact_.candidates[static_cast<std::size_t>(term.variable)], term.value);
        } else {
          cut.variables.emplace_back(static_cast<std::size_t>(term.variable - first_variable), term.value);
        }
      }
      result.all.push_back(std::move(cut));
      result.prices.of.push_back(of);
    }
    return result;
  }

  const Master& master_;
  Budget& budget_;
  Compact compact_;
  std::size_t first_cut_ = 0;
  std::vector<int> idle_;  // by row: for how many rounds in a row a cut has had room left
  Lp lp_;
};

}  // namespace

Cuts find_cuts(const Master& master, const Node& node, double enough, Budget& budget) {
  return Cutting(master, node, budget).found(enough);
}

}  // namespace plancover
