// The levels of what is too large for one linear program: prices that climb bound them, and
// guide their plans.
#include <algorithm>

#include "plancover/solver/greedy.hpp"
#include "plancover/solver/levels.hpp"
#include "plancover/solver/price_dive.hpp"
#include "plancover/solver/seat_worth.hpp"
#include "plancover/solver/stays_bound.hpp"
#include "plancover/solver/win_back.hpp"

namespace plancover {

namespace {

/// Measured: how much more a seat of the level before is worth than one of this level, about.
constexpr double dearer = 2;
/// Measured: such a dive loses nearly nothing of earlier levels.
constexpr double most_loyal = 2.0;
/// One seat of so many, or fewer, is empty where a dive for quality loses hardly any of the others.
constexpr Cost few_empty = 20;

}  // namespace

/// In a large whole, rounds over days find a plan sooner than the linear program of all days does.
bool Levels::is_large(const Part& whole) const {
  return whole.days.size() > 1 && whole.piece.sessions.size() > options_.large_sessions;
}

std::size_t Levels::candidates_of(const Part& part, const std::vector<Cell>& cells) {
  std::size_t candidates = 0;
  for (const int cell : part.piece.cells) candidates += cells[static_cast<std::size_t>(cell)].candidates.size();
  return candidates;
}

/// The linear program of all days then says nothing in good time.
bool Levels::is_too_large(const Part& whole) const {
  return is_large(whole) && candidates_of(whole, cells_) > large_candidates_now_;
}

/// As `polish_of`, of days alone whose linear programs say something in good time with what matters at this level.
Polish Levels::polish_of_small_days(const Part& whole, Cost enough) const {
  Polish result = polish_of(whole, enough);
  std::erase_if(result.days, [&](const PolishDay& day) {
    std::size_t candidates = 0;
    for (const int cell : day.piece->cells) {
      const auto& all = day_cells_[static_cast<std::size_t>(cell)].candidates;
      candidates += static_cast<std::size_t>(std::count_if(
          all.begin(), all.end(), [&](CandidateIndex c) { return level_fates_[c.value] != Fate::forbidden; }));
    }
    return candidates > large_candidates_;
  });
  return result;
}

/// What the levels before the next one came to, with what is open of them.
std::vector<HeldLevel> Levels::held_levels(const Part& whole) const {
  std::vector<HeldLevel> held;
  for (std::size_t level = 0; level < whole.values.size(); ++level) {
    const ProblemLevel& kind = problem_.levels[level];
    const Cost at_most = whole.values[level] + slack_for(whole, level);
    Cost room = at_most;  // where the days came to less than the whole, any one of them may take the difference
    for (const std::size_t day : whole.days) room -= days_[day].bounds[level];
    if (room > 0 || !whole.as_days[level]) held.push_back({kind, -1, at_most});
    // Nobody knows what a day is alone at a level that was never closed by days.
    if (!whole.as_days[level] && (level == 0 || !whole.as_days[level - 1])) continue;
    for (const std::size_t day : whole.days)
      held.push_back({kind, static_cast<int>(day), days_[day].bounds[level] + room});
  }
  return held;
}

BoundTask Levels::task_of(const Part& whole) const {
  const std::size_t level = whole.values.size();
  BoundTask task{problem_,     cells_, whole.piece,        group_of_,           level,
                 level_fates_, {},     held_levels(whole), whole.incumbent.cost};
  for (const SlotIndex s : whole.piece.sessions) {
    if (first_level_[s.value] <= level) task.open.push_back(s);
  }
  return task;
}

/// What rows are worth in the day alone; those that mattered before have their prices already.
void Levels::tell_prices(Part& day) {
  const Master& master = *day.master;
  const RowPrices& best = master.best_prices();
  for (std::size_t row = 0; row < best.of.size(); ++row) {
    const Row& named = master.formulation().rows[row];
    if (named.kind == Row::Kind::seat || named.kind == Row::Kind::room)
      day.prices.rows.emplace(name_of(named), static_cast<double>(best.of[row]) / static_cast<double>(best.scale));
  }
}

/// Where the prices of the next level start: what was dear before is still, only more so.
NearPrices Levels::near_of(const Part& whole) const {
  const std::size_t level = whole.values.size();
  NearPrices near = whole.near;
  for (auto& [name, price] : near.rows) price *= dearer;
  if (level > 0) {
    const ProblemLevel& before = problem_.levels[level - 1];
    near.rows[{Row::Kind::total, total_subject(before), -1}] = -dearer;
  }
  for (const std::size_t day : whole.days)
    near.rows.insert(days_[day].prices.rows.begin(), days_[day].prices.rows.end());
  return near;
}

/// Of a level of seats of what is too large for one linear program.
Cost Levels::bound_by_climb(Part& whole) {
  if (budget_.spent()) return no_bound;
  const BoundTask task = task_of(whole);
  // Each leaves something: a bound that is a little better is worth less than a plan.
  const auto with_share = [&](double share, const auto& work) {
    const NarrowedBudget narrowed(budget_, share);
    return work();
  };
  CellsBound found = with_share(0.6, [&] { return bound_by_cells(task, near_of(whole), budget_); });
  const Polish wins_back = polish_of_small_days(whole, found.bound);
  const Polish all = polish_of(whole, found.bound);
  // A dive that gives up too much of earlier levels for this one tries again with less, and so do those after it.
  while (found.bound < whole.incumbent.cost && !budget_.out_of_time()) {
    std::vector<CandidateIndex> plan = with_share(0.5, [&] {
      return dive_by_prices(task, found, {whole.incumbent.chosen, beside(whole), whole.loyalty}, budget_);
    });
    const bool may_keep_more = task.level > 0 && whole.loyalty < most_loyal;
    const Days fall_back = may_keep_more ? Days() : Days(all.days);
    if (win_back(wins_back, fall_back, std::move(plan), whole.incumbent, budget_) || !may_keep_more) break;
    whole.loyalty = most_loyal;
    if (budget_.spent()) break;
  }
  fill_up(whole.values.size(), whole);
  whole.near = std::move(found.prices);
  return found.bound;
}

/// Who sits in the other wholes.
std::vector<CandidateIndex> Levels::beside(const Part& whole) const {
  std::vector<CandidateIndex> others;
  for (const Part& other : wholes_) {
    if (&other != &whole) others.insert(others.end(), other.incumbent.chosen.begin(), other.incumbent.chosen.end());
  }
  return others;
}

/// Takes a plan of the whole, once what it leaves empty is filled, if it is better than the one known.
void Levels::take_if_better(Part& whole, std::vector<CandidateIndex> plan) {
  const auto is_here = [&](CandidateIndex c) {
    return std::binary_search(whole.piece.sessions.begin(), whole.piece.sessions.end(), problem_.candidates[c].session);
  };
  const std::vector<CandidateIndex> others = beside(whole);
  plan.insert(plan.end(), others.begin(), others.end());
  std::sort(plan.begin(), plan.end());
  plan = filled_up(problem_, fates_, problem_.sessions.indexes(), plan);
  fill_by_chains(plan);
  std::erase_if(plan, [&](CandidateIndex c) { return !is_here(c); });
  const auto costs_of = [&](const std::vector<CandidateIndex>& chosen) {
    return costs_up_to(problem_, whole.piece.sessions, whole.values.size(), chosen);
  };
  const std::vector<Cost> costs = costs_of(plan);
  if (costs < costs_of(whole.incumbent.chosen)) whole.incumbent = {std::move(plan), costs.back()};
}

/// Are people so many that hardly a seat stays empty in the plan?
bool Levels::fills_nearly_all(const Part& whole) const {
  Cost empty = 0;
  Cost wanted = 0;
  for (std::size_t level = 0; level < problem_.levels.size(); ++level) {
    if (!counts_seats(problem_.levels[level])) continue;
    empty += cost(whole, level, whole.incumbent.chosen);
    wanted += cost(whole, level, {});
  }
  return empty * few_empty <= wanted;
}

/// For what is too large for one linear program: prices between days bound its quality and guide
/// its plan. Returns the bound.
Cost Levels::close_by_prices(Part& whole) {
  if (budget_.out_of_time()) return bound_by_seats(problem_, whole.piece.sessions, level_fates_);
  tell(whole, {});
  const BoundTask task = task_of(whole);
  budget_.open(0.4);
  polish_by_groups(whole, {{1, 6}});
  tell(whole, {});
  budget_.open(0.4);
  // `task.value` is that of the plan before: measured, as far from there prices climb sooner.
  const CellsBound found = bound_by_cells(task, whole.near, budget_);
  if (!found.plan.empty()) take_if_better(whole, found.plan);
  tell(whole, found.bound);
  budget_.open(0.4);
  const bool dived = dive_for_quality(task, found, whole);
  follow_by_days(found, dived, whole);
  tell(whole, found.bound);
  if (budget_.out_of_time()) return found.bound;
  budget_.open(0.25);
  const std::vector<bool> hours_bind = hours_that_bind(problem_, day_cells_, fates_);
  const Cost by_stays = bound_by_stays(task_of(whole), hours_bind, found.prices, budget_);
  const Cost bound = std::max(found.bound, by_stays);
  tell(whole, bound);
  budget_.open(1.0);
  if (polish_of_small_days(whole, bound).days.size() < whole.days.size())
    polish_by_groups(whole, {{1, 6}, {1, 12}, {2, 6}, {2, 12}, {1, 24}});
  tell(whole, bound);
  polish_by_turns(whole, bound);
  return bound;
}

/// Where people are few, each seat hangs on many others, and programs of whole days better a plan sooner.
void Levels::polish_by_groups(Part& whole, const std::vector<GroupShape>& shapes) {
  if (!fills_nearly_all(whole)) return;
  const Polish groups = polish_of(whole, no_bound);
  for (const GroupShape& shape : shapes) polish_groups(groups, shape, whole.incumbent, budget_);
}

/// True if the plan became better.
bool Levels::dive_for_quality(const BoundTask& task, const CellsBound& found, Part& whole) {
  if (!fills_nearly_all(whole) || budget_.out_of_time()) return false;
  // What the plan known does was chosen for earlier levels alone, and tells nothing here.
  std::vector<CandidateIndex> plan;
  {
    const NarrowedBudget narrowed(budget_, 0.8);
    plan = dive_by_prices(task, found, {whole.incumbent.chosen, beside(whole), 0.0}, budget_);
  }
  const Polish all = polish_of(whole, found.bound);
  return win_back(polish_of_small_days(whole, found.bound), all.days, std::move(plan), whole.incumbent, budget_);
}

/// Programs of each day, from these prices. Where people are few, a plan made anew day by day is better by far than
/// one that was made for seats.
void Levels::follow_by_days(const CellsBound& found, bool from_known, Part& whole) {
  Polish guided = polish_of_small_days(whole, found.bound);
  if (guided.days.size() < whole.days.size()) return;
  guided.near = &found.prices;
  if (from_known) {
    budget_.open(0.15);
    polish(guided, {1, 1}, whole.incumbent, budget_);
  } else {
    budget_.open(0.6);
    sweep(guided, found.ahead, whole.incumbent, budget_);
  }
}

}  // namespace plancover
