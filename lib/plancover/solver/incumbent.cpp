#include "plancover/solver/incumbent.hpp"

#include <utility>

namespace plancover {

bool accept(const Master& master, Incumbent& incumbent) {
  if (master.broken()) return false;
  std::vector<CandidateIndex> chosen;
  for (const int cell : master.formulation().piece.cells) {
    for (const CandidateIndex c : master.cells()[static_cast<std::size_t>(cell)].candidates) {
      const double sits = master.sits()[c.value];
      if (sits > 1e-6 && sits < 1 - 1e-6) return false;
      if (sits > 0.5) chosen.push_back(c);
    }
  }
  if (!keeps_totals(master.problem(), master.formulation(), chosen)) return false;
  const Cost cost = total_cost(master.problem(), master.formulation().piece.sessions, master.level(), chosen);
  if (cost >= incumbent.cost) return false;
  incumbent.cost = cost;
  incumbent.chosen = std::move(chosen);
  return true;
}

}  // namespace plancover
