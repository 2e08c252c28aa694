// The best plan of a piece so far, and how a linear program's answer becomes one.
#pragma once

#include <vector>

#include "plancover/solver/master.hpp"

namespace plancover {

struct Incumbent {
  std::vector<CandidateIndex> chosen;  ///< of the piece's cells
  Cost cost = 0;                       ///< at the level searched
};

/// Takes the answer of the master's last LP where it is a plan and costs less; true then.
bool accept(const Master& master, Incumbent& incumbent);

}  // namespace plancover
