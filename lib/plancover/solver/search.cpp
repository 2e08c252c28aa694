#include "plancover/solver/search.hpp"

#include <algorithm>

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
};

}  // namespace

bool dive(Master& master, Node node, Incumbent& incumbent, Budget& budget) {
  for (;;) {
    if (budget.spent()) return false;
    const NodeResult result = master.solve(node, incumbent.cost);
    if (result.pruned) return false;
    if (accept(master, incumbent)) return true;
    if (!fix_surest(master, node)) return false;
  }
}

Cost root_bound(Master& master, const Fates& fates, Cost cut_off, Budget& budget) {
  const Node root = master.root(fates);
  if (budget.spent()) return std::min(cut_off, master.plain_bound(root));
  return std::min(cut_off, master.solve(root, cut_off).bound);
}

Cost search(Master& master, const Fates& fates, Incumbent& incumbent, Cost known, Budget& budget) {
  Node root = master.root(fates);
  if (known >= incumbent.cost) return incumbent.cost;
  if (budget.spent()) return std::min(incumbent.cost, std::max(known, master.plain_bound(root)));
  NodeResult result = master.solve(root, incumbent.cost);
  if (result.pruned) return incumbent.cost;
  const Cost root_bound = std::max(result.bound, known);
  if (!accept(master, incumbent)) {
    master.tighten(root, incumbent.cost);
    dive(master, root, incumbent, budget);
  }
  std::vector<Open> open;
  open.push_back({std::move(root), root_bound});
  Cost undecided = incumbent.cost;
  while (!open.empty() && root_bound < incumbent.cost && !budget.spent()) {
    Open current = std::move(open.back());
    open.pop_back();
    if (current.bound >= incumbent.cost) continue;
    result = master.solve(current.node, incumbent.cost);
    if (result.pruned) continue;
    accept(master, incumbent);
    current.bound = std::max(current.bound, result.bound);
    if (current.bound >= incumbent.cost) continue;
    master.tighten(current.node, incumbent.cost);
    const Branch branch = choose_branch(master, current.node);
    if (branch.kind == Branch::Kind::none) {
      // Nothing left to decide, yet no proof: an earlier level left room that the LP uses. Say so by the bound.
      undecided = std::min(undecided, current.bound);
      continue;
    }
    for (const bool up : {!branch.up_first, branch.up_first}) {
      Open child{current.node, current.bound};
      if (take(master, branch, up, child.node)) open.push_back(std::move(child));
    }
  }
  Cost bound = std::min(undecided, incumbent.cost);
  for (const Open& left : open) bound = std::min(bound, left.bound);
  return std::max(bound, std::min(root_bound, incumbent.cost));
}

}  // namespace plancover
