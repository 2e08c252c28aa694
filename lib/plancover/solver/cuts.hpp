// Cuts for a node, found on its compact linear program, and the prices it ends with. They
// hold for every plan of the node, which is all that whoever branches from it asks about.
#pragma once

#include <vector>

#include "plancover/solver/master.hpp"

namespace plancover {

struct Cuts {
  std::vector<Cut> all;
  RowPrices prices;      ///< of the formulation's rows, and then of the cuts
  double objective = 0;  ///< what the linear program came to with them, as it says
};

/// Of a master whose cells are days, at a level of seats or of changes. Ends where the bound reaches `enough`.
[[nodiscard]] Cuts find_cuts(const Master& master, const Node& node, double enough, Budget& budget);

}  // namespace plancover
