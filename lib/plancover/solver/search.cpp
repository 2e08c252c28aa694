#include "plancover/solver/search.hpp"

#include <algorithm>
#include <climits>
#include <optional>

#include "plancover/solver/branching.hpp"
#include "plancover/solver/tree.hpp"

namespace plancover {

namespace {

/// Measured: a dive over whole stays wants good columns, not the best, which may take hundreds of rounds.
constexpr int hasty_rounds = 8;

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

/// How many candidates.
std::size_t open_in(const Master& master, const Node& node) {
  std::size_t open = 0;
  for (const int cell : master.formulation().piece.cells) {
    for (const CandidateIndex c : master.cells()[static_cast<std::size_t>(cell)].candidates)
      open += node.fates[c.value] == Fate::open ? 1 : 0;
  }
  return open;
}

/// Plans in the node, whose linear program is solved.
void look_for_plans(Master& master, const Open& root, Incumbent& incumbent, Budget& budget) {
  const std::vector<double> sits = master.sits();
  dive(master, root.node, incumbent, budget);
  look_between(master, root, sits, incumbent, budget);
}

/// Without columns: cuts, what they rule out, and plans, and again on what is left. Returns the bound; where it is the
/// incumbent's cost, no plan of the node costs less.
Cost close_by_cuts(Master& master, Open& root, Incumbent& incumbent, Budget& budget) {
  const auto is_closed = [&](const NodeResult& result) {
    if (result.pruned) return true;
    root.bound = std::max(root.bound, result.bound);
    (void)accept(master, incumbent);
    return root.bound >= incumbent.cost;
  };
  for (;;) {
    const std::size_t before = open_in(master, root.node);
    const auto shrank = [&] { return open_in(master, root.node) * 10 < before * 9; };
    const Cost cost = incumbent.cost;
    master.go_compact(root.node, static_cast<double>(incumbent.cost - 1));
    if (is_closed(master.solve(root.node, incumbent.cost))) return incumbent.cost;
    master.tighten(root.node, incumbent.cost);
    root.start = master.here();
    if (budget.spent()) return root.bound;
    // Columns know each day to the last rule, cuts know of several people and days: together they say more.
    master.offer_compact(root.node);
    if (is_closed(master.solve_by_columns(root.node, incumbent.cost))) return incumbent.cost;
    master.tighten(root.node, incumbent.cost);
    if (shrank()) continue;
    master.start_from(*root.start);
    if (is_closed(master.solve(root.node, incumbent.cost))) return incumbent.cost;
    root.start = master.here();
    look_for_plans(master, root, incumbent, budget);
    if (root.bound >= incumbent.cost) return incumbent.cost;
    if (incumbent.cost == cost || budget.spent()) return root.bound;
    master.start_from(*root.start);
    if (is_closed(master.solve(root.node, incumbent.cost))) return incumbent.cost;
    master.tighten(root.node, incumbent.cost);
    if (!shrank()) return root.bound;
  }
}

/// A search whose tree grew large, once more without columns. What cuts prove is not recorded: there the tree goes on
/// as it was.
Cost search_with_cuts(Master& master, Open root, Incumbent& incumbent, Budget& budget, Recorder& recorder) {
  const Open as_it_was = root;
  std::unique_ptr<Master> plain;
  Budget aside = budget;
  if (recorder.on()) plain = master.twin(aside);

  master.start_from(*root.start);
  Cost bound = incumbent.cost;
  if (!master.solve(root.node, incumbent.cost, 0).pruned) {  // for its prices: plans got better since
    master.tighten(root.node, incumbent.cost);
    bound = close_by_cuts(master, root, incumbent, budget);
  }
  if (bound < incumbent.cost) {
    Recorder nothing;
    const Cost known = root.bound;
    bound = explore(master, {std::move(root)}, known, INT_MAX, incumbent, budget, nothing);
    bound = std::max(bound, std::min(known, incumbent.cost));
  }
  master.leave_compact();
  master.drop_cuts();
  if (plain) {
    Incumbent same = incumbent;
    recorder.shows(explore(*plain, {as_it_was}, as_it_was.bound, INT_MAX, same, aside, recorder));
  }
  return bound;
}

/// The bound of the root at no prices.
Cost plain_root(Master& master, const Node& root, Recorder& recorder) {
  const Cost bound = master.plain_bound(root);
  const RowPrices none{master.best_prices().scale, std::vector<std::int64_t>(master.formulation().rows.size(), 0)};
  recorder.solved(recorder.root(), master, none, {false, bound, 0, false});
  return bound;
}

}  // namespace

bool dive(Master& master, Node node, Incumbent& incumbent, Budget& budget) {
  const Cost begun = incumbent.cost;
  Node before = node;
  Cost before_bound = 0;
  auto before_start = master.here();
  const int rounds = master.of_stays() ? hasty_rounds : Master::all_rounds;
  std::size_t share = 8;  // of the open days that are decided at once
  int failures = 0;
  for (;;) {
    if (budget.spent()) break;
    const NodeResult result = master.solve(node, incumbent.cost, rounds);
    if (!result.pruned) {
      if (accept(master, incumbent)) break;
      before = node;
      before_bound = result.bound;
      before_start = master.here();
    } else {
      // Too much at once: take less, from where it was still possible.
      if (++failures > 3) break;
      share *= 4;
      node = before;
      master.start_from(*before_start);
      if (master.solve(node, incumbent.cost, rounds).pruned) break;
    }
    if (!fix_surest(master, node, share)) break;
  }
  if (incumbent.cost == begun && !master.of_stays()) {
    // What is left open at the bottom is little; look at it in earnest. Of stays a node there takes long.
    Recorder nothing;
    explore(master, {{before, before_bound, 0, before_start}}, before_bound, 60, incumbent, budget, nothing);
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
  const bool has_prices = !master.best_prices().of.empty();  // these are asked in any case
  if (budget.spent() && !has_prices)
    return std::min(incumbent.cost, std::max(known, plain_root(master, root, recorder)));
  const bool is_large = master.thinks_over() && master.level().kind != LevelKind::quality;
  if (is_large && !has_prices) master.start_without_columns(root);
  const NodeResult result = master.solve(root, incumbent.cost);
  const std::size_t recorded = recorder.root();
  recorder.solved(recorded, master, master.best_prices(), result);
  if (result.pruned) return incumbent.cost;
  const Cost root_bound = std::max(result.bound, known);
  Open open{std::move(root), root_bound, recorded, master.here()};
  const bool may_cut = is_large && master.cuts_after();
  std::optional<NarrowedBudget> narrowed;
  if (may_cut) narrowed.emplace(budget, *master.cuts_after());
  if (!accept(master, incumbent)) {
    master.tighten(open.node, incumbent.cost);
    recorder.fixed(recorded);
    if (!master.of_stays()) master.purge(open.node.fates, incumbent.cost);
    open.start = master.here();  // the basis that was is of columns that are gone
    look_for_plans(master, open, incumbent, budget);
  }
  const Recorder before = may_cut ? recorder : Recorder();
  Cost bound = explore(master, {open}, root_bound, INT_MAX, incumbent, budget, recorder);
  narrowed.reset();
  if (may_cut && bound < incumbent.cost && !budget.spent()) {
    recorder = before;
    bound = std::max(bound, search_with_cuts(master, open, incumbent, budget, recorder));
  }
  return std::max(bound, std::min(root_bound, incumbent.cost));
}

}  // namespace plancover
