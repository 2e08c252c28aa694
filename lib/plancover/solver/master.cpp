#include "plancover/solver/master.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "plancover/solver/compact_lp.hpp"
#include "plancover/solver/ties.hpp"

namespace plancover {

namespace {

/// How far prices are taken back towards the best ones so far before columns are made
/// with them (Wentges 1997): fewer rounds, since duals jump less.
constexpr double smoothing = 0.6;

/// Measured on conferences of 600 sessions by 40 people: after so many rounds in a row that say hardly more, branching
/// says more. Where the linear program breaks a row, there were hundreds of them.
constexpr int long_tail = 30;
constexpr double hardly = 50;  // a part of what is left to the cut-off

constexpr double whole_enough = 2e-5;  // not to be branched on

}  // namespace

Master::Master(const Problem& problem, const std::vector<Cell>& cells, Formulation formulation, Budget& budget)
    : problem_(problem),
      cells_(cells),
      formulation_(std::move(formulation)),
      budget_(&budget),
      bound_(problem),
      columns_(formulation_),
      sits_(problem.candidates.size(), 0.0) {}

std::unique_ptr<Master> Master::twin(Budget& budget) const {
  std::unique_ptr<Master> twin(new Master(*this));
  if (compact_) twin->compact_ = std::make_shared<CompactLp>(*compact_);
  twin->spend_from(budget);
  return twin;
}

void Master::open(const std::vector<SlotIndex>& sessions, bool links, const Fates& fates) {
  open_sessions(problem_, formulation_, sessions);
  if (links) add_links(problem_, cells_, fates, formulation_);
  columns_.grow(problem_, formulation_);
}

void Master::aim_at(const ProblemLevel& level) {
  level_ = level;
  columns_.aim_at(program());
  bound_.forget_prices();
}

void Master::keep(const ProblemLevel& level, int group, Cost at_most) {
  add_total(problem_, formulation_, level, group, at_most);
  columns_.grow(problem_, formulation_);
}

void Master::keep_at_most(std::size_t total, Cost at_most) {
  Total& kept = formulation_.totals[total];
  const auto row = static_cast<std::size_t>(kept.row);
  kept.limit = at_most;
  formulation_.rows[row].right = at_most;
  columns_.limit(row, at_most);
}

void Master::keep_all_before(std::size_t level, const std::vector<CandidateIndex>& plan) {
  for (std::size_t before = 0; before < level; ++before) {
    const ProblemLevel& kind = problem_.levels[before];
    keep(kind, -1, total_cost(problem_, formulation_.piece.sessions, kind, plan));
  }
}

void Master::count(const ProblemLevel& level, int group, Cost at_least) {
  add_count(problem_, formulation_, level, group, at_least);
  columns_.grow(problem_, formulation_);
}

Node Master::root(const Fates& fates) const {
  Node node;
  node.fates = fates;
  for (const Variable& variable : formulation_.variables) {
    node.bounds.lower.push_back(variable.lower);
    node.bounds.upper.push_back(variable.upper);
  }
  return node;
}

void Master::offer(const std::vector<CandidateIndex>& chosen) {
  std::vector<CandidateIndex> ascending = chosen;
  std::sort(ascending.begin(), ascending.end());
  for (std::size_t i = 0; i < formulation_.piece.cells.size(); ++i) {
    const auto& all = program().cell(i).candidates;
    std::vector<CandidateIndex> mine;
    std::set_intersection(all.begin(), all.end(), ascending.begin(), ascending.end(), std::back_inserter(mine));
    columns_.add(program(), i, std::move(mine), false);
  }
  columns_.flush();
}

double Master::estimate(const Node& node, int most_iterations) {
  return by_compact_ ? compact_->estimate(node, most_iterations, *budget_)
                     : columns_.estimate(program(), node, most_iterations, *budget_);
}

std::shared_ptr<const Master::Start> Master::here() const {
  auto start = std::make_shared<Start>(Start{best_prices(), columns_.basis(), this});
  if (compact_) {
    start->compact = compact_->basis();
    start->of_compact = compact_;
  }
  return start;
}

void Master::start_from(const Start& start) {
  bound_.start_at(start.prices);
  bound_.extend_to(formulation_.rows.size());  // cuts may have come since
  if (start.of == this) columns_.start_from(start.basis);
  if (compact_ && start.of_compact == compact_) compact_->start_from(start.compact);
}

bool Master::learn(const Node& node, RowPrices prices, bool first, std::vector<Priced>& best, NodeResult& result) {
  const std::optional<Cost> bound = bound_.learn(program(), node, std::move(prices), first, best);
  if (!bound) return false;
  result.bound = first ? *bound : std::max(result.bound, *bound);
  return true;
}

/// Those that the linear program would take; returns how many.
int Master::add_columns(std::vector<Priced>& best) {
  int added = 0;
  for (std::size_t i = 0; i < best.size(); ++i) added += columns_.add(program(), i, std::move(best[i].chosen), true);
  return added;
}

NodeResult Master::solve(const Node& node, Cost cut_off, int most_rounds) {
  return compact_ ? solve_compact(node, cut_off) : solve_by_columns(node, cut_off, most_rounds);
}

NodeResult Master::solve_by_columns(const Node& node, Cost cut_off, int most_rounds) {
  by_compact_ = false;
  NodeResult result;
  bool bounded = false;
  bool by_lp = false;
  std::vector<Priced> best;
  double told = lp_infinity;  // how far program and bound are apart
  int in_vain = 0;
  if (bound_.has_prices()) {
    // The best prices so far often end a node at once, and are a place to search near.
    if (!learn(node, RowPrices(best_prices()), true, best, result)) return {true, cut_off, 0, true};
    bounded = true;
    result.pruned = result.bound >= cut_off;
    charge_pricing();
    if (result.pruned) return result;
  }
  columns_.restrict_to(program(), node);
  for (int round = 0; round < most_rounds; ++round) {
    if (bounded && budget_->spent()) break;
    const bool solved = columns_.solve(*budget_);
    charge_pricing();
    if (!solved) break;
    result.objective = columns_.objective();
    columns_.read_into(program(), sits_);
    int added = 0;
    for (const double towards : {smoothing, 0.0, 0.3, 0.85}) {
      if (towards > 0 && !bound_.has_prices()) continue;
      // Whole stays cannot always be searched to the end at the prices of the LP; at others nearby they can.
      const bool is_exact = static_cast<double>(result.bound) >= std::floor(result.objective - 1e-6);
      if (towards != smoothing && towards > 0 && (!of_stays() || broken() || is_exact)) break;
      RowPrices prices = columns_.prices(formulation_, best_prices(), towards);
      if (!learn(node, std::move(prices), !bounded, best, result)) return {true, cut_off, 0, true};
      bounded = by_lp = true;
      if (result.bound >= cut_off) {
        result.pruned = true;
        return result;
      }
      added += add_columns(best);
      if (added > 0) break;
    }
    if (added == 0) {
      // Too cheap a breach: the prices said less than they must.
      if (columns_.make_breaking_dearer(best_prices())) continue;
      break;
    }
    const bool enough = !broken() && static_cast<double>(result.bound) >= std::ceil(result.objective - 1e-6);
    columns_.flush();
    if (enough) break;
    const double apart = result.objective - static_cast<double>(result.bound);
    const bool says_more = (told - apart) * hardly > static_cast<double>(cut_off - result.bound);
    in_vain = says_more ? 0 : in_vain + 1;
    if (says_more) told = apart;
    if (in_vain >= long_tail && !of_stays() && leaves_open(node)) break;
  }
  // The LP gave nothing to go by, or what it asked for with few columns: no prices at all may say more. Of whole stays
  // they never do, and it takes long to hear that.
  if (!bounded || (!of_stays() && (!by_lp || budget_->spent()))) {
    const RowPrices none{scale(), std::vector<std::int64_t>(formulation_.rows.size(), 0)};
    if (!learn(node, none, !bounded, best, result)) return {true, cut_off, 0, true};
    result.pruned = result.bound >= cut_off;
  }
  return result;
}

void Master::charge_pricing() {
  budget_->add(bound_.take_steps() / pricing_steps_a_unit);
}

/// Does the last LP neither take nor leave some candidate, so that there is something to branch on?
bool Master::leaves_open(const Node& node) const {
  return std::any_of(formulation_.piece.cells.begin(), formulation_.piece.cells.end(), [&](int cell) {
    const auto& all = cells_[static_cast<std::size_t>(cell)].candidates;
    return std::any_of(all.begin(), all.end(), [&](CandidateIndex c) {
      const double sits = sits_[c.value];
      return node.fates[c.value] == Fate::open && std::abs(sits - std::round(sits)) > whole_enough;
    });
  });
}

double Master::value_of(std::size_t variable) const {
  return by_compact_ ? compact_->value_of(variable) : columns_.value_of(variable);
}

double Master::objective() const {
  return by_compact_ ? compact_->objective() : columns_.objective();
}

std::vector<std::pair<double, const Column*>> Master::leading() const {
  std::vector<std::pair<double, const Column*>> result(formulation_.piece.cells.size(), {0.0, nullptr});
  for (const auto& [much, taken] : columns_.taken(lp_nothing)) {
    auto& [most, column] = result[static_cast<std::size_t>(taken->cell)];
    if (much > most + lp_nothing) {
      most = much;
      column = taken;
    }
  }
  return result;
}

}  // namespace plancover
