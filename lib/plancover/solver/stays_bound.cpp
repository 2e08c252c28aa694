#include "plancover/solver/stays_bound.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "plancover/solver/ascent.hpp"

namespace plancover {

namespace {

constexpr int most_rounds = 400;
// Measured on conferences of 600 sessions by 160 people; the prices start where those of cells got to.
constexpr Pace gentle{.reach = 0.01, .least_reach = 1e-4, .patience = 5, .shorter = 0.6, .inertia = 0.85};

/// One cell for each attendee of the piece.
std::vector<Cell> stays_of(const BoundTask& task) {
  std::map<PersonIndex, std::vector<CandidateIndex>> all;
  for (const int index : task.piece.cells) {
    const Cell& cell = task.cells[static_cast<std::size_t>(index)];
    all[cell.person].insert(all[cell.person].end(), cell.candidates.begin(), cell.candidates.end());
  }
  std::vector<Cell> stays;
  for (auto& [person, candidates] : all) {
    std::sort(candidates.begin(), candidates.end());
    stays.push_back({person, std::move(candidates), true, false});
  }
  return stays;
}

}  // namespace

Cost bound_by_stays(const BoundTask& task, const std::vector<bool>& hours_bind, const NearPrices& near,
                    Budget& budget) {
  const std::vector<Cell> stays = stays_of(task);
  Piece piece{{}, task.piece.sessions};
  for (std::size_t i = 0; i < stays.size(); ++i) piece.cells.push_back(static_cast<int>(i));
  Formulation f = formulate(task.problem, stays, std::move(piece), task.group_of, false, task.fates);
  open_held(task.problem, f, task.open, task.held);
  Relaxation relaxation(task.problem, stays, std::move(f), task.problem.levels[task.level], task.fates);

  std::vector<Potential> potentials;
  for (const Cell& cell : stays) {
    potentials.push_back(potential_of(task.problem, cell, task.fates));
    potentials.back().hours = hours_bind[cell.person.value];
    for (DayLink& link : potentials.back().links) {
      const auto known = near.early.find({cell.person, link.session});
      if (known != near.early.end()) link.early = relaxation.scaled(known->second);
    }
    std::vector<NightClash>& nights = potentials.back().nights;
    const auto charges = near.nights.find(cell.person);
    for (std::size_t n = 0; charges != near.nights.end() && n < std::min(nights.size(), charges->second.size()); ++n) {
      nights[n].charge = relaxation.scaled(charges->second[n]);
    }
  }
  relaxation.credit(stays, std::move(potentials));
  relaxation.start_near(near);

  const std::int64_t scale = relaxation.start().scale;
  Ascent ascent(relaxation.start().of, ranges_of(relaxation.formulation()), gentle);
  for (int round = 0; round < most_rounds && !budget.spent(); ++round) {
    const RowPrices at{scale, ascent.prices()};
    const std::optional<Wide> now = relaxation.solve(at, budget);
    if (!now) break;
    // Less than a whole point short of the value is the value.
    if (!ascent.step(*now, relaxation.missed(at), static_cast<Wide>(task.value - 1) * scale + 1)) break;
  }
  return ascent.best() ? round_up(*ascent.best(), scale) : std::numeric_limits<Cost>::min();
}

}  // namespace plancover
