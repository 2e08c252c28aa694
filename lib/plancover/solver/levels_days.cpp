// The days of a search by levels: how they are cut out, closed one by one, and joined; and
// how they are cut anew once a previous plan is known to stay.
#include <algorithm>

#include "plancover/base/crew.hpp"
#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/chains.hpp"
#include "plancover/solver/greedy.hpp"
#include "plancover/solver/instant_bound.hpp"
#include "plancover/solver/levels.hpp"
#include "plancover/solver/people_polish.hpp"
#include "plancover/solver/previous_plan.hpp"

namespace plancover {

namespace {

/// Candidates: with more, a day's own linear program says nothing in good time.
constexpr std::size_t most_in_a_day = 100'000;

// Of the work, for all levels of all days alone. Measured.
constexpr double most_of_days = 0.25;
constexpr double most_of_small_days = 0.05;  // where prices climb for all days together, and are soon as good

}  // namespace

std::vector<Levels::Part> Levels::parts_of(const std::vector<Cell>& cells, Ties ties) const {
  std::vector<Part> parts;
  for (Piece& piece : split(problem_, cells, fates_, ties)) {
    Part part;
    part.piece = std::move(piece);
    parts.push_back(std::move(part));
  }
  return parts;
}

/// First plans: what the previous plan leaves, where there is one, or a construction, whichever is better.
void Levels::start() {
  const std::vector<SlotIndex> all = problem_.sessions.indexes();
  std::vector<CandidateIndex> fixed;
  for (const CandidateIndex c : problem_.candidates.indexes()) {
    if (problem_.candidates[c].fixed) fixed.push_back(c);
  }
  start_ = filled_up(problem_, fates_, all, fixed);
  fill_by_chains(start_);
  const bool follows = std::any_of(problem_.candidates.begin(), problem_.candidates.end(),
                                   [](const Candidate& candidate) { return candidate.kept > 0; });
  if (!follows) return;
  auto kept = filled_up(problem_, fates_, all, kept_plan(problem_, fates_));
  if (better(problem_, evaluate(problem_, kept), evaluate(problem_, start_))) start_ = std::move(kept);
}

/// Seats that are empty in `plan`, which breaks no rule. Nobody is moved for less than the level of changes, where
/// there is one. Only where people are many is it worth it: elsewhere the search fills them, and starts better from
/// who is best for a seat than from who happens to be free.
void Levels::fill_by_chains(std::vector<CandidateIndex>& plan) {
  if (budget_.out_of_time() || problem_.candidates.size() <= large_candidates_) return;
  const std::size_t changes = levels_up_to_changes();
  const std::size_t levels = (changes > 0 ? changes : problem_.levels.size()) - 1;
  auto filled =
      filled_up(problem_, fates_, problem_.sessions.indexes(), chained(problem_, fates_, levels, plan, budget_));
  if (better(problem_, evaluate(problem_, filled), evaluate(problem_, plan))) plan = std::move(filled);
}

/// Does `start_` reach what is promised of the levels before `changes`, the last of `levels`, and then the least
/// that these can be?
bool Levels::proved_at_start(std::size_t levels) const {
  if (options_.at_least.size() + 1 < levels) return false;
  const auto values = evaluate(problem_, start_);
  const auto changes = static_cast<std::ptrdiff_t>(levels) - 1;
  if (!std::equal(values.begin(), values.begin() + changes, options_.at_least.begin())) return false;
  const std::vector<SlotIndex> all = problem_.sessions.indexes();
  return total_cost(problem_, all, problem_.levels[levels - 1], start_) == least_changes(problem_, fates_, all);
}

void Levels::take_start(std::size_t done) {
  by_days_ = false;  // nobody knows what the days are alone
  gap_.assign(done, 0);
  bounds_ = evaluate(problem_, start_);
  bounds_.resize(done);
  cut_days(done);
  join_days(done);
}

/// Cuts the days out of `start_`; levels before `first` are as good in it as they can be.
void Levels::cut_days(std::size_t first) {
  days_ = parts_of(day_cells_, {});
  group_of_.assign(problem_.sessions.size(), 0);
  for (std::size_t i = 0; i < days_.size(); ++i) {
    for (const SlotIndex s : days_[i].piece.sessions) group_of_[s.value] = static_cast<int>(i);
  }
  for (const CandidateIndex c : start_) {
    days_[static_cast<std::size_t>(group_of_[problem_.candidates[c].session.value])].incumbent.chosen.push_back(c);
  }
  for (Part& day : days_) take_as_proved(first, day);
}

void Levels::take_as_proved(std::size_t first, Part& part) const {
  for (std::size_t level = 0; level < first; ++level) {
    part.values.push_back(cost(part, level, part.incumbent.chosen));
    part.bounds.push_back(part.values.back());
  }
}

void Levels::close_days(std::size_t first, std::size_t end) {
  const bool climbs =
      problem_.sessions.size() > options_.large_sessions && problem_.candidates.size() > large_candidates_;
  const bool days_are_small = std::all_of(
      days_.begin(), days_.end(), [&](const Part& day) { return candidates_of(day, day_cells_) <= large_candidates_; });
  budget_.open((climbs && days_are_small ? most_of_small_days : most_of_days) * share_with_programs());
  const int threads = options_.proof == nullptr ? budget_.threads() : 1;  // the recorder hears one at a time
  std::vector<Budget> asides(days_.size(), budget_);
  for (std::size_t level = first; level < end; ++level) {
    level_fates_ = fates_at(problem_, fates_, first_level_, level);
    const std::int64_t before = budget_.used();
    // Each of them half: few are hard, and of 3,000 sessions by 150 people one needs more than a quarter for its proof.
    std::fill(asides.begin(), asides.end(), budget_.aside(0.5));
    do_all(threads, days_.size(), [&](std::size_t day) { close_day(level, days_[day], asides[day]); });
    for (const Budget& aside : asides) budget_.add(aside.used() - before);
  }
  for (Part& day : days_) {
    if (day.master) day.master->spend_from(budget_);
  }
}

/// How many of all candidates are of days that have programs of their own.
double Levels::share_with_programs() const {
  std::size_t all = 1;
  std::size_t with = 1;
  for (const Part& day : days_) {
    const std::size_t candidates = candidates_of(day, day_cells_);
    all += candidates;
    if (candidates <= most_in_a_day) with += candidates;
  }
  return static_cast<double>(with) / static_cast<double>(all);
}

void Levels::close_day(std::size_t level, Part& day, Budget& budget) {
  const ProblemLevel& kind = problem_.levels[level];
  Cost& value = day.incumbent.cost;
  value = cost(day, level, day.incumbent.chosen);
  Cost bound = value;
  // Without prices, no day says more than what is the least at all.
  const bool is_open = undecided(day, day_cells_) && value > least(level, day);
  if (is_open && candidates_of(day, day_cells_) <= most_in_a_day && !budget.spent()) {
    Master& master = master_of(day, false);
    master.spend_from(budget);
    open_up_to(level, day);
    master.aim_at(kind);
    // So few people that a group would hold all of them are solved at once as soon.
    if (day.piece.sessions.size() > options_.large_sessions && day.piece.cells.size() > largest_group)
      fill_large_day(level, day, budget);
    recorder_.begin(level, false, static_cast<std::size_t>(&day - days_.data()));
    bound = search(master, level_fates_, day.incumbent, least(level, day), budget, recorder_);
    recorder_.end(bound, least(level, day));
    tell_prices(day);
  } else if (undecided(day, day_cells_)) {
    bound = std::min(value, least(level, day));
  }
  if (day.master) fill_up(level, day);
  day.values.push_back(value);
  day.bounds.push_back(bound);
  if (day.master) {
    open_up_to(level, day);
    day.master->keep(kind, -1, value);
  }
}

/// A day whose linear program takes seconds: people in groups fill what they can of it, and counting bounds it first.
void Levels::fill_large_day(std::size_t level, Part& day, Budget& budget) {
  const ProblemLevel& kind = problem_.levels[level];
  if (!counts_seats(kind)) return;
  const InstantBound counted = bound_by_instant(problem_, day.piece.sessions, kind, level_fates_);
  const Cost enough = std::max(least(level, day), counted.bound);
  Budget most = budget.aside(0.8 / static_cast<double>(days_.size()));  // all days together leave work for their ties
  const std::int64_t used = most.used();
  polish_people({problem_, day_cells_, day.piece, {}, level, level_fates_, enough}, day.incumbent, most);
  budget.add(most.used() - used);
  offer_plan(day);
  if (counted.bound > 0)
    day.master->start_at(prices_in(day.master->formulation(), counted.prices, day.master->scale()));
}

/// Does anything that matters at this level still stand open in the part?
bool Levels::undecided(const Part& part, const std::vector<Cell>& cells) const {
  return std::any_of(part.piece.cells.begin(), part.piece.cells.end(), [&](int cell) {
    const auto& all = cells[static_cast<std::size_t>(cell)].candidates;
    return std::any_of(all.begin(), all.end(), [&](CandidateIndex c) { return level_fates_[c.value] == Fate::open; });
  });
}

/// What no plan can be below at the level, without asking any.
Cost Levels::least(std::size_t level, const Part& part) const {
  const LevelKind kind = problem_.levels[level].kind;
  if (kind == LevelKind::changes) return least_changes(problem_, fates_, part.piece.sessions);
  return kind == LevelKind::quality ? no_bound : 0;
}

/// Starts the wholes from the plans of their days, without what breaks a tie, or from
/// `start_`, whichever is better. Levels before `first` are as good in these as they can be.
void Levels::join_days(std::size_t first) {
  wholes_ = parts_of(cells_, {.hours = true, .clashes = true, .continuity = true});
  std::vector<std::size_t> whole_of(problem_.sessions.size(), 0);
  for (std::size_t i = 0; i < wholes_.size(); ++i) {
    for (const SlotIndex s : wholes_[i].piece.sessions) whole_of[s.value] = i;
  }
  std::vector<CandidateIndex> combined;
  for (std::size_t i = 0; i < days_.size(); ++i) {
    wholes_[whole_of[days_[i].piece.sessions.front().value]].days.push_back(i);
    combined.insert(combined.end(), days_[i].incumbent.chosen.begin(), days_[i].incumbent.chosen.end());
  }
  combined = repaired(problem_, combined);
  if (combined != start_) fill_by_chains(combined);
  if (better(problem_, evaluate(problem_, start_), evaluate(problem_, combined))) combined = start_;
  for (const CandidateIndex c : combined) {
    wholes_[whole_of[problem_.candidates[c].session.value]].incumbent.chosen.push_back(c);
  }
  for (Part& whole : wholes_) {
    take_as_proved(first, whole);
    whole.as_days.assign(first, by_days_);
  }
}

/// 0 where there is no previous plan.
std::size_t Levels::levels_up_to_changes() const {
  for (std::size_t level = 0; level < problem_.levels.size(); ++level) {
    if (problem_.levels[level].kind == LevelKind::changes) return level + 1;
  }
  return 0;
}

/// Where a proved level of changes leaves no way to depart from the previous plan, that plan stays.
bool Levels::decide_kept(std::size_t level) {
  by_days_ = std::all_of(wholes_.begin(), wholes_.end(), [&](const Part& whole) { return whole.as_days[level]; });
  const std::vector<CandidateIndex> chosen = best();
  bool any = false;
  for (const Part& part : by_days_ ? days_ : wholes_) {
    if (cost(part, level, chosen) > least(level, part)) continue;
    choose_kept(problem_, fates_, part.piece.sessions);
    any = true;
  }
  if (any) forbid_misfits(problem_, fates_);
  return any;
}

/// The first `done` levels are closed: the days are closed for the others. Where much is decided by
/// now, they are cut anew, for what is still open falls into small pieces.
void Levels::go_on_after(std::size_t done) {
  const std::size_t last = problem_.levels.size() - 1;
  const bool proved = std::all_of(gap_.begin(), gap_.end(), [](Cost gap) { return gap == 0; });
  if (!proved || !decide_kept(done - 1)) return close_days(done, last);
  start_ = best();
  wholes_.clear();
  cells_ = make_cells(problem_, fates_);
  cut_days(done);
  close_days(done, last);
  join_days(done);
}

}  // namespace plancover
