// The two simplex methods over one Tableau, each from the basis it is given.
#pragma once

#include <functional>
#include <limits>

#include "plancover/simplex/tableau.hpp"

namespace plancover {

enum class LpEnd {
  optimal,
  infeasible,
  unbounded,
  stopped,
  lost,    ///< errors of rounding took values far out of their bounds; near here the other method may mend it
  unsound  ///< numbers contradict each other again and again
};

struct LpLimit {
  long iterations = 0;         ///< left; counted down
  std::function<bool()> stop;  ///< asked now and then
  [[nodiscard]] bool is_reached() { return --iterations < 0 || (iterations % 16 == 0 && stop && stop()); }
};

inline constexpr int idle_steps = 5;  ///< measured: where there is one without length, there are often hundreds
inline constexpr int any_idle_steps = std::numeric_limits<int>::max();

/// From values within their bounds (Dantzig 1951; bounded variables, choice of the entering one by reference
/// weights of Harris 1973, who also gave the ratio test with tolerances). After `idle` steps in a row without length,
/// bounds of basic variables are moved apart (Wolfe 1963), and from then on bounds go along with what leaves the basis
/// beyond them; at the end they are as they were, and values may be a little beyond them.
LpEnd primal_simplex(Tableau& tableau, LpLimit& limit, int idle);
/// From reduced costs that are none of them wrong, or made so by shifting costs (Lemke 1954; steepest edges of
/// Forrest and Goldfarb 1992, from 1 at the start unless they are kept; costs perturbed and shifted as in Koberstein
/// 2005). Without `perturbed`, the objective on the way is that of the costs as they are.
LpEnd dual_simplex(Tableau& tableau, LpLimit& limit, bool perturbed = true);

}  // namespace plancover
