#include "plancover/solver/days_polish.hpp"

#include <algorithm>
#include <numeric>

#include "plancover/solver/greedy.hpp"
#include "plancover/solver/relevance.hpp"

namespace plancover {

namespace {

Cost least(Days days) {
  return std::accumulate(days.begin(), days.end(), Cost{0},
                         [](Cost sum, const PolishDay& day) { return sum + day.least; });
}

}  // namespace

DaysPolish::DaysPolish(const Polish& what, const Incumbent& incumbent)
    : problem_(what.problem),
      alone_(what.problem, what.day_cells),
      day_cells_(what.day_cells),
      whole_(what.whole),
      level_(what.level),
      last_(std::max(what.level, what.last)),
      fates_(what.fates),
      first_level_(first_levels(what.problem)),
      near_(what.near),
      incumbent_(incumbent),
      one_group_(what.problem.sessions.size(), 0) {}

std::optional<Incumbent> DaysPolish::better(Days days, Budget& budget, const std::vector<std::int64_t>* ahead) {
  const Piece now = joined(days);
  Incumbent part;
  std::vector<CandidateIndex> others = incumbent_.chosen;
  part.chosen = alone_.take_out(now, others);
  if (ahead == nullptr && total_cost(problem_, now.sessions, problem_.levels[level_], part.chosen) <= least(days))
    return std::nullopt;
  const bool tied = days.size() > 1;
  alone_.lay_out(now, others, tied, ahead);
  Fates fates = fates_;
  alone_.forbid_clashes(now, others, fates);

  const Problem& alone = alone_.problem();
  Master master(alone, day_cells_, formulate(alone, day_cells_, now, one_group_, tied, fates), budget);
  const Fates at_first = fates_at(problem_, fates, first_level_, level_);
  open(master, now, {0, level_}, tied && problem_.levels[level_].kind == LevelKind::quality, at_first);
  master.keep_all_before(level_, part.chosen);
  master.offer(part.chosen);
  master.aim_at(problem_.levels[level_]);
  if (near_ != nullptr) master.start_at(prices_in(master.formulation(), *near_, master.scale()));
  part.cost = total_cost(alone, now.sessions, problem_.levels[level_], part.chosen);
  if (!dive(master, master.root(at_first), part, budget)) return std::nullopt;
  if (level_ < last_) {
    master.keep(problem_.levels[level_], -1, part.cost);
    go_on(master, now, fates, level_ + 1, part, budget);
  }
  others.insert(others.end(), part.chosen.begin(), part.chosen.end());
  const Cost cost = total_cost(problem_, whole_.sessions, problem_.levels[level_], others);
  if (ahead == nullptr && cost >= incumbent_.cost) return std::nullopt;
  return Incumbent{std::move(others), cost};
}

/// Betters the part at one level after the other, each held for those after it. Sessions join at the first level that
/// they matter to: the rows of those to come are of no use to those before.
void DaysPolish::go_on(Master& master, const Piece& now, const Fates& fates, std::size_t from, Incumbent& part,
                       Budget& budget) const {
  for (std::size_t level = from; level <= last_; ++level) {
    const ProblemLevel& kind = problem_.levels[level];
    const Fates here = fates_at(problem_, fates, first_level_, level);
    open(master, now, {level, level}, false, here);
    part.chosen = filled_up(alone_.problem(), here, now.sessions, part.chosen);
    part.cost = total_cost(alone_.problem(), now.sessions, kind, part.chosen);
    master.offer(part.chosen);
    master.aim_at(kind);
    dive(master, master.root(here), part, budget);
    if (level < last_) master.keep(kind, -1, part.cost);
  }
}

/// The sessions whose first level is one of `levels`, both ends included.
void DaysPolish::open(Master& master, const Piece& now, std::pair<std::size_t, std::size_t> levels, bool links,
                      const Fates& fates) const {
  std::vector<SlotIndex> fresh;
  for (const SlotIndex s : now.sessions) {
    if (first_level_[s.value] >= levels.first && first_level_[s.value] <= levels.second) fresh.push_back(s);
  }
  master.open(fresh, links, fates);
}

}  // namespace plancover
