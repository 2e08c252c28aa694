#include "plancover/solver/polish_pairs.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "plancover/base/crew.hpp"
#include "plancover/solver/pair_gains.hpp"
#include "plancover/solver/subproblem.hpp"

namespace plancover {

namespace {

constexpr Cost no_bound = -(Cost{1} << 60);
constexpr std::int64_t copied_in_a_unit = 8;   // candidates, for one unit of work; measured
constexpr std::int64_t asked_in_a_unit = 200;  // candidates, or partners, likewise; measured

constexpr double most_of_budget = 0.02;  // for one pair: few are hard, and others wait

using Pair = std::pair<PersonIndex, PersonIndex>;  // ascending

/// Two people whose stays are solved again, and what that came to.
struct PairTask {
  Pair pair;
  std::vector<CandidateIndex> before;  // what they hold, ascending
  std::vector<CandidateIndex> after;
  Cost gained = 0;

  [[nodiscard]] std::array<PersonIndex, 2> both() const { return {pair.first, pair.second}; }
  [[nodiscard]] bool has(PersonIndex person) const { return person == pair.first || person == pair.second; }
  /// The sessions in which anything becomes another, ascending.
  [[nodiscard]] std::vector<SlotIndex> changed_in(const Problem& problem) const {
    std::vector<CandidateIndex> changed;
    std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                  std::back_inserter(changed));
    std::vector<SlotIndex> sessions;
    sessions.reserve(changed.size());
    for (const CandidateIndex c : changed) sessions.push_back(problem.candidates[c].session);
    std::sort(sessions.begin(), sessions.end());
    return sessions;
  }
};

class PairsPolish {
 public:
  PairsPolish(const Polish& what, const std::vector<bool>& hours_bind, Incumbent& incumbent, Budget& budget)
      : what_(what),
        problem_(what.problem),
        hours_bind_(hours_bind),
        incumbent_(incumbent),
        budget_(budget),
        fates_(problem_.candidates.size(), Fate::forbidden),
        gains_(problem_, fates_),
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
    for (const CandidateIndex c : incumbent.chosen) gains_.hold(c);
  }

  void run() {
    std::size_t idle = 0;  // people in a row who have no partner left
    std::size_t at = 0;
    const auto next_pair = [&](const PairTask* beside) -> std::optional<PairTask> {
      for (; idle < people_.size(); ++idle) {
        const std::optional<Pair> pair = most_promising(people_[at], beside);
        at = (at + 1) % people_.size();
        if (!pair) continue;
        idle = 0;
        return task_of(*pair);
      }
      return std::nullopt;
    };
    while (incumbent_.cost > what_.enough && !budget_.spent()) {
      std::optional<PairTask> one = next_pair(nullptr);
      if (!one) break;
      std::optional<PairTask> two = next_pair(&*one);
      if (!two) idle = 0;  // those without a partner beside the first pair may have one after it
      better(*one, two);
    }
    incumbent_.chosen.clear();
    for (const PersonIndex p : people_) {
      incumbent_.chosen.insert(incumbent_.chosen.end(), gains_.held(p).begin(), gains_.held(p).end());
    }
  }

 private:
  [[nodiscard]] PairTask task_of(const Pair& pair) const {
    PairTask task{pair, {}, {}, 0};
    for (const PersonIndex p : task.both())
      task.before.insert(task.before.end(), gains_.held(p).begin(), gains_.held(p).end());
    return task;
  }

  /// Nothing where all pairs of this person, with nobody of those `beside`, are as they were when they were last
  /// solved.
  std::optional<Pair> most_promising(PersonIndex person, const PairTask* beside) {
    if (beside != nullptr && beside->has(person)) return std::nullopt;
    auto steps = static_cast<std::int64_t>(people_.size());
    const std::vector<std::int64_t> gains = gains_.with(person, steps);
    budget_.add(1 + steps / asked_in_a_unit);
    std::optional<Pair> best;
    std::int64_t most = -1;
    for (const PersonIndex other : people_) {
      if (gains[other.value] <= most || other == person || (beside != nullptr && beside->has(other))) continue;
      const Pair pair = std::minmax(person, other);
      const auto tried = tried_.find(pair);
      const int last = std::max(changed_[pair.first.value], changed_[pair.second.value]);
      if (tried != tried_.end() && tried->second >= last) continue;
      most = gains[other.value];
      best = pair;
    }
    return best;
  }

