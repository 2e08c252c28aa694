#include "plancover/solver/plan_by_prices.hpp"

#include "plancover/solver/pricing.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover {

std::vector<CandidateIndex> plan_by_prices(const Problem& problem, const std::vector<Cell>& cells, const Piece& piece,
                                           const Prices& prices, Fates fates, Budget& budget) {
  Schedule schedule(problem);
  std::vector<CandidateIndex> plan;
  const auto sit = [&](CandidateIndex c) {
    schedule.add(c);
    plan.push_back(c);
  };
  for (const int index : piece.cells) {
    for (const CandidateIndex c : cells[static_cast<std::size_t>(index)].candidates) {
      if (fates[c.value] == Fate::chosen) sit(c);
    }
  }
  std::int64_t steps = 0;
  for (std::size_t i = 0; i < piece.cells.size(); ++i) {
    const Cell& cell = cells[static_cast<std::size_t>(piece.cells[i])];
    for (const CandidateIndex c : cell.candidates) {
      if (fates[c.value] == Fate::open && !schedule.fits(c)) fates[c.value] = Fate::forbidden;
    }
    const Priced priced = price_cell(problem, cell, prices, prices.charges[i], fates, steps);
    for (const CandidateIndex c : priced.chosen) {
      if (fates[c.value] == Fate::open && schedule.fits(c)) sit(c);
    }
  }
  budget.add(1 + steps / pricing_steps_a_unit);
  return plan;
}

}  // namespace plancover
