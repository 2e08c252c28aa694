// From a master whose columns are days to one whose columns are whole stays: what its
// prices say of the ties between days, and stays made of the days that its LP takes.
#include <algorithm>
#include <map>

#include "plancover/solver/master.hpp"

namespace plancover {

namespace {

/// The part of the penalty that prices of stays may be from those of days; measured.
constexpr double stay_fence = 250;

}  // namespace

Potential Master::learned(const Cell& whole) const {
  // Made from all fates, so that each clash here is found again among the rows' members.
  Potential potential = potential_of(problem_, whole, Fates(problem_.candidates.size(), Fate::open));
  if (!bound_.has_prices()) return potential;
  const auto price = [&](int row) { return -best_prices().of[static_cast<std::size_t>(row)]; };
  for (const Variable& variable : formulation_.variables) {
    if (variable.kind != Variable::Kind::link || variable.person != whole.person) continue;
    for (DayLink& link : potential.links) {
      if (link.session != variable.session) continue;
      link.early = std::clamp<std::int64_t>(price(variable.entries.front().row), 0, scale() * problem_.continuity);
    }
  }
  std::map<int, std::pair<const AnyOf*, const AnyOf*>> nights;
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    if (program().cell(i).person != whole.person) continue;
    for (const AnyOf& any : formulation_.any_of[i]) {
      auto& [first, second] = nights[any.row];
      (first == nullptr ? first : second) = &any;
    }
  }
  for (const auto& [row, sides] : nights) {
    const auto holds = [](const std::vector<CandidateIndex>& all, const std::vector<CandidateIndex>& some) {
      return std::includes(all.begin(), all.end(), some.begin(), some.end());
    };
    for (NightClash& night : potential.nights) {
      if (sides.second == nullptr || price(row) == 0) continue;
      if (!holds(night.first, sides.first->members) || !holds(night.second, sides.second->members)) continue;
      night.charge = std::max(night.charge, price(row));
      break;
    }
  }
  return potential;
}

std::vector<std::vector<CandidateIndex>> Master::stays(PersonIndex person) const {
  // The corner rule of transport problems: what each day takes is laid side by side, and
  // cut wherever a day changes from one column to the next.
  std::map<int, std::vector<std::pair<double, const Column*>>> by_cell;
  std::vector<double> cuts{0.0};
  for (const auto& [much, column] : columns_.taken(1e-4)) {
    if (program().cell(static_cast<std::size_t>(column->cell)).person != person) continue;
    auto& taken = by_cell[column->cell];
    taken.emplace_back((taken.empty() ? 0.0 : taken.back().first) + much, column);
    cuts.push_back(taken.back().first);
  }
  std::sort(cuts.begin(), cuts.end());
  std::vector<std::vector<CandidateIndex>> result;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    if (cuts[i + 1] - cuts[i] < 1e-4) continue;
    std::vector<CandidateIndex> stay;
    for (const auto& [cell, taken] : by_cell) {
      const auto at = std::find_if(taken.begin(), taken.end(), [&](const auto& t) { return t.first > cuts[i] + 5e-5; });
      if (at != taken.end()) stay.insert(stay.end(), at->second->chosen.begin(), at->second->chosen.end());
    }
    std::sort(stay.begin(), stay.end());
    if (possible_together(stay)) result.push_back(std::move(stay));
  }
  return result;
}

bool Master::possible_together(const std::vector<CandidateIndex>& stay) const {
  std::int64_t minutes = 0;
  for (std::size_t i = 0; i < stay.size(); ++i) {
    const ProblemSession& session = problem_.sessions[problem_.candidates[stay[i]].session];
    minutes += session.end - session.start;
    for (std::size_t j = i + 1; j < stay.size(); ++j) {
      const bool both_decided = problem_.candidates[stay[i]].fixed && problem_.candidates[stay[j]].fixed;
      if (!both_decided && clash(problem_, stay[i], stay[j])) return false;
    }
  }
  return stay.empty() || minutes <= problem_.people[problem_.candidates[stay.front()].person].minutes;
}

void Master::add_stay(std::size_t position, std::vector<CandidateIndex> stay) {
  columns_.add(program(), position, std::move(stay), false);
  columns_.flush();
}

void Master::start_near(const Master& other) {
  std::map<RowName, std::int64_t> known;
  const std::vector<std::int64_t>& others = other.best_prices().of;
  for (std::size_t row = 0; row < others.size(); ++row)
    known.emplace(name_of(other.formulation_.rows[row]), others[row]);
  RowPrices near{scale(), {}};
  for (const Row& row : formulation_.rows) {
    const auto it = known.find(name_of(row));
    near.of.push_back(it == known.end() ? 0 : it->second);
  }
  columns_.fence(stay_fence, near);
  start_at(std::move(near));
}

}  // namespace plancover
