// The last of the levels, quality, which ties the days of everyone together: rounds over
// days for the plan, the linear program of all days and then that of whole stays for the bound.
#include <algorithm>

#include "plancover/solver/levels.hpp"
#include "plancover/solver/polish_pairs.hpp"

namespace plancover {

namespace {

/// Measured, as parts of the plan's quality. Columns of days are enough for what is missing here; where it is more,
/// those of whole stays say more.
constexpr Cost nearly = 300;
/// In a large whole the tree finds better plans than rounds over days do, and sooner: these took thirty seconds where
/// the tree took ten. Farther off, it can rule out little.
constexpr Cost near = 20;
/// Farther off is a linear program that came to nothing.
constexpr Cost far = 10;

bool is_within(Cost part, Cost bound, Cost value) {
  return (value - bound) * part <= std::abs(value);
}

}  // namespace

/// Of the level that comes next. What a day came to alone is as good as it gets, but for quality,
/// where days are never alone.
Polish Levels::polish_of(const Part& whole, Cost enough) const {
  const std::size_t level = whole.values.size();
  Polish result{problem_, day_cells_, whole.piece, {}, level, level_fates_, enough, is_large(whole)};
  for (const std::size_t day : whole.days) {
    const bool closed = level < days_[day].bounds.size();
    result.days.push_back({&days_[day].piece, closed ? days_[day].bounds[level] : least(level, days_[day])});
  }
  return result;
}

/// Rounds over pairs of people and over days, until neither betters what the other left; first two
/// days in a row, then three.
void Levels::polish_by_turns(Part& whole, Cost enough) {
  const Polish left = polish_of(whole, enough);
  const std::vector<bool> hours_bind = hours_that_bind(problem_, day_cells_, fates_);
  for (std::size_t width = 2; width <= 3; ++width) {
    for (Cost before = whole.incumbent.cost + 1; whole.incumbent.cost < before && !budget_.spent();) {
      before = whole.incumbent.cost;
      polish_pairs(left, hours_bind, whole.incumbent, budget_);
      polish(left, {width, width}, whole.incumbent, budget_);
    }
  }
}

/// Returns the bound; `known` is one. With slack, only a bound that counts it in is true.
/// What whole stays say is not recorded, and of what is too large only what holds at no prices.
Cost Levels::close_quality(Part& whole, Cost known, bool slack) {
  const Cost& value = whole.incumbent.cost;
  const bool large = is_large(whole);
  if (!is_too_large(whole)) first_plan_of_quality(whole, slack);
  known = std::max(known, root_of_quality(whole, slack));
  const RowPrices prices = whole.master->best_prices();
  if (is_too_large(whole)) return std::min(value, known);
  if (large && !is_within(far, known, value)) {
    budget_.open(0.3);
    known = std::max(known, bound_by_cells(task_of(whole), near_of(whole), budget_).bound);
  }
  // Near its bound a plan is proved or bettered by a tree sooner; with slack there is none to come.
  if (known < value && (slack || !is_within(large ? near : nearly, known, value))) {
    budget_.open(0.4);
    if (large) {
      polish_by_turns(whole, known);
    } else {
      polish(polish_of(whole, known), {1, 3}, whole.incumbent, budget_);
    }
  }
  budget_.open(1.0);
  // Without prices to start near, whole stays say nothing in good time.
  if (known >= value || slack || budget_.spent()) return std::min(value, known);
  if (large) return tree_of_days(whole, known);
  if (is_within(nearly, known, value)) {
    budget_.open(0.1);  // measured: stays say more in the rest
    known = tree_of_days(whole, known);
    budget_.open(1.0);
    if (known == value) return known;
    // Stays start from what the linear program of days came to at the root.
    whole.master->start_at(prices);
    if (whole.master->solve(whole.master->root(level_fates_), value).pruned) return value;
  }
  Recorder nothing;
  Master& stays = stays_of(whole);
  budget_.open(0.1);
  known = std::max(known, search(stays, level_fates_, whole.incumbent, known, budget_, nothing));
  budget_.open(1.0);
  if (known >= value) return value;
  // What got so far is hard, and a good plan spares the search most. Rounds for one take longer than most searches do.
  polish_by_turns(whole, known);
  if (known >= value) return value;
  stays.offer(whole.incumbent.chosen);
  return search(stays, level_fates_, whole.incumbent, known, budget_, nothing);
}

/// Something to compare the root with; in a large whole, rounds over days find it sooner than dives do.
void Levels::first_plan_of_quality(Part& whole, bool slack) {
  if (!is_large(whole)) {
    dive(*whole.master, whole.master->root(level_fates_), whole.incumbent, budget_);
    return;
  }
  budget_.open(0.3);
  polish(polish_of(whole, no_bound), {1, 1}, whole.incumbent, budget_);
  budget_.open(1.0);
  // With slack no day is held to what it costs, and the price of that would be none.
  if (!slack) start_from_days(whole);
}

/// What the linear program of all days says.
Cost Levels::root_of_quality(Part& whole, bool slack) {
  if (is_large(whole))
    budget_.open(is_too_large(whole) ? 0.0 : 0.5);  // where it does not end, prices that climb say more
  if (slack) set_slack(whole, true);
  const Cost root = root_bound(*whole.master, level_fates_, whole.incumbent.cost, budget_, recorder_);
  if (slack) set_slack(whole, false);
  recorder_.end(root, no_bound);
  whole.recorded = root;
  return root;
}

/// The tree over days, from where the root ended; returns the bound.
Cost Levels::tree_of_days(Part& whole, Cost known) {
  begin_claim(problem_.levels.size() - 1, whole);
  const Cost found = search(*whole.master, level_fates_, whole.incumbent, known, budget_, recorder_);
  recorder_.end(found, known);
  if (found > known) whole.recorded = found;
  return found;
}

/// The linear program of all days starts from those of each day alone, held to what the plan of all comes to on the
/// day: what the day came to alone may be out of reach by now.
void Levels::start_from_days(Part& whole) {
  std::vector<Master::DayMaster> alone;
  for (const std::size_t index : whole.days) {
    Part& day = days_[index];
    Master& master = master_of(day, false);
    open_up_to(whole.values.size(), day);
    for (std::size_t level = 0; level < whole.values.size(); ++level) {
      master.keep_at_most(level, cost(day, level, whole.incumbent.chosen));
    }
    master.aim_at(problem_.levels[whole.values.size()]);
    (void)master.solve(master.root(level_fates_), -no_bound);  // for its columns and prices alone
    alone.push_back({&master, static_cast<int>(index)});
  }
  whole.master->start_from(alone);
}

/// For quality, a master whose columns are whole stays: continuity over night is exact in
/// them. It starts from what the days' ties cost in the master of days.
Master& Levels::stays_of(Part& part) {
  const Master& days = *part.master;
  Piece piece;
  piece.sessions = part.piece.sessions;
  for (const int index : part.piece.cells) {
    const Cell& cell = cells_[static_cast<std::size_t>(index)];
    if (part.stays.empty() || part.stays.back().person != cell.person) {
      piece.cells.push_back(static_cast<int>(part.stays.size()));
      part.stays.push_back({cell.person, {}, true, false});
    }
    auto& all = part.stays.back().candidates;
    all.insert(all.end(), cell.candidates.begin(), cell.candidates.end());
  }
  std::vector<Potential> potentials;
  const std::vector<bool> binds = hours_that_bind(problem_, day_cells_, fates_);
  for (const Cell& cell : part.stays) {
    potentials.push_back(days.learned(cell));
    potentials.back().hours = binds[cell.person.value];
  }
  Formulation f = formulate(problem_, part.stays, std::move(piece), group_of_, false, fates_);
  part.whole = std::make_unique<Master>(problem_, part.stays, std::move(f), budget_);
  part.whole->credit(std::move(potentials));
  part.whole->open(part.piece.sessions, false, fates_);
  for (const Total& total : days.formulation().totals) part.whole->keep(total.level, total.group, total.limit);
  for (const Total& count : days.formulation().counts) part.whole->count(count.level, count.group, count.limit);
  part.whole->offer(part.incumbent.chosen);
  for (std::size_t i = 0; i < part.stays.size(); ++i) {
    for (auto& stay : days.stays(part.stays[i].person)) part.whole->add_stay(i, std::move(stay));
  }
  part.whole->think_over(0);  // measured: the most fractional seat leads deep into one half and no further
  part.whole->aim_at(problem_.levels.back());
  part.whole->start_near(days);
  return *part.whole;
}

}  // namespace plancover
