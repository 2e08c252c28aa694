#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "plancover/simplex/lot.hpp"
#include "plancover/simplex/methods.hpp"

namespace plancover {

namespace {

constexpr double perturbation = 1e-3;  // of a cost; measured: with less, more iterations
constexpr double least_part = 0.25;    // of an edge, that it is known by; what errors leave less of is chosen anew

class Dual {
 public:
  Dual(Tableau& tableau, LpLimit& limit) : t_(tableau), x_(tableau.variables()), limit_(limit) {}

  LpEnd run(bool perturbed) {
    t_.use_shifted(true);
    t_.refresh();
    if (!t_.keeps_edges()) t_.forget_edges();
    shift_all();
    if (perturbed) perturb();
    const LpEnd end = go();
    t_.use_shifted(false);
    return end;
  }

 private:
  LpEnd go() {
    for (;;) {
      const auto row = choose();
      if (!row) return LpEnd::optimal;
      if (limit_.is_reached()) return LpEnd::stopped;
      const LpEnd end = step(*row);
      if (end != LpEnd::optimal) return end;
      if (t_.is_worn()) {
        again();
      }
    }
  }

  void again() {
    t_.refresh_all();
    if (!t_.keeps_edges()) t_.forget_edges();
    shift_all();
  }

  /// A reduced cost that is wrong is shifted to nothing; the primal method mends it in the end.
  void shift(std::size_t v) {
    const bool wrong = (x_.stand[v] == Stand::lower && x_.reduced[v] < 0) ||
                       (x_.stand[v] == Stand::upper && x_.reduced[v] > 0) || x_.stand[v] == Stand::free;
    if (wrong) shift_to_nothing(v);
  }
  void shift_to_nothing(std::size_t v) {
    x_.shifted[v] -= x_.reduced[v];
    x_.reduced[v] = 0;
  }

  /// So that few reduced costs are nothing, and steps have a length.
  void perturb() {
    Lot lot;
    for (std::size_t v = 0; v < x_.size(); ++v) {
      const double by = perturbation * lot.next() * (1 + std::abs(x_.cost[v]));
      const double sign = x_.stand[v] == Stand::lower ? 1.0 : x_.stand[v] == Stand::upper ? -1.0 : 0.0;
      x_.shifted[v] += sign * by;
      x_.reduced[v] += sign * by;
    }
  }

  void shift_all() {
    for (std::size_t v = 0; v < x_.size(); ++v) shift(v);
  }

  /// How far out of its bounds: negative below the lower one.
  [[nodiscard]] double excess(std::size_t row) const {
    const std::size_t basic = t_.basic_in(row);
    const double value = x_.value[basic];
    if (value < x_.lower[basic] - value_tolerance) return value - x_.lower[basic];
    if (value > x_.upper[basic] + value_tolerance) return value - x_.upper[basic];
    return 0;
  }

  [[nodiscard]] std::optional<std::size_t> choose() const {
    std::optional<std::size_t> best;
    double most = 0;
    for (std::size_t r = 0; r < t_.rows(); ++r) {
      const double over = excess(r);
      if (over == 0) continue;
      const double merit = over * over / x_.edge[t_.basic_in(r)];
      if (merit > most) {
        most = merit;
        best = r;
      }
    }
    return best;
  }

  LpEnd step(std::size_t out_row) {
    const double over = excess(out_row);
    const double sign = over > 0 ? 1.0 : -1.0;
    const std::vector<double>& row = t_.row(out_row, listed_);
    if (t_.keeps_edges() && !edge_is_sound(out_row)) return LpEnd::optimal;  // chosen for one that it does not have
    const auto entering = ratio_test(sign, row);
    if (!entering) {
      if (t_.is_fresh()) return LpEnd::infeasible;
      again();
      return LpEnd::optimal;
    }
    const SparseVector& column = t_.column(*entering);
    const double pivot = column.value[out_row];
    if (std::abs(row[*entering] - pivot) > 1e-6 * (1 + std::abs(pivot))) {
      if (++unsound_ > 20) return LpEnd::unsound;
      again();
      return LpEnd::optimal;
    }
    if (x_.reduced[*entering] * row[*entering] * sign < 0) shift_to_nothing(*entering);
    const double price = x_.reduced[*entering] / pivot;
    for (const std::size_t v : listed_) {
      x_.reduced[v] -= price * row[v];
      shift(v);
    }
    const std::size_t out = t_.basic_in(out_row);
    const double bound = sign > 0 ? x_.upper[out] : x_.lower[out];
    t_.move(*entering, (x_.value[out] - bound) / pivot, column);
    t_.update_edges(out_row, *entering, column);
    t_.exchange(out_row, *entering, column, sign > 0 ? Stand::upper : Stand::lower);
    x_.reduced[out] = -price;
    return LpEnd::optimal;
  }

  /// Of the last row: its edge is exact from now on.
  [[nodiscard]] bool edge_is_sound(std::size_t row) {
    const double exact = t_.edge_of_row();
    double& edge = x_.edge[t_.basic_in(row)];
    const bool is_sound = edge >= least_part * exact;
    edge = exact;
    return is_sound;
  }

  /// The nonbasic variable whose reduced cost is the first to become wrong, within the tolerance; among
  /// those, the largest pivot. None: nothing can bring the row within its bounds.
  [[nodiscard]] std::optional<std::size_t> ratio_test(double sign, const std::vector<double>& row) const {
    double most = 0;
    for (const std::size_t v : listed_) most = std::max(most, std::abs(row[v]));
    const double least = least_pivot(most);
    const auto falls = [&](std::size_t v) {
      const double entry = x_.stand[v] == Stand::lower   ? sign * row[v]
                           : x_.stand[v] == Stand::upper ? -sign * row[v]
                                                         : std::abs(row[v]);
      return entry > least;
    };
    double farthest = std::numeric_limits<double>::infinity();
    for (const std::size_t v : listed_) {
      if (falls(v)) farthest = std::min(farthest, (std::abs(x_.reduced[v]) + cost_tolerance) / std::abs(row[v]));
    }
    std::optional<std::size_t> best;
    double largest = 0;
    for (const std::size_t v : listed_) {
      const double size = std::abs(row[v]);
      if (size <= largest || !falls(v) || std::abs(x_.reduced[v]) > farthest * size) continue;
      largest = size;
      best = v;
    }
    return best;
  }

  Tableau& t_;
  Variables& x_;
  LpLimit& limit_;
  std::vector<std::size_t> listed_;
  int unsound_ = 0;
};

}  // namespace

LpEnd dual_simplex(Tableau& tableau, LpLimit& limit, bool perturbed) {
  return Dual(tableau, limit).run(perturbed);
}

}  // namespace plancover
