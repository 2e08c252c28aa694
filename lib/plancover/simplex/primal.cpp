#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "plancover/simplex/lot.hpp"
#include "plancover/simplex/methods.hpp"

namespace plancover {

namespace {

constexpr int patience = 5000;
constexpr double no_step = 1e-10;  // what is shorter is an error of rounding
constexpr double moved_by = 1e-5;
constexpr double lost = 1e-4;  // out of its bounds: what goes on from there is led astray

class Primal {
 public:
  Primal(Tableau& tableau, LpLimit& limit) : t_(tableau), x_(tableau.variables()), limit_(limit) {}

  LpEnd run(int idle) {
    before_moving_ = idle;
    const LpEnd end = go();
    // The latest first: those of a variable may have moved several times.
    for (; !moved_.empty(); moved_.pop_back())
      t_.set_bounds(moved_.back().variable, moved_.back().lower, moved_.back().upper);
    t_.refresh();
    return end;
  }

 private:
  /// The bounds of a variable as they were.
  struct Moved {
    std::size_t variable = 0;
    double lower = 0;
    double upper = 0;
  };

  LpEnd go() {
    bool is_sure = false;
    for (;;) {
      t_.refresh();
      const auto entering = choose();
      if (!entering) {
        if (is_sure || t_.is_fresh()) return LpEnd::optimal;
        t_.recompute_reduced();
        is_sure = true;
        continue;
      }
      is_sure = false;
      if (limit_.is_reached()) return LpEnd::stopped;
      const LpEnd end = step(*entering);
      if (end != LpEnd::optimal) return end;
      if (t_.is_worn()) {
        t_.refresh_all();
        if (farthest_out() > lost) return LpEnd::lost;
      }
    }
  }

  /// How far the basic variable that is farthest out of its bounds is.
  [[nodiscard]] double farthest_out() const {
    double farthest = 0;
    for (std::size_t r = 0; r < t_.rows(); ++r) {
      const std::size_t v = t_.basic_in(r);
      farthest = std::max({farthest, x_.lower[v] - x_.value[v], x_.value[v] - x_.upper[v]});
    }
    return farthest;
  }

  /// So that few basic variables stand at a bound, and steps have a length.
  void move_bounds() {
    for (std::size_t r = 0; r < t_.rows(); ++r) {
      const std::size_t v = t_.basic_in(r);
      moved_.push_back({v, x_.lower[v], x_.upper[v]});
      const double by = moved_by * lot_.next();
      const double lower = x_.lower[v] > -lp_infinity ? x_.lower[v] - by : x_.lower[v];
      const double upper = x_.upper[v] < lp_infinity ? x_.upper[v] + by : x_.upper[v];
      t_.set_bounds(v, lower, upper);
    }
    before_moving_ = any_idle_steps;
  }

  /// What leaves past a bound takes the bound along: back on it, it would not be where all other values were worked
  /// out for, and a thousand such errors lead astray. Where no bounds are moved, solves end before that.
  void move_bound(std::size_t v, Stand to) {
    moved_.push_back({v, x_.lower[v], x_.upper[v]});
    const bool is_fixed = x_.lower[v] == x_.upper[v];
    const double here = x_.value[v];
    t_.set_bounds(v, is_fixed || to == Stand::lower ? here : x_.lower[v],
                  is_fixed || to == Stand::upper ? here : x_.upper[v]);
  }

  struct Leaving {
    int row = -1;  ///< -1: the entering variable meets its own other bound first
    Stand to = Stand::lower;
    double step = 0;
    bool is_past = false;  ///< what leaves is past that bound already, within the tolerance
  };

  /// Would a change of the nonbasic variable better the objective?
  [[nodiscard]] bool is_promising(std::size_t v) const {
    const double d = x_.reduced[v];
    if (d < -cost_tolerance) return x_.stand[v] == Stand::lower || x_.stand[v] == Stand::free;
    return d > cost_tolerance && x_.stand[v] >= Stand::upper;
  }

  void consider(std::size_t v) {
    if (!is_promising(v) || is_listed_[v] != 0) return;
    is_listed_[v] = 1;
    promising_.push_back(v);
  }

  void consider_all() {
    is_listed_.assign(x_.size(), 0);
    promising_.clear();
    for (std::size_t v = 0; v < x_.size(); ++v) consider(v);
    considered_ = t_.recomputed();
  }

  /// The nonbasic variable that promises most for the length of its edge, if any promises anything. Few do, so
  /// they are kept in a list.
  [[nodiscard]] std::optional<std::size_t> choose() {
    if (considered_ != t_.recomputed()) consider_all();
    std::optional<std::size_t> best;
    double most = 0;
    const bool by_lot = idle_ > patience;  // or it might go round for ever
    std::size_t kept = 0;
    for (const std::size_t v : promising_) {
      const double d = x_.reduced[v];
      if (!is_promising(v)) {
        is_listed_[v] = 0;
        continue;
      }
      promising_[kept++] = v;
      const double merit = d * d / x_.weight[v] * (by_lot ? lot_.next() : 1.0);
      if (merit > most || (merit == most && best && v < *best)) {
        most = merit;
        best = v;
      }
    }
    promising_.resize(kept);
    return best;
  }

