#include "plancover/solver/levels.hpp"

#include <algorithm>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/greedy.hpp"

namespace plancover {

namespace {

/// Some three minutes at 600 sessions by 40 people, about as long at 3,000 by 150, and some twelve at 20,000 by
/// 1,000.
std::int64_t default_work(const Problem& problem) {
  const auto candidates = static_cast<std::int64_t>(problem.candidates.size());
  constexpr std::int64_t many = 100'000;
  return 13'000'000 + 48 * std::min(candidates, many) + 12 * std::clamp<std::int64_t>(candidates - many, 0, 2'000'000);
}

/// With less time, what has more candidates gets better plans and bounds from prices that climb than from a linear
/// program that does not end. Measured on conferences of 600 sessions by 40 people. What a certificate can tell of
/// prices that climb is less than of a linear program, so that with one there is no such hurry. It is asked again at
/// each level: of what a hard one has left, prices that climb make more.
constexpr double candidates_a_second = 3500;
constexpr double candidates_a_second_of_quality = 1600;  // whose linear program takes longer

std::size_t large_candidates(const SolveOptions& options, double share_of_time, double a_second) {
  if (!options.seconds || options.proof != nullptr) return options.large_candidates;
  const double in_time = *options.seconds * share_of_time * a_second;
  return std::min(options.large_candidates, static_cast<std::size_t>(in_time));
}

// Of what is left, measured on conferences of 600 sessions by 40 people and of 3,000 by 150.
constexpr double most_of_a_level = 0.5;       // what stays open leaves slack, and then nothing later is proved
constexpr double most_of_a_climb = 0.25;      // where prices climb, of which nothing is proved best
constexpr double most_before_a_sweep = 0.17;  // likewise, where a sweep for quality is to come

}  // namespace

Levels::Levels(const Problem& problem, const SolveOptions& options)
    : problem_(problem),
      options_(options),
      large_candidates_(large_candidates(options, 1.0, candidates_a_second)),
      large_candidates_now_(large_candidates_),
      budget_(options.work > 0 ? options.work : default_work(problem), options.time_used, options.threads),
      recorder_(options.proof),
      fates_(initial_fates(problem)),
      first_level_(first_levels(problem)),
      day_cells_(make_day_cells(problem)),
      cells_(make_cells(problem, fates_)) {}

SolveResult Levels::run() {
  const std::size_t all = problem_.levels.size();
  const std::size_t kept = levels_up_to_changes();
  start();
  if (kept > 0 && proved_at_start(kept)) {
    take_start(kept);
  } else {
    cut_days(0);
    close_days(0, kept > 0 ? kept : all - 1);
    join_days(0);
    for (const Part& day : days_) recorder_.group(day.piece.sessions);
    for (const Part& whole : wholes_) recorder_.whole(whole.days);
    for (std::size_t level = 0; level < kept; ++level) close(level);
  }
  if (kept > 0) go_on_after(kept);
  for (std::size_t level = kept; level < all; ++level) close(level);

  SolveResult result;
  result.chosen = best();
  result.proved = true;
  const auto values = evaluate(problem_, result.chosen);
  for (std::size_t level = 0; level < values.size(); ++level) {
    // A level that was not proved may have become better since.
    result.levels.push_back({values[level], bounds_.at(level)});
    result.proved = result.proved && gap_[level] == 0;
  }
  return result;
}

Cost Levels::cost(const Part& part, std::size_t level, const std::vector<CandidateIndex>& chosen) const {
  return total_cost(problem_, part.piece.sessions, problem_.levels[level], chosen);
}

Master& Levels::master_of(Part& part, bool tied) {
  if (!part.master) {
    const std::vector<Cell>& cells = tied ? cells_ : day_cells_;
    Formulation f = formulate(problem_, cells, part.piece, group_of_, tied, fates_);
    part.master = std::make_unique<Master>(problem_, cells, std::move(f), budget_);
    if (tied) part.master->think_over(options_.large_rows);
    if (tied) part.master->cut_after(options_.large_tree);
    if (!part.values.empty()) open_up_to(part.values.size() - 1, part);
    for (std::size_t level = 0; level < part.values.size(); ++level) {
      if (tied) {
        keep(part, level);
      } else {
        part.master->keep(problem_.levels[level], -1, part.values[level]);
      }
    }
  }
  return *part.master;
}

/// The part's sessions that matter up to `level`; the master learns of those that are new.
void Levels::open_up_to(std::size_t level, Part& part) {
  if (part.opened > level) return;
  std::vector<SlotIndex> fresh;
  for (const SlotIndex s : part.piece.sessions) {
    if (first_level_[s.value] >= part.opened && first_level_[s.value] <= level) fresh.push_back(s);
  }
  part.opened = level + 1;
  const bool tied = !part.days.empty();
  part.master->open(fresh, tied && problem_.levels[level].kind == LevelKind::quality, fates_);
  offer_plan(part);
}

void Levels::offer_plan(Part& part) {
  std::vector<CandidateIndex> known;
  for (const CandidateIndex c : part.incumbent.chosen) {
    if (level_fates_[c.value] != Fate::forbidden) known.push_back(c);
  }
  part.master->offer(known);
}

/// What the other wholes leave of what was proved of the level beforehand.
Cost Levels::promised(std::size_t level, const Part& whole) const {
  if (level >= options_.at_least.size()) return no_bound;
  Cost rest = options_.at_least[level];
  for (std::size_t before = 0; before < level; ++before) {
    Cost reached = 0;
    for (const Part& each : wholes_) reached += each.values[before];
    if (reached != options_.at_least[before]) return no_bound;
  }
  for (const Part& each : wholes_) {
    if (&each != &whole) rest -= cost(each, level, each.incumbent.chosen);
  }
  return rest;
}

void Levels::close(std::size_t level) {
  const bool quality = problem_.levels[level].kind == LevelKind::quality;
  large_candidates_now_ =
      large_candidates(options_, budget_.time_left(), quality ? candidates_a_second_of_quality : candidates_a_second);
  budget_.open(level + 1 == problem_.levels.size() ? 1.0 : most_of_a_level);
  level_fates_ = fates_at(problem_, fates_, first_level_, level);
  gap_.push_back(0);
  Cost gap = 0;
  Cost recorded_gap = 0;
  for (Part& whole : wholes_) {
    whole.recorded.reset();
    close_whole(level, whole);
    gap += whole.values.back() - whole.bounds.back();
    recorded_gap += whole.values.back() - *whole.recorded;
  }
  gap_[level] = gap;
  for (Part& whole : wholes_) hand_over(level, whole);
  // A later level may find a better plan for this one: its bound stays what is proved here.
  const Cost value = evaluate(problem_, best())[level];
  bounds_.push_back(quality ? value + gap : value - gap);
  recorder_.closed(quality ? value + recorded_gap : value - recorded_gap);
  if (options_.progress) options_.progress({level, value, bounds_.back()});
}

/// For a display, on the way through a level; `known` is a bound for the whole.
void Levels::tell(const Part& whole, std::optional<Cost> known) const {
  if (!options_.progress) return;
  const std::size_t level = whole.values.size();
  const Cost value = evaluate(problem_, best())[level];
  std::optional<Cost> bound;
  if (known && wholes_.size() == 1) {  // of several, nobody knows yet what the others will come to
    const Cost gap = whole.incumbent.cost - *known;
    bound = problem_.levels[level].kind == LevelKind::quality ? value + gap : value - gap;
  }
  options_.progress({level, value, bound});
}

/// Of the level that comes next, before anything is searched.
Levels::Known Levels::known_before(const Part& whole) {
  const std::size_t level = whole.values.size();
  Known known;
  for (std::size_t before = 0; before < level; ++before) known.slack = known.slack || slack_for(whole, before) > 0;
  known.by_day =
      problem_.levels[level].kind != LevelKind::quality && !known.slack && (level == 0 || whole.as_days[level - 1]);
  if (known.by_day) {
    known.of_days = 0;
    for (const std::size_t day : whole.days) {
      known.of_days += days_[day].bounds[level];
      recorder_.use(level, day);
    }
  }
  known.bound = std::max({known.of_days, least(level, whole), promised(level, whole)});
  return known;
}

void Levels::close_whole(std::size_t level, Part& whole) {
  const bool quality = problem_.levels[level].kind == LevelKind::quality;
  Cost& value = whole.incumbent.cost;
  value = cost(whole, level, whole.incumbent.chosen);
  Known known = known_before(whole);

  const bool open = known.bound < value && undecided(whole, cells_);
  if (open && is_large(whole)) known.bound = approach(whole, known.bound);
  bool searched = open && known.bound < value;
  // Of quality, what prices that climb say is not recorded: for a certificate, the master is asked too.
  if (open && is_too_large(whole)) searched = quality && options_.proof != nullptr;
  // Without prices of its own, only quality says more than what is known.
  if (!quality && budget_.spent()) searched = false;
  Cost bound = open ? std::min(known.bound, value) : value;
  if (searched) bound = search_whole(whole, known);

  whole.values.push_back(value);
  whole.bounds.push_back(bound);
  if (!whole.recorded) whole.recorded = bound;
  // Later levels must not lean on what the certificate does not show.
  if (options_.proof != nullptr && !quality) whole.bounds.back() = *whole.recorded;
  bool as_days = known.by_day && value == known.of_days;
  for (const std::size_t day : whole.days) as_days = as_days && days_[day].bounds[level] == days_[day].values[level];
  whole.as_days.push_back(as_days);
  whole.searched = searched && !known.slack;
}

/// In a large whole, before or instead of a search: rounds over days at a level of seats, and prices that climb where
/// it is too large for one linear program. `known` is recorded already; returns the bound.
Cost Levels::approach(Part& whole, Cost known) {
  const bool quality = problem_.levels[whole.values.size()].kind == LevelKind::quality;
  const bool too_large = is_too_large(whole);
  if (!quality) {
    const Polish by_days = too_large ? polish_of_small_days(whole, known) : polish_of(whole, known);
    budget_.open(too_large ? 0.04 : 0.1);  // measured: where prices climb, dives by them find more
    polish(by_days, {1, too_large ? 2 : 1}, whole.incumbent, budget_);
    const bool sweeps = too_large && by_days.days.size() == whole.days.size();
    budget_.open(sweeps ? most_before_a_sweep : too_large ? most_of_a_climb : most_of_a_level);
  }
  if (!too_large || known >= whole.incumbent.cost) return known;
  const Cost found = std::max(known, quality ? close_by_prices(whole) : bound_by_climb(whole));
  if (!quality && options_.proof != nullptr) record_climb(whole, known);
  return found;
}

/// By the linear program of all its days and what follows from that; returns the bound.
Cost Levels::search_whole(Part& whole, const Known& known) {
  const std::size_t level = whole.values.size();
  const ProblemLevel& kind = problem_.levels[level];
  const bool quality = kind.kind == LevelKind::quality;
  begin_claim(level, whole);
  Master& master = master_of(whole, true);
  open_up_to(level, whole);
  if (!quality && whole.days.size() > 1) {
    const Cost least_of_any = counts_seats(kind) ? 0 : -no_limit;
    for (const std::size_t day : whole.days)
      master.count(kind, static_cast<int>(day), known.by_day ? days_[day].bounds[level] : least_of_any);
  }
  master.aim_at(kind);
  Cost bound = known.bound;
  if (quality && whole.days.size() > 1) {
    bound = close_quality(whole, known.bound, known.slack);
  } else if (known.slack) {
    set_slack(whole, true);
    bound = std::max(bound, root_bound(master, level_fates_, whole.incumbent.cost, budget_, recorder_));
    set_slack(whole, false);
    Recorder nothing;
    search(master, level_fates_, whole.incumbent, known.bound, budget_, nothing);
    bound = std::min(bound, whole.incumbent.cost);
  } else {
    bound = search(master, level_fates_, whole.incumbent, known.bound, budget_, recorder_);
  }
  const Cost shown = recorder_.end(bound, known.bound);
  if (shown < bound) whole.recorded = std::max(shown, known.bound);
  fill_up(level, whole);
  return bound;
}

/// For a certificate: the master says what the climb did, at its prices. `known` is recorded already.
void Levels::record_climb(Part& whole, Cost known) {
  const std::size_t level = whole.values.size();
  recorder_.begin(level, true, static_cast<std::size_t>(&whole - wholes_.data()));
  Master& master = master_of(whole, true);
  open_up_to(level, whole);
  master.aim_at(problem_.levels[level]);
  set_slack(whole, true);
  master.start_at(prices_in(master.formulation(), whole.near, master.scale()));
  budget_.open(0.0);  // for these prices alone
  const NodeResult result = master.solve(master.root(level_fates_), whole.incumbent.cost);
  recorder_.solved(recorder_.root(), master, master.best_prices(), result);
  set_slack(whole, false);
  const Cost shown = std::min(result.bound, whole.incumbent.cost);
  recorder_.end(shown, known);
  whole.recorded = std::max(shown, known);
}

void Levels::begin_claim(std::size_t level, const Part& whole) {
  const bool quality = problem_.levels[level].kind == LevelKind::quality;
  const Cost besides = quality ? -continuity_from_outside(problem_, whole.piece, fates_) : 0;
  recorder_.begin(level, true, static_cast<std::size_t>(&whole - wholes_.data()), besides);
}

/// The search leaves open what matters only later; whoever is free may sit there until then.
void Levels::fill_up(std::size_t level, Part& part) {
  if (problem_.levels[level].kind == LevelKind::quality) return;
  part.incumbent.chosen = filled_up(problem_, fates_, part.piece.sessions, part.incumbent.chosen);
  part.incumbent.cost = cost(part, level, part.incumbent.chosen);
}

std::vector<CandidateIndex> Levels::best() const {
  std::vector<CandidateIndex> all;
  for (const Part& whole : wholes_) all.insert(all.end(), whole.incumbent.chosen.begin(), whole.incumbent.chosen.end());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace plancover
