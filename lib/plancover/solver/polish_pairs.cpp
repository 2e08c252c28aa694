#include "plancover/solver/polish_pairs.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "plancover/solver/subproblem.hpp"

namespace plancover {

namespace {

constexpr Cost no_bound = -(Cost{1} << 60);
constexpr std::int64_t asked_at_once = 8;  // pairs looked at, or candidates copied, for one unit of work; measured

constexpr double most_of_budget = 0.02;  // for one pair: few are hard, and others wait

using Pair = std::pair<PersonIndex, PersonIndex>;  // ascending

class PairsPolish {
 public:
  PairsPolish(const Polish& what, const std::vector<bool>& hours_bind, Incumbent& incumbent, Budget& budget)
      : what_(what),
        problem_(what.problem),
        hours_bind_(hours_bind),
        incumbent_(incumbent),
        budget_(budget),
        fates_(problem_.candidates.size(), Fate::forbidden),
        filled_(problem_.seats.size(), 0),
        held_(problem_.people.size()),
        changed_(problem_.people.size(), 0) {
    for (const PolishDay& day : what.days) {
      for (const int cell : day.piece->cells) {
        const Cell& all = what.day_cells[static_cast<std::size_t>(cell)];
        people_.push_back(all.person);
        // What belongs to another whole is none of this one's business.
        for (const CandidateIndex c : all.candidates) fates_[c.value] = what.fates[c.value];
      }
    }
    std::sort(people_.begin(), people_.end());
    people_.erase(std::unique(people_.begin(), people_.end()), people_.end());
    for (const CandidateIndex c : incumbent.chosen) hold(c, 1);
  }

  void run() {
    std::size_t idle = 0;  // people in a row who have no partner left
    for (std::size_t at = 0; idle < people_.size() && incumbent_.cost > what_.enough && !budget_.spent();
         at = (at + 1) % people_.size()) {
      const std::optional<Pair> pair = most_promising(people_[at]);
      idle = pair ? 0 : idle + 1;
      if (pair) better(*pair);
    }
  }

 private:
  void hold(CandidateIndex c, int sign) {
    const Candidate& candidate = problem_.candidates[c];
    filled_[candidate.seat.value] += sign;
    std::vector<CandidateIndex>& held = held_[candidate.person.value];
    if (sign > 0) {
      held.insert(std::upper_bound(held.begin(), held.end(), c), c);
    } else {
      held.erase(std::lower_bound(held.begin(), held.end(), c));
    }
  }

  /// What one of the two might earn more in the seats of the other, roughly.
  [[nodiscard]] std::int64_t promise(PersonIndex one, PersonIndex two) const {
    std::int64_t sum = 0;
    for (const auto& [has, wants] : {Pair(one, two), Pair(two, one)}) {
      for (const CandidateIndex c : held_[has.value]) {
        const Candidate& mine = problem_.candidates[c];
        for (const CandidateIndex other : candidates_at(problem_, wants, mine.session)) {
          const Candidate& theirs = problem_.candidates[other];
          if (theirs.seat != mine.seat || fates_[other.value] != Fate::open) continue;
          sum += std::max<std::int64_t>(0, theirs.points - mine.points + problem_.continuity);
        }
      }
    }
    return sum;
  }

  /// Nothing where all pairs of this person are as they were when they were last solved.
  std::optional<Pair> most_promising(PersonIndex person) {
    std::optional<Pair> best;
    std::int64_t most = -1;
    for (const PersonIndex other : people_) {
      if (other == person) continue;
      const Pair pair = std::minmax(person, other);
      const auto tried = tried_.find(pair);
      const int last = std::max(changed_[pair.first.value], changed_[pair.second.value]);
      if (tried != tried_.end() && tried->second >= last) continue;
      if (const std::int64_t worth = promise(person, other); worth > most) {
        most = worth;
        best = pair;
      }
    }
    budget_.add(1 + static_cast<std::int64_t>(people_.size()) / asked_at_once);
    return best;
  }

