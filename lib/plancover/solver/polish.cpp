#include "plancover/solver/polish.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>

#include "plancover/solver/crew.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover {

namespace {

using Days = std::span<const PolishDay>;

/// Several days in a row as one piece.
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

class DaysPolish {
 public:
  DaysPolish(const Polish& what, const Incumbent& incumbent)
      : problem_(what.problem),
        alone_(what.problem),
        day_cells_(what.day_cells),
        whole_(what.whole),
        level_(what.level),
        fates_(what.fates),
        incumbent_(incumbent),
        one_group_(what.problem.sessions.size(), 0) {}

  /// Solves these days again; the plan that is better, if there is one. With `ahead`, what they are worth to
  /// later days is not what these hold but what `ahead` says, and the plan may become worse.
  std::optional<Incumbent> better(Days days, Budget& budget, const std::vector<std::int64_t>* ahead = nullptr) {
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
    master.open(now.sessions, tied && problem_.levels[level_].kind == LevelKind::quality, fates);
    for (std::size_t before = 0; before < level_; ++before) {
      const ProblemLevel& kind = problem_.levels[before];
      master.keep(kind, -1, total_cost(alone_, now.sessions, kind, part.chosen));
    }
    master.offer(part.chosen);
    master.aim_at(problem_.levels[level_]);
    part.cost = total_cost(alone_, now.sessions, problem_.levels[level_], part.chosen);
    if (!dive(master, master.root(fates), part, budget)) return std::nullopt;
    others.insert(others.end(), part.chosen.begin(), part.chosen.end());
    const Cost cost = total_cost(problem_, whole_.sessions, problem_.levels[level_], others);
    if (ahead == nullptr && cost >= incumbent_.cost) return std::nullopt;
    return Incumbent{std::move(others), cost};
  }

 private:
  static Cost least(Days days) {
    return std::accumulate(days.begin(), days.end(), Cost{0},
                           [](Cost sum, const PolishDay& day) { return sum + day.least; });
  }
  static bool contains(const Piece& now, SlotIndex session) {
    return std::binary_search(now.sessions.begin(), now.sessions.end(), session);
  }
  [[nodiscard]] bool in(const Piece& now, CandidateIndex c) const {
    return contains(now, problem_.candidates[c].session);
  }

  /// Points, hours and continuity as the other days leave them.
  void lay_out(const Piece& now, const std::vector<CandidateIndex>& others, bool tied,
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
      alone_.people[all.person].minutes_per_day =
          tied ? person.minutes_per_day : std::min(person.minutes_per_day, left);
      const std::set<SlotIndex>& elsewhere = sits[all.person];
      const std::set<SlotIndex> continued = continued_by(elsewhere);
      for (const CandidateIndex c : all.candidates) {
        const SlotIndex slot = problem_.candidates[c].session;
        std::int64_t points = problem_.candidates[c].points;
        if (holds_any(elsewhere, problem_.sessions[slot].previous)) points += problem_.continuity;
        if (ahead != nullptr) {
          points += (*ahead)[c.value];
        } else {
          points += problem_.continuity * std::count_if(elsewhere.begin(), elsewhere.end(), [&](SlotIndex later) {
                      const auto& previous = problem_.sessions[later].previous;
                      return !continued.contains(later) &&
                             std::find(previous.begin(), previous.end(), slot) != previous.end();
                    });
        }
        alone_.candidates[c].points = points;
      }
    }
  }

  static bool holds_any(const std::set<SlotIndex>& some, const std::vector<SlotIndex>& sought) {
    return std::any_of(sought.begin(), sought.end(), [&](SlotIndex s) { return some.contains(s); });
  }

  /// Those that continue from another of them already.
  [[nodiscard]] std::set<SlotIndex> continued_by(const std::set<SlotIndex>& sessions) const {
    std::set<SlotIndex> result;
    for (const SlotIndex s : sessions) {
      if (holds_any(sessions, problem_.sessions[s].previous)) result.insert(s);
    }
    return result;
  }

