#include "plancover/solver/search.hpp"

#include <algorithm>
#include <climits>

#include "plancover/solver/branching.hpp"
#include "plancover/solver/tree.hpp"

namespace plancover {

namespace {

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
