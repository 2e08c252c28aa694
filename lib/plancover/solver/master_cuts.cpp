// Rows that a master has for a while only.
#include <map>

#include "plancover/solver/master.hpp"

namespace plancover {

void Master::add_cuts(const std::vector<Cut>& cuts, RowPrices prices) {
  for (const Cut& cut : cuts) {
    add_cut(problem_, formulation_, cut);
    const std::map<CandidateIndex, std::int64_t> values(cut.candidates.begin(), cut.candidates.end());
    std::vector<LpEntry> of_columns;
    for (const auto& [variable, value] : cut.variables)
      of_columns.push_back({variable_[variable], static_cast<double>(value)});
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      std::int64_t sum = 0;
      for (const CandidateIndex candidate : columns_[c].chosen) {
        if (const auto found = values.find(candidate); found != values.end()) sum += found->second;
      }
      if (sum != 0) of_columns.push_back({column_lp_[c], static_cast<double>(sum)});
    }
    add_lp_row(formulation_.rows.back(), of_columns);
  }
  if (prices.of.size() == formulation_.rows.size()) {
    center_ = std::move(prices);
  } else if (!center_.of.empty()) {
    center_.of.resize(formulation_.rows.size(), 0);
  }
}

void Master::drop_cuts() {
  plancover::drop_cuts(formulation_);
  for (std::size_t row = 0; row < formulation_.rows.size(); ++row) {
    if (formulation_.rows[row].kind == Row::Kind::cut) lp_.drop_row(row_[row]);
  }
}

}  // namespace plancover
