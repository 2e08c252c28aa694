// From masters of single days to that of all days together: the columns that theirs took,
// and their prices. Neither proves anything; both spare the larger program its first rounds,
// at which it would ask for the moon.
#include <map>

#include "plancover/solver/master.hpp"

namespace plancover {

void Master::start_from(const std::vector<DayMaster>& days) {
  std::vector<std::size_t> position(problem_.candidates.size(), formulation_.piece.cells.size());
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const Cell& cell = program().cell(i);
    if (cell.many_days) continue;  // a column of one day is none of all
    for (const CandidateIndex c : cell.candidates) position[c.value] = i;
  }
  std::map<RowName, std::int64_t> prices;
  for (const DayMaster& day : days) {
    const Master& other = *day.master;
    for (std::size_t row = 0; row < other.best_prices().of.size(); ++row) {
      const Row& named = other.formulation_.rows[row];
      const bool of_level = named.kind == Row::Kind::total || named.kind == Row::Kind::count;
      prices.emplace(RowName(named.kind, named.subject, of_level ? day.group : 0), other.best_prices().of[row]);
    }
    for (const Column* column : other.columns_.priced_in()) {
      if (column->chosen.empty()) continue;
      const std::size_t mine = position[column->chosen.front().value];
      if (mine < formulation_.piece.cells.size()) columns_.add(program(), mine, column->chosen, false);
    }
  }
  columns_.flush();
  RowPrices known{scale(), {}};
  for (const Row& row : formulation_.rows) {
    const bool of_level = row.kind == Row::Kind::total || row.kind == Row::Kind::count;
    const auto it = prices.find({row.kind, row.subject, of_level ? row.group : 0});
    known.of.push_back(it == prices.end() ? 0 : it->second);
  }
  start_at(std::move(known));
}

}  // namespace plancover