  /// Both pairs are solved as if the other stayed as it is, and both become better where they touch no session of each
  /// other's; with any number of threads.
  void better(PairTask& one, std::optional<PairTask>& two) {
    std::array<PairTask*, 2> tasks{&one, two ? &*two : nullptr};
    const std::size_t count = two ? 2 : 1;
    std::array<Budget, 2> asides{budget_.aside(most_of_budget), budget_.aside(most_of_budget)};
    const std::int64_t used = budget_.used();
    do_all(budget_.threads(), count, [&](std::size_t i) { solve_again(*tasks.at(i), asides.at(i)); });
    for (const Budget& aside : asides) budget_.add(aside.used() - used);
    take(one);
    if (!two) return;
    const std::vector<SlotIndex> here = one.changed_in(problem_);
    const std::vector<SlotIndex> there = two->changed_in(problem_);
    std::vector<SlotIndex> shared;
    std::set_intersection(here.begin(), here.end(), there.begin(), there.end(), std::back_inserter(shared));
    if (shared.empty()) take(*two);  // else it is asked again, as things are then
  }

  void take(const PairTask& task) {
    tried_[task.pair] = ++clock_;
    if (task.gained == 0) return;
    for (const CandidateIndex c : task.before) gains_.let_go(c);
    for (const CandidateIndex c : task.after) gains_.hold(c);
    incumbent_.cost -= task.gained;
    for (const PersonIndex p : task.both()) changed_[p.value] = clock_;
  }

  /// The best that the two can do, where it is better than what they do.
  void solve_again(PairTask& task, Budget& budget) const {
    task.after = task.before;
    const std::array<PersonIndex, 2> both = task.both();
    std::vector<int> filled = gains_.filled();
    for (const CandidateIndex c : task.before) --filled[problem_.candidates[c].seat.value];
    const Subproblem part = subproblem_of(problem_, fates_, {both.begin(), both.end()}, filled);
    budget.add(1 + static_cast<std::int64_t>(part.origin.size()) / copied_in_a_unit);
    const std::vector<Cell> cells = make_whole_cells(part.problem);
    const Piece piece = whole_piece(part.problem, cells);
    Incumbent now;
    now.chosen = in_part(part, task.before);
    // Who sits where the proofs of earlier levels leave nobody can be weighed against nothing.
    if (now.chosen.size() != task.before.size()) return;
    const std::vector<int> one_group(part.problem.sessions.size(), 0);
    Master master(part.problem, cells, formulate(part.problem, cells, piece, one_group, false, part.fates), budget);
    std::vector<Potential> potentials;
    for (const Cell& cell : cells) {
      Potential potential = potential_of(part.problem, cell, part.fates);
      for (DayLink& link : potential.links) link.early = master.scale() * problem_.continuity / 2;
      potential.hours = hours_bind_[both.at(cell.person.value).value];
      potentials.push_back(std::move(potential));
    }
    master.credit(std::move(potentials));
    master.open(piece.sessions, false, part.fates);
    master.keep_all_before(what_.level, now.chosen);
    master.offer(now.chosen);
    const ProblemLevel& level = problem_.levels[what_.level];
    master.aim_at(level);
    now.cost = total_cost(part.problem, piece.sessions, level, now.chosen);
    const Cost was = now.cost;
    Recorder nothing;
    search(master, part.fates, now, no_bound, budget, nothing);
    if (now.cost >= was) return;
    task.gained = was - now.cost;
    task.after = in_whole(part, now.chosen);
  }

  const Polish& what_;
  const Problem& problem_;
  const std::vector<bool>& hours_bind_;
  Incumbent& incumbent_;
  Budget& budget_;
  Fates fates_;  // of the whole's candidates; all others are forbidden
  PairGains gains_;
  std::vector<PersonIndex> people_;
  std::vector<int> changed_;   // by person: the last time that their stay did
  std::map<Pair, int> tried_;  // when they were solved
  int clock_ = 0;
};

}  // namespace

void polish_pairs(const Polish& what, const std::vector<bool>& hours_bind, Incumbent& incumbent, Budget& budget) {
  PairsPolish(what, hours_bind, incumbent, budget).run();
}

}  // namespace plancover
