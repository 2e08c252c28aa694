// A master that solves its nodes without columns, proves what it says by the same prices, and has rows for cuts.
#include <algorithm>
#include <map>

#include "plancover/solver/compact_lp.hpp"
#include "plancover/solver/spread.hpp"

namespace plancover {

namespace {

constexpr std::int64_t most_work = 300'000;  // on the cuts of one node; the first program takes a quarter of it
constexpr int most_in_vain = 14;             // rounds in a row, of which the objective takes no notice
constexpr double least_gain = 1e-3;

}  // namespace

void Master::go_compact(const Node& node, double enough) {
  compact_ = std::make_shared<CompactLp>(*this, node);
  const NarrowedBudget narrowed(*budget_, most_work);
  double best = -lp_infinity;
  for (int in_vain = 0; compact_->solve(*budget_) && in_vain < most_in_vain; ++in_vain) {
    if (compact_->objective() > best + least_gain) in_vain = 0;
    best = std::max(best, compact_->objective());
    compact_->forget_idle();
    if (best > enough + 1e-6 || budget_->spent() || !compact_->cut(*budget_)) break;
  }
  add_cuts(compact_->fresh_cuts());
}

void Master::start_without_columns(const Node& node) {
  CompactLp compact(*this, node);
  if (!compact.solve(*budget_)) return;
  offer(node, compact);
  start_at(compact.prices(formulation_, scale_));
}

void Master::offer(const Node& node, const CompactLp& compact) {
  std::vector<double> sits(problem_.candidates.size(), 0.0);
  compact.read_into(sits);
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const Cell& cell = cells_[static_cast<std::size_t>(formulation_.piece.cells[i])];
    for (Strand& strand : spread(problem_, cell, node.fates, sits)) add_column(i, std::move(strand.chosen), false);
  }
  flush();
}

void Master::leave_compact() {
  compact_ = nullptr;
  by_compact_ = false;
}

NodeResult Master::solve_compact(const Node& node, Cost cut_off) {
  compact_->restrict_to(node);
  if (!compact_->solve(*budget_)) return solve_by_columns(node, cut_off);
  by_compact_ = true;
  broken_ = false;
  for (const int cell : formulation_.piece.cells) {
    for (const CandidateIndex c : cells_[static_cast<std::size_t>(cell)].candidates)
      sits_[c.value] = node.fates[c.value] == Fate::chosen ? 1 : 0;
  }
  compact_->read_into(sits_);
  NodeResult result;
  result.objective = compact_->objective();
  std::vector<Priced> best;
  const bool possible = learn(node, compact_->prices(formulation_, scale_), best, result, true);
  charge();
  if (!possible) return {true, cut_off, 0, true};
  result.pruned = result.bound >= cut_off;
  // Prices are rounded: they may say a little less than the program does.
  const bool says_enough = result.objective > static_cast<double>(cut_off - 1) + 1e-6;
  return says_enough && !result.pruned ? solve_by_columns(node, cut_off) : result;
}

void Master::add_cuts(const std::vector<Cut>& cuts) {
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
  if (!center_.of.empty()) center_.of.resize(formulation_.rows.size(), 0);
}

void Master::drop_cuts() {
  plancover::drop_cuts(formulation_);
  for (std::size_t row = 0; row < formulation_.rows.size(); ++row) {
    if (formulation_.rows[row].kind == Row::Kind::cut) lp_.drop_row(row_[row]);
  }
}

}  // namespace plancover