  void forbid_clashes(const Piece& now, const std::vector<CandidateIndex>& others, Fates& fates) const {
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

  const Problem& problem_;
  Problem alone_;  // the problem as some days see it while the others are held
  const std::vector<Cell>& day_cells_;
  const Piece& whole_;
  std::size_t level_;
  const Fates& fates_;
  const Incumbent& incumbent_;
  std::vector<int> one_group_;
};

/// Days far enough apart to be solved at the same time; none of them knows what the other came to.
class TwoPlaces {
 public:
  TwoPlaces(const Polish& what, Incumbent& incumbent, Budget& budget)
      : what_(what), incumbent_(incumbent), budget_(budget), one_(what, incumbent), two_(what, incumbent) {}

  /// True if the plan became better.
  bool better(Days one, Days two) {
    std::array<std::optional<Incumbent>, 2> found;
    const double share = two.empty() ? 1.0 : 0.5;
    std::array<Budget, 2> asides{budget_.aside(share), budget_.aside(share)};
    const std::int64_t used = budget_.used();
    do_all(budget_.threads(), two.empty() ? 1 : 2,
           [&](std::size_t i) { found.at(i) = i == 0 ? one_.better(one, asides[0]) : two_.better(two, asides[1]); });
    for (const Budget& aside : asides) budget_.add(aside.used() - used);
    if (found[0] && found[1]) {
      if (auto both = joint(*found[0], *found[1], two)) found[0] = std::move(both);
    }
    bool any = false;
    for (std::optional<Incumbent>& each : found) {
      if (!each || each->cost >= incumbent_.cost) continue;
      incumbent_ = std::move(*each);
      any = true;
    }
    return any;
  }

 private:
  /// `first`, with `days` as they are in `second`, where no rule between days and no limit is against it.
  [[nodiscard]] std::optional<Incumbent> joint(const Incumbent& first, const Incumbent& second, Days days) const {
    const Piece now = joined(days);
    const auto is_of_days = [&](CandidateIndex c) {
      return std::binary_search(now.sessions.begin(), now.sessions.end(), what_.problem.candidates[c].session);
    };
    Incumbent both;
    for (const CandidateIndex c : first.chosen) {
      if (!is_of_days(c)) both.chosen.push_back(c);
    }
    Schedule schedule(what_.problem);
    for (const CandidateIndex c : both.chosen) schedule.add(c);
    // What is decided comes first, for it takes of the hours too and is never asked.
    for (const bool decided : {true, false}) {
      for (const CandidateIndex c : second.chosen) {
        if (!is_of_days(c) || what_.problem.candidates[c].fixed != decided) continue;
        if (!decided && !schedule.fits(c)) return std::nullopt;
        schedule.add(c);
        both.chosen.push_back(c);
      }
    }
    both.cost = total_cost(what_.problem, what_.whole.sessions, what_.problem.levels[what_.level], both.chosen);
    return both;
  }

  const Polish& what_;
  Incumbent& incumbent_;
  Budget& budget_;
  DaysPolish one_;
  DaysPolish two_;
};

}  // namespace

void sweep(const Polish& what, const std::vector<std::int64_t>& ahead, Incumbent& incumbent, Budget& budget) {
  Incumbent other = incumbent;
  DaysPolish polishing(what, other);
  for (std::size_t at = 0; at < what.days.size() && !budget.spent(); ++at) {
    if (auto found = polishing.better(Days(what.days).subspan(at, 1), budget, &ahead)) other = std::move(*found);
  }
  polish(what, {1, 1}, other, budget);
  if (other.cost < incumbent.cost) incumbent = std::move(other);
}

void polish(const Polish& what, std::pair<std::size_t, std::size_t> wide, Incumbent& incumbent, Budget& budget) {
  TwoPlaces polishing(what, incumbent, budget);
  for (std::size_t width = wide.first; width <= std::min(what.days.size(), wide.second); ++width) {
    const std::size_t places = what.days.size() - width + 1;
    const std::size_t half = (places + 1) / 2;
    const bool is_far = what.two_at_once && half > width;  // with at least a day between them
    const std::size_t turns = is_far ? half : places;
    std::size_t in_vain = 0;  // in a row
    for (std::size_t at = 0; in_vain < turns && incumbent.cost > what.enough && !budget.spent();
         at = (at + 1) % turns) {
      const Days all(what.days);
      const Days other = is_far && at + half < places ? all.subspan(at + half, width) : Days();
      in_vain = polishing.better(all.subspan(at, width), other) ? 0 : in_vain + 1;
    }
  }
}

}  // namespace plancover
