// A master that solves its nodes without columns, proves what it says by the same prices, and has rows for cuts.
#include <algorithm>

#include "plancover/solver/compact_lp.hpp"
#include "plancover/solver/master.hpp"
#include "plancover/solver/spread.hpp"

namespace plancover {

namespace {

constexpr std::int64_t most_work = 300'000;  // on the cuts of one node; the first program takes a quarter of it
constexpr int most_in_vain = 14;             // rounds in a row, of which the objective takes no notice
constexpr double least_gain = 1e-3;

}  // namespace

void Master::go_compact(const Node& node, double enough) {
  compact_ = std::make_shared<CompactLp>(program(), node);
  const NarrowedBudget narrowed(*budget_, most_work);
  double best = -lp_infinity;
  for (int in_vain = 0; compact_->solve(*budget_) && in_vain < most_in_vain; ++in_vain) {
    if (compact_->objective() > best + least_gain) in_vain = 0;
    best = std::max(best, compact_->objective());
    compact_->forget_idle();
    if (best > enough + 1e-6 || budget_->spent() || !compact_->cut(*budget_)) break;
  }
  for (const Cut& cut : compact_->fresh_cuts()) add_cut(problem_, formulation_, cut);
  columns_.grow(problem_, formulation_);
  bound_.extend_to(formulation_.rows.size());
}

void Master::start_without_columns(const Node& node) {
  CompactLp compact(program(), node);
  if (!compact.solve(*budget_)) return;
  offer(node, compact);
  start_at(compact.prices(formulation_, scale()));
}

void Master::offer(const Node& node, const CompactLp& compact) {
  std::vector<double> sits(problem_.candidates.size(), 0.0);
  compact.read_into(sits);
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    for (Strand& strand : spread(problem_, program().cell(i), node.fates, sits))
      columns_.add(program(), i, std::move(strand.chosen), false);
  }
  columns_.flush();
}

void Master::leave_compact() {
  compact_ = nullptr;
  by_compact_ = false;
}

NodeResult Master::solve_compact(const Node& node, Cost cut_off) {
  compact_->restrict_to(node);
  if (!compact_->solve(*budget_)) return solve_by_columns(node, cut_off);
  by_compact_ = true;
  for (const int cell : formulation_.piece.cells) {
    for (const CandidateIndex c : cells_[static_cast<std::size_t>(cell)].candidates)
      sits_[c.value] = node.fates[c.value] == Fate::chosen ? 1 : 0;
  }
  compact_->read_into(sits_);
  NodeResult result;
  result.objective = compact_->objective();
  std::vector<Priced> best;
  const bool possible = learn(node, compact_->prices(formulation_, scale()), true, best, result);
  charge_pricing();
  if (!possible) return {true, cut_off, 0, true};
  result.pruned = result.bound >= cut_off;
  // Prices are rounded: they may say a little less than the program does.
  const bool says_enough = result.objective > static_cast<double>(cut_off - 1) + 1e-6;
  return says_enough && !result.pruned ? solve_by_columns(node, cut_off) : result;
}

void Master::drop_cuts() {
  plancover::drop_cuts(formulation_);
  for (std::size_t row = 0; row < formulation_.rows.size(); ++row) {
    if (formulation_.rows[row].kind == Row::Kind::cut) columns_.drop_row(row);
  }
}

}  // namespace plancover
