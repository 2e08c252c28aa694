#include "plancover/solver/tree.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "plancover/base/crew.hpp"
#include "plancover/solver/branching.hpp"

namespace plancover {

namespace {

/// Nodes of a tree that need no second master, which is dear to make; measured. A node of a large program is dearer.
int alone(const Master& master) {
  return master.thinks_over() && !master.of_stays() ? 2 : 8;
}

/// Who looks at nodes: a master, the node it looks at, and what it finds there.
struct Lane {
  Master* master = nullptr;
  std::optional<Open> current;
  NodeResult result;
  Incumbent found;  ///< the LP's answer, where it is a plan that costs less than the cut-off
  bool is_better = false;
  Branch branch;

  /// Solves the node for plans below `cut_off`, and says how to go on.
  void look(Cost cut_off) {
    branch = {};
    found = {{}, cut_off};
    is_better = false;
    master->start_from(*current->start);
    result = master->solve(current->node, cut_off);
    if (result.pruned) return;
    is_better = accept(*master, found);
    current->bound = std::max(current->bound, result.bound);
    if (current->bound >= found.cost) return;
    if (master->is_compact() && !ask_columns()) return;
    master->tighten(current->node, found.cost);
    branch = master->thinks_over() ? choose_strong_branch(*master, current->node, found.cost)
                                   : choose_branch(*master, current->node);
  }

  /// Columns and cuts together say more than a compact program does, in about the time that a branch takes to choose.
  /// False: nothing that is left of the node costs less than what is found.
  bool ask_columns() {
    constexpr int rounds = 8;
    for (const bool by_columns : {true, false}) {
      const NodeResult more = by_columns ? master->solve_by_columns(current->node, found.cost, rounds)
                                         : master->solve(current->node, found.cost);
      if (more.pruned) {
        current->bound = found.cost;
        return false;
      }
      is_better = accept(*master, found) || is_better;
      current->bound = std::max(current->bound, more.bound);
      if (current->bound >= found.cost) return false;
      if (by_columns) master->tighten(current->node, found.cost);
    }
    return true;
  }
};

class Tree {
 public:
  Tree(Master& master, std::vector<Open> open, Incumbent& incumbent, Budget& budget, Recorder& recorder)
      : open_(std::move(open)),
        incumbent_(incumbent),
        budget_(budget),
        aside_(budget),
        recorder_(recorder),
        undecided_(incumbent.cost) {
    lanes_.emplace_back().master = &master;
  }

  Cost explore(Cost stop_at, int nodes) {
    int looked = 0;
    while (stop_at < incumbent_.cost && looked < nodes && !budget_.spent() && give_out()) {
      if (looked >= alone(*lanes_.front().master) && lanes_.size() == 1 && !open_.empty()) widen();
      looked += look();
      for (Lane& lane : lanes_) {
        if (lane.current) settle(lane);
      }
    }
    Cost bound = std::min(undecided_, incumbent_.cost);
    for (const Lane& lane : lanes_) {
      if (lane.current) bound = std::min(bound, lane.current->bound);
    }
    for (const Open& left : open_) bound = std::min(bound, left.bound);
    return bound;
  }

 private:
  void widen() {
    twin_ = lanes_.front().master->twin(aside_);
    lanes_.emplace_back().master = twin_.get();
    give_out();
  }

  /// Whoever has nothing to look at takes the node of the least bound, the latest of those; false: there is none.
  bool give_out() {
    std::erase_if(open_, [&](const Open& each) { return each.bound >= incumbent_.cost; });
    bool any = false;
    for (Lane& lane : lanes_) {
      if (lane.current && lane.current->bound >= incumbent_.cost) lane.current.reset();
      if (!lane.current && !open_.empty()) {
        auto best = open_.begin();
        for (auto it = open_.begin(); it != open_.end(); ++it) {
          if (it->bound <= best->bound) best = it;
        }
        lane.current = std::move(*best);
        open_.erase(best);
      }
      any = any || lane.current.has_value();
    }
    return any;
  }

  /// Each lane at its node; returns how many were.
  int look() {
    std::vector<Lane*> busy;
    for (Lane& lane : lanes_) {
      if (lane.current) busy.push_back(&lane);
    }
    aside_ = budget_.aside(1.0);  // what one spends the other learns afterwards, however many threads there are
    const std::int64_t before = aside_.used();
    const Cost cut_off = incumbent_.cost;
    do_all(budget_.threads(), busy.size(), [&](std::size_t i) { busy[i]->look(cut_off); });
    budget_.add(aside_.used() - before);
    return static_cast<int>(busy.size());
  }

  /// What the lane found, and where it goes on.
  void settle(Lane& lane) {
    Open current = std::move(*lane.current);
    lane.current.reset();
    const Master& master = *lane.master;
    recorder_.solved(current.recorded, master, master.best_prices(), lane.result);
    if (lane.result.pruned) return;
    if (lane.is_better && lane.found.cost < incumbent_.cost) incumbent_ = lane.found;
    if (current.bound >= lane.found.cost) return;
    recorder_.fixed(current.recorded);
    if (lane.branch.kind == Branch::Kind::none) {
      // Nothing left to decide, yet no proof: an earlier level left room that the LP uses. Say so by the bound.
      undecided_ = std::min(undecided_, current.bound);
      return;
    }
    const auto start = master.here();
    const std::size_t down = recorder_.branched(current.recorded, master, lane.branch);
    for (const bool up : {!lane.branch.up_first, lane.branch.up_first}) {
      Open child{current.node, current.bound, up ? down + 1 : down, start};
      if (!take(master, lane.branch, up, child.node)) {
        recorder_.impossible(child.recorded);
        continue;
      }
      if (lane.current) open_.push_back(std::move(*lane.current));
      lane.current = std::move(child);
    }
  }

  std::vector<Open> open_;
  std::vector<Lane> lanes_;
  std::unique_ptr<Master> twin_;
  Incumbent& incumbent_;
  Budget& budget_;
  Budget aside_;  // of the twin
  Recorder& recorder_;
  Cost undecided_ = 0;
};

}  // namespace

Cost explore(Master& master, std::vector<Open> open, Cost stop_at, int nodes, Incumbent& incumbent, Budget& budget,
             Recorder& recorder) {
  return Tree(master, std::move(open), incumbent, budget, recorder).explore(stop_at, nodes);
}

}  // namespace plancover