  void better(const Pair& pair) {
    tried_[pair] = ++clock_;
    const std::array<PersonIndex, 2> both{pair.first, pair.second};
    std::vector<CandidateIndex> theirs;
    for (const PersonIndex p : both) theirs.insert(theirs.end(), held_[p.value].begin(), held_[p.value].end());
    for (const CandidateIndex c : theirs) hold(c, -1);
    const Subproblem part = subproblem_of(problem_, fates_, {both.begin(), both.end()}, filled_);
    const std::vector<CandidateIndex> better = solved(part, theirs, both);
    for (const CandidateIndex c : better) hold(c, 1);
    if (better == theirs) return;
    std::vector<CandidateIndex> all;
    for (const PersonIndex p : people_) all.insert(all.end(), held_[p.value].begin(), held_[p.value].end());
    incumbent_ = {all, total_cost(problem_, what_.whole.sessions, problem_.levels[what_.level], all)};
    for (const PersonIndex p : both) changed_[p.value] = clock_;
  }

  /// The best that the two can do, ascending; `theirs` where that is as good.
  std::vector<CandidateIndex> solved(const Subproblem& part, const std::vector<CandidateIndex>& theirs,
                                     const std::array<PersonIndex, 2>& both) {
    budget_.add(1 + static_cast<std::int64_t>(part.origin.size()) / asked_at_once);
    const std::vector<Cell> cells = make_whole_cells(part.problem);
    Piece piece{{}, part.problem.sessions.indexes()};
    for (std::size_t i = 0; i < cells.size(); ++i) piece.cells.push_back(static_cast<int>(i));
    Incumbent now;
    now.chosen = in_part(part, theirs);
    // Who sits where the proofs of earlier levels leave nobody can be weighed against nothing.
    if (now.chosen.size() != theirs.size()) return theirs;
    Budget aside = budget_.aside(most_of_budget);
    const std::int64_t used = aside.used();
    const std::vector<int> one_group(part.problem.sessions.size(), 0);
    Master master(part.problem, cells, formulate(part.problem, cells, piece, one_group, false, part.fates), aside);
    std::vector<Potential> potentials;
    for (const Cell& cell : cells) {
      Potential potential = potential_of(part.problem, cell, part.fates);
      for (DayLink& link : potential.links) link.early = master.scale() * problem_.continuity / 2;
      potential.hours = hours_bind_[both.at(cell.person.value).value];
      potentials.push_back(std::move(potential));
    }
    master.credit(std::move(potentials));
    master.open(piece.sessions, false, part.fates);
    for (std::size_t before = 0; before < what_.level; ++before) {
      const ProblemLevel& kind = problem_.levels[before];
      master.keep(kind, -1, total_cost(part.problem, piece.sessions, kind, now.chosen));
    }
    master.offer(now.chosen);
    const ProblemLevel& level = problem_.levels[what_.level];
    master.aim_at(level);
    now.cost = total_cost(part.problem, piece.sessions, level, now.chosen);
    const Cost was = now.cost;
    Recorder nothing;
    search(master, part.fates, now, no_bound, aside, nothing);
    budget_.add(aside.used() - used);
    if (now.cost >= was) return theirs;
    return in_whole(part, now.chosen);
  }

  const Polish& what_;
  const Problem& problem_;
  const std::vector<bool>& hours_bind_;
  Incumbent& incumbent_;
  Budget& budget_;
  Fates fates_;  // of the whole's candidates; all others are forbidden
  std::vector<PersonIndex> people_;
  std::vector<int> filled_;                        // by seat
  std::vector<std::vector<CandidateIndex>> held_;  // by person, ascending
  std::vector<int> changed_;                       // by person: the last time that their stay did
  std::map<Pair, int> tried_;                      // when they were solved
  int clock_ = 0;
};

}  // namespace

void polish_pairs(const Polish& what, const std::vector<bool>& hours_bind, Incumbent& incumbent, Budget& budget) {
  PairsPolish(what, hours_bind, incumbent, budget).run();
}

}  // namespace plancover