  LpEnd step(std::size_t entering) {
    const SparseVector& column = t_.column(entering);
    double reduced = x_.cost[entering];
    for (const int r : column.places) reduced -= x_.cost[t_.basic_in(at(r))] * column.value[at(r)];
    if (std::abs(reduced - x_.reduced[entering]) > 1e-6 * (1 + std::abs(reduced))) {
      if (++unsound_ > 20) return LpEnd::unsound;
      t_.refresh_all();
      return LpEnd::optimal;
    }
    const double direction = reduced < 0 ? 1.0 : -1.0;
    const Leaving leaving = ratio_test(entering, direction, column);
    if (leaving.step >= lp_infinity) return LpEnd::unbounded;
    if (leaving.row < 0) {
      t_.move(entering, direction * leaving.step, column);
      x_.stand[entering] = direction > 0 ? Stand::upper : Stand::lower;
      x_.value[entering] = direction > 0 ? x_.upper[entering] : x_.lower[entering];
      consider(entering);
      return LpEnd::optimal;
    }
    return exchange(entering, direction, leaving, column);
  }

  LpEnd exchange(std::size_t entering, double direction, const Leaving& leaving, const SparseVector& column) {
    const auto out_row = at(leaving.row);
    const std::vector<double>& row = t_.row(out_row, listed_);
    const double pivot = column.value[out_row];
    if (std::abs(row[entering] - pivot) > 1e-6 * (1 + std::abs(pivot))) {
      if (++unsound_ > 20) return LpEnd::unsound;
      t_.refresh_all();
      return LpEnd::optimal;
    }
    const std::size_t out = t_.basic_in(out_row);
    const double price = x_.reduced[entering] / pivot;
    const double weight = x_.weight[entering];
    for (const std::size_t v : listed_) {
      x_.reduced[v] -= price * row[v];
      consider(v);
      const double ratio = row[v] / pivot;
      x_.weight[v] = std::max(x_.weight[v], ratio * ratio * weight);
    }

    idle_ = leaving.step > no_step ? 0 : idle_ + 1;
    t_.move(entering, direction * leaving.step, column);
    if (leaving.is_past && !moved_.empty()) move_bound(out, leaving.to);
    if (t_.keeps_edges()) t_.update_edges(out_row, entering, column);
    t_.exchange(out_row, entering, column, leaving.to);
    x_.reduced[out] = -price;
    consider(out);
    x_.weight[out] = std::max(weight / (pivot * pivot), 1.0);
    if (x_.weight[out] > 1e7) std::fill(x_.weight.begin(), x_.weight.end(), 1.0);
    if (idle_ > before_moving_) move_bounds();
    return LpEnd::optimal;
  }

  /// The longest step that leaves nothing out of bounds by more than the tolerance; among those that
  /// end it, the largest pivot.
  [[nodiscard]] Leaving ratio_test(std::size_t entering, double direction, const SparseVector& column) const {
    const auto between = [](double lower, double upper) {
      const bool is_bounded = lower > -lp_infinity && upper < lp_infinity;
      return is_bounded ? upper - lower : std::numeric_limits<double>::infinity();
    };
    const double own = between(x_.lower[entering], x_.upper[entering]);
    const auto room = [&](int r) {  // until the variable basic there meets a bound
      const std::size_t basic = t_.basic_in(at(r));
      const bool falls = direction * column.value[at(r)] > 0;
      return falls ? between(x_.lower[basic], x_.value[basic]) : between(x_.value[basic], x_.upper[basic]);
    };
    double largest = 0;
    for (const int r : column.places) largest = std::max(largest, std::abs(column.value[at(r)]));
    const double least = least_pivot(largest);
    double longest = std::numeric_limits<double>::infinity();
    for (const int r : column.places) {
      const double size = std::abs(column.value[at(r)]);
      if (size >= least) longest = std::min(longest, (room(r) + value_tolerance) / size);
    }
    if (own <= longest) return {-1, Stand::lower, own};
    Leaving leaving;
    leaving.step = lp_infinity;
    largest = least;
    for (const int r : column.places) {
      const double size = std::abs(column.value[at(r)]);
      if (size <= largest) continue;
      const double ratio = room(r) / size;
      if (ratio > longest) continue;
      largest = size;
      leaving = {r, direction * column.value[at(r)] > 0 ? Stand::lower : Stand::upper, std::max(0.0, ratio), ratio < 0};
    }
    return leaving;
  }

  static std::size_t at(int row) { return static_cast<std::size_t>(row); }

  Tableau& t_;
  Variables& x_;
  LpLimit& limit_;
  std::vector<std::size_t> listed_;
  std::vector<std::size_t> promising_;    // all that promise something, and some that did
  std::vector<unsigned char> is_listed_;  // by variable: is it listed?
  long considered_ = -1;                  // the recomputation that the list began with
  std::vector<Moved> moved_;
  int before_moving_ = any_idle_steps;  // steps of no length in a row, until bounds are moved
  int unsound_ = 0;
  int idle_ = 0;  // steps of no length since the last that had one
  Lot lot_;
};

}  // namespace

LpEnd primal_simplex(Tableau& tableau, LpLimit& limit, int idle) {
  return Primal(tableau, limit).run(idle);
}

}  // namespace plancover
