// From masters of single days to that of all days together: the columns that theirs took,
// and their prices. Neither proves anything; both spare the larger program its first rounds,
// at which it would ask for the moon.
#include <map>

#include "plancover/solver/master.hpp"

namespace plancover {

void Master::start_from(const std::vector<DayMaster>& days) {
  std::vector<std::size_t> position(problem_.candidates.size(), formulation_.piece.cells.size());
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    if (cell.many_days) continue;  // a column of one day is none of all
    for (const CandidateIndex c : cell.candidates) position[c.value] = i;
  }
  std::map<RowName, std::int64_t> prices;
  for (const DayMaster& day : days) {
    const Master& other = *day.master;
    for (std::size_t row = 0; row < other.center_.of.size(); ++row) {
      const Row& named = other.formulation_.rows[row];
      const bool of_level = named.kind == Row::Kind::total || named.kind == Row::Kind::count;
      prices.emplace(RowName(named.kind, named.subject, of_level ? day.group : 0), other.center_.of[row]);
    }
    const double* reduced = other.lp_.reduced_costs();
    for (std::size_t c = 0; c < other.columns_.size(); ++c) {
      const std::vector<CandidateIndex>& chosen = other.columns_[c].chosen;
      if (chosen.empty() || reduced[other.column_lp_[c]] > 1e-6) continue;
      const std::size_t mine = position[chosen.front().value];
      if (mine < known_.size()) add_column(mine, chosen, false);
    }
  }
  flush();
  center_ = {scale_, {}};
  for (const Row& row : formulation_.rows) {
    const bool of_level = row.kind == Row::Kind::total || row.kind == Row::Kind::count;
    const auto it = prices.find({row.kind, row.subject, of_level ? row.group : 0});
    center_.of.push_back(it == prices.end() ? 0 : it->second);
  }
}

}  // namespace plancover
