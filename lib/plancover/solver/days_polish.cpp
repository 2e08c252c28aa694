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

bool contains(const Piece& now, SlotIndex session) {
  return std::binary_search(now.sessions.begin(), now.sessions.end(), session);
}

bool holds_any(const std::set<SlotIndex>& some, const std::vector<SlotIndex>& sought) {
  return std::any_of(sought.begin(), sought.end(), [&](SlotIndex s) { return some.contains(s); });
}

}  // namespace

Piece joined(Days days) {
  Piece all;
  for (const PolishDay& day : days) {
    all.cells.insert(all.cells.end(), day.piece->cells.begin(), day.piece->cells.end());
    all.sessions.insert(all.sessions.end(), day.piece->sessions.begin(), day.piece->sessions.end());
  }
  std::sort(all.cells.begin(), all.cells.end());
  std::sort(all.sessions.begin(), all.sessions.end());
  return all;
}

DaysPolish::DaysPolish(const Polish& what, const Incumbent& incumbent)
    : problem_(what.problem),
      alone_(what.problem),
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
  std::vector<CandidateIndex> others;
  for (const CandidateIndex c : incumbent_.chosen) (in(now, c) ? part.chosen : others).push_back(c);
  if (ahead == nullptr && total_cost(problem_, now.sessions, problem_.levels[level_], part.chosen) <= least(days))
    return std::nullopt;
  lay_out(now, others, days.size() > 1, ahead);
  Fates fates = fates_;
  forbid_clashes(now, others, fates);

  const bool tied = days.size() > 1;
  Master master(alone_, day_cells_, formulate(alone_, day_cells_, now, one_group_, tied, fates), budget);
  const Fates at_first = fates_at(problem_, fates, first_level_, level_);
  open(master, now, {0, level_}, tied && problem_.levels[level_].kind == LevelKind::quality, at_first);
  for (std::size_t before = 0; before < level_; ++before) {
    const ProblemLevel& kind = problem_.levels[before];
    master.keep(kind, -1, total_cost(alone_, now.sessions, kind, part.chosen));
  }
  master.offer(part.chosen);
  master.aim_at(problem_.levels[level_]);
  if (near_ != nullptr) master.start_at(prices_in(master.formulation(), *near_, master.scale()));
  part.cost = total_cost(alone_, now.sessions, problem_.levels[level_], part.chosen);
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
    part.chosen = filled_up(alone_, here, now.sessions, part.chosen);
    part.cost = total_cost(alone_, now.sessions, kind, part.chosen);
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

bool DaysPolish::in(const Piece& now, CandidateIndex c) const {
  return contains(now, problem_.candidates[c].session);
}

/// Points, hours and continuity as the other days leave them.
void DaysPolish::lay_out(const Piece& now, const std::vector<CandidateIndex>& others, bool tied,
                         const std::vector<std::int64_t>* ahead) {
  for (const SlotIndex slot : now.sessions) {
    std::vector<SlotIndex>& previous = alone_.sessions[slot].previous;
    previous = problem_.sessions[slot].previous;
    std::erase_if(previous, [&](SlotIndex s) { return !contains(now, s); });
  }
  std::map<PersonIndex, std::set<SlotIndex>> sits;
  std::map<PersonIndex, std::int64_t> minutes;
  for (const CandidateIndex c : others) {
    const Candidate& candidate = problem_.candidates[c];
    const ProblemSession& session = problem_.sessions[candidate.session];
    sits[candidate.person].insert(candidate.session);
    minutes[candidate.person] += session.end - session.start;
  }
  for (const int cell : now.cells) {
    const Cell& all = day_cells_[static_cast<std::size_t>(cell)];
    const Person& person = problem_.people[all.person];
    const std::int64_t left = std::max<std::int64_t>(person.minutes - minutes[all.person], 0);
    alone_.people[all.person].minutes = left;
    alone_.people[all.person].minutes_per_day = tied ? person.minutes_per_day : std::min(person.minutes_per_day, left);
    const std::set<SlotIndex>& elsewhere = sits[all.person];
    const std::set<SlotIndex> continued = continued_by(elsewhere);
    for (const CandidateIndex c : all.candidates) {
      const SlotIndex slot = problem_.candidates[c].session;
      std::int64_t points = problem_.candidates[c].points;
      if (holds_any(elsewhere, problem_.sessions[slot].previous)) points += problem_.continuity;
      if (ahead != nullptr) {
        points += (*ahead)[c.value];
      } else {
        points +=
            problem_.continuity * std::count_if(elsewhere.begin(), elsewhere.end(), [&](SlotIndex later) {
              const auto& previous = problem_.sessions[later].previous;
              return !continued.contains(later) && std::find(previous.begin(), previous.end(), slot) != previous.end();
            });
      }
      alone_.candidates[c].points = points;
    }
  }
}

/// Those that continue from another of them already.
std::set<SlotIndex> DaysPolish::continued_by(const std::set<SlotIndex>& sessions) const {
  std::set<SlotIndex> result;
  for (const SlotIndex s : sessions) {
    if (holds_any(sessions, problem_.sessions[s].previous)) result.insert(s);
  }
  return result;
}

void DaysPolish::forbid_clashes(const Piece& now, const std::vector<CandidateIndex>& others, Fates& fates) const {
  std::map<PersonIndex, std::vector<CandidateIndex>> held;
  for (const CandidateIndex c : others) held[problem_.candidates[c].person].push_back(c);
  for (const int cell : now.cells) {
    const Cell& all = day_cells_[static_cast<std::size_t>(cell)];
    const std::vector<CandidateIndex>& elsewhere = held[all.person];
    for (const CandidateIndex c : all.candidates) {
      if (fates[c.value] != Fate::open) continue;
      const bool clashes = std::any_of(elsewhere.begin(), elsewhere.end(),
                                       [&](CandidateIndex other) { return clash(problem_, c, other); });
      if (clashes) fates[c.value] = Fate::forbidden;
    }
  }
}

}  // namespace plancover
