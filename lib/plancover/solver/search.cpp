#include "plancover/solver/search.hpp"

#include <algorithm>
#include <climits>
#include <memory>

#include "plancover/solver/branching.hpp"

namespace plancover {

namespace {

/// Takes the LP's answer as a plan where it is one, and a better one.
bool accept(Master& master, Incumbent& incumbent) {
  if (master.relaxed()) return false;
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

struct Open {
  Node node;
  Cost bound = 0;
  std::size_t recorded = 0;
  std::shared_ptr<const RowPrices> prices;  ///< that bounded the node above it
};

std::shared_ptr<const RowPrices> prices_of(const Master& master) {
  return std::make_shared<const RowPrices>(master.best_prices());
}

/// To the end of `open` the node of the least bound, the latest of those.
void bring_up_most_promising(std::vector<Open>& open) {
  auto best = open.begin();
  for (auto it = open.begin(); it != open.end(); ++it) {
    if (it->bound <= best->bound) best = it;
  }
  std::rotate(best, std::next(best), open.end());
}

/// Branches on what is open, deeper and deeper and then from where there is most hope (best first with
/// plunging; Linderoth and Savelsbergh 1999), until nothing is open, or `nodes` are looked at, or the budget is
/// spent; returns a cost that nothing in `open` can be below, unless it is the incumbent.
Cost explore(Master& master, std::vector<Open> open, Cost stop_at, int nodes, Incumbent& incumbent, Budget& budget,
             Recorder& recorder) {
  Cost undecided = incumbent.cost;
  bool went_deeper = true;  // from the node before, whose prices and basis are still at hand
  while (!open.empty() && stop_at < incumbent.cost && nodes-- > 0 && !budget.spent()) {
    if (!went_deeper) bring_up_most_promising(open);
    went_deeper = false;
    Open current = std::move(open.back());
    open.pop_back();
    if (current.bound >= incumbent.cost) continue;
    master.start_at(*current.prices);
    const NodeResult result = master.solve(current.node, incumbent.cost);
    recorder.solved(current.recorded, master, master.best_prices(), result);
    if (result.pruned) continue;
    accept(master, incumbent);
    current.bound = std::max(current.bound, result.bound);
    if (current.bound >= incumbent.cost) continue;
    master.tighten(current.node, incumbent.cost);
    recorder.fixed(current.recorded);
    const Branch branch = master.thinks_over() ? choose_strong_branch(master, current.node, incumbent.cost)
                                               : choose_branch(master, current.node);
    if (branch.kind == Branch::Kind::none) {
      // Nothing left to decide, yet no proof: an earlier level left room that the LP uses. Say so by the bound.
      undecided = std::min(undecided, current.bound);
      continue;
    }
    const auto prices = prices_of(master);
    const std::size_t down = recorder.branched(current.recorded, master, branch);
    for (const bool up : {!branch.up_first, branch.up_first}) {
      Open child{current.node, current.bound, up ? down + 1 : down, prices};
      if (take(master, branch, up, child.node)) {
        open.push_back(std::move(child));
        went_deeper = true;
      } else {
        recorder.impossible(child.recorded);
      }
    }
  }
  Cost bound = std::min(undecided, incumbent.cost);
  for (const Open& left : open) bound = std::min(bound, left.bound);
  return bound;
}

/// What the plan and the LP agree on is kept, and the rest looked at in earnest (relaxation
/// induced neighbourhoods; Danna, Rothberg and Le Pape 2005), as long as it helps.
void look_between(Master& master, const Open& root, const std::vector<double>& sits, Incumbent& incumbent,
                  Budget& budget) {
  Recorder nothing;
  Cost before = incumbent.cost + 1;
  while (incumbent.cost < before && !budget.spent()) {
    before = incumbent.cost;
    std::vector<CandidateIndex> planned = incumbent.chosen;
    std::sort(planned.begin(), planned.end());
    Open near = root;
    for (const int cell : master.formulation().piece.cells) {
      for (const CandidateIndex c : master.cells()[static_cast<std::size_t>(cell)].candidates) {
        if (near.node.fates[c.value] != Fate::open) continue;
        const bool in_plan = std::binary_search(planned.begin(), planned.end(), c);
        if (in_plan && sits[c.value] > 1 - 1e-6) {
          if (!take(master, {Branch::Kind::candidate, 0, 0, c, true}, true, near.node)) return;
        } else if (!in_plan && sits[c.value] < 1e-6) {
          near.node.fates[c.value] = Fate::forbidden;
        }
      }
    }
    explore(master, {near}, root.bound, 200, incumbent, budget, nothing);
  }
}

/// The bound of the root at no prices.
Cost plain_root(Master& master, const Node& root, Recorder& recorder) {
  const Cost bound = master.plain_bound(root);
  recorder.solved(recorder.root(), master, {master.best_prices().scale, {}}, {false, bound, 0, false});
  return bound;
}

}  // namespace

bool dive(Master& master, Node node, Incumbent& incumbent, Budget& budget) {
  const Cost begun = incumbent.cost;
  Node before = node;
  Cost before_bound = 0;
  auto before_prices = prices_of(master);
  std::size_t share = 8;  // of the open days that are decided at once
  int failures = 0;
  for (;;) {
    if (budget.spent()) break;
    const NodeResult result = master.solve(node, incumbent.cost);
    if (!result.pruned) {
      if (accept(master, incumbent)) break;
      before = node;
      before_bound = result.bound;
      before_prices = prices_of(master);
    } else {
      // Too much at once: take less, from where it was still possible.
      if (++failures > 3) break;
      share *= 4;
      node = before;
      master.start_at(*before_prices);
      if (master.solve(node, incumbent.cost).pruned) break;
    }
    if (!fix_surest(master, node, share)) break;
  }
  if (incumbent.cost == begun) {
    // What is left open at the bottom is little; look at it in earnest.
    Recorder nothing;
    explore(master, {{before, before_bound, 0, before_prices}}, before_bound, 60, incumbent, budget, nothing);
  }
  return incumbent.cost < begun;
}

Cost root_bound(Master& master, const Fates& fates, Cost cut_off, Budget& budget, Recorder& recorder) {
  const Node root = master.root(fates);
  if (budget.spent()) return std::min(cut_off, plain_root(master, root, recorder));
  const NodeResult result = master.solve(root, cut_off);
  recorder.solved(recorder.root(), master, master.best_prices(), result);
  return std::min(cut_off, result.bound);
}

Cost search(Master& master, const Fates& fates, Incumbent& incumbent, Cost known, Budget& budget, Recorder& recorder) {
  Node root = master.root(fates);
  if (known >= incumbent.cost) return incumbent.cost;
  if (budget.spent()) return std::min(incumbent.cost, std::max(known, plain_root(master, root, recorder)));
  const NodeResult result = master.solve(root, incumbent.cost);
  const std::size_t recorded = recorder.root();
  recorder.solved(recorded, master, master.best_prices(), result);
  if (result.pruned) return incumbent.cost;
  const Cost root_bound = std::max(result.bound, known);
  const auto prices = prices_of(master);
  if (!accept(master, incumbent)) {
    master.tighten(root, incumbent.cost);
    recorder.fixed(recorded);
    if (!master.of_stays()) master.purge(root.fates, incumbent.cost);
    const std::vector<double> sits = master.sits();
    dive(master, root, incumbent, budget);
    if (!master.of_stays()) look_between(master, {root, root_bound, 0, prices}, sits, incumbent, budget);
  }
  const Cost bound = explore(master, {{std::move(root), root_bound, recorded, prices}}, root_bound, INT_MAX, incumbent,
                             budget, recorder);
  return std::max(bound, std::min(root_bound, incumbent.cost));
}

}  // namespace plancover
