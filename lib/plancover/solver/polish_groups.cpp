#include "plancover/solver/polish_groups.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "plancover/solver/pair_gains.hpp"
#include "plancover/solver/part_search.hpp"
#include "plancover/solver/two_places.hpp"

namespace plancover {

namespace {

constexpr std::int64_t copied_a_unit = 8;   // candidates, for one unit of work; measured
constexpr std::int64_t asked_a_unit = 200;  // candidates, likewise
constexpr double most_for_one = 0.02;       // of the budget: few groups are hard, and others wait
constexpr std::size_t rounds_of_groups = 3;
constexpr Cost next_to_nothing = 2000;  // a round that brings less than one part of so many is the last

class GroupsPolish {
 public:
  /// `incumbent` is read at each call.
  GroupsPolish(const Polish& what, std::size_t people, const Incumbent& incumbent)
      : what_(what),
        problem_(what.problem),
        most_people_(people),
        incumbent_(incumbent),
        alone_(what.problem, what.day_cells) {}

  /// The first round asks those who promise most; each after it some of these, others each time.
  void begin_round(std::size_t round) {
    random_.seed(round + 1);
    is_first_ = round == 0;
  }

  /// A group around each person of these days; the plan that is better, if there is one.
  std::optional<Incumbent> better(Days days, Budget& budget) {
    const Piece now = joined(days);
    const bool tied = days.size() > 1;
    std::vector<CandidateIndex> others = incumbent_.chosen;
    const std::vector<CandidateIndex> part = alone_.take_out(now, others);
    alone_.lay_out(now, others, tied);
    const std::vector<PersonIndex> people = open_days(now, others);
    PairGains gains(alone_.problem(), fates_);
    for (const CandidateIndex c : part) gains.hold(c);
    std::set<std::vector<PersonIndex>> known;
    for (const PersonIndex lead : people) {
      if (budget.spent()) break;
      std::vector<PersonIndex> group = group_of(lead, people, gains, budget);
      if (group.size() > 1 && known.insert(group).second) solve_again(group, tied, gains, budget);
    }
    for (const PersonIndex p : people) {
      const std::vector<CandidateIndex>& held = gains.held(p);
      others.insert(others.end(), held.begin(), held.end());
    }
    const Cost cost = total_cost(problem_, what_.whole.sessions, problem_.levels[what_.level], others);
    if (cost >= incumbent_.cost) return std::nullopt;
    return Incumbent{std::move(others), cost};
  }

 private:
  /// Only candidates of these days may sit. Returns whose they are, ascending.
  std::vector<PersonIndex> open_days(const Piece& now, const std::vector<CandidateIndex>& others) {
    fates_.assign(problem_.candidates.size(), Fate::forbidden);
    std::vector<PersonIndex> people;
    for (const int cell : now.cells) {
      const Cell& all = what_.day_cells[static_cast<std::size_t>(cell)];
      people.push_back(all.person);
      for (const CandidateIndex c : all.candidates) fates_[c.value] = what_.fates[c.value];
    }
    alone_.forbid_clashes(now, others, fates_);
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
  }

  /// With those who promise most together with this one; ascending.
  std::vector<PersonIndex> group_of(PersonIndex lead, const std::vector<PersonIndex>& people, const PairGains& gains,
                                    Budget& budget) {
    std::int64_t steps = 0;
    const std::vector<std::int64_t> promised = gains.with(lead, steps);
    budget.add(1 + steps / asked_a_unit);
    std::vector<PersonIndex> order;
    for (const PersonIndex p : people) {
      if (p != lead && promised[p.value] > 0) order.push_back(p);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](PersonIndex a, PersonIndex b) { return promised[a.value] > promised[b.value]; });
    std::vector<PersonIndex> group{lead};
    for (const PersonIndex p : order) {
      if (group.size() == most_people_) break;
      if (is_first_ || random_() % 2 == 0) group.push_back(p);
    }
    std::sort(group.begin(), group.end());
    return group;
  }

  void solve_again(const std::vector<PersonIndex>& group, bool tied, PairGains& gains, Budget& budget) const {
    std::vector<CandidateIndex> theirs;
    for (const PersonIndex p : group) theirs.insert(theirs.end(), gains.held(p).begin(), gains.held(p).end());
    std::sort(theirs.begin(), theirs.end());
    for (const CandidateIndex c : theirs) gains.let_go(c);
    const Subproblem part = subproblem_of(alone_.problem(), fates_, group, gains.filled());
    budget.add(1 + static_cast<std::int64_t>(part.origin.size()) / copied_a_unit);
    Budget aside = budget.aside(most_for_one);
    const std::int64_t used = aside.used();
    for (const CandidateIndex c : solved_again(what_, part, theirs, tied, Sought::better, aside)) gains.hold(c);
    budget.add(aside.used() - used);
  }

  const Polish& what_;
  const Problem& problem_;
  std::size_t most_people_;
  const Incumbent& incumbent_;
  DaysAlone alone_;
  Fates fates_;
  std::minstd_rand random_;  // the same everywhere: the standard says what it yields
  bool is_first_ = true;
};

}  // namespace

void polish_groups(const Polish& what, GroupShape shape, Incumbent& incumbent, Budget& budget) {
  if (what.days.size() < shape.days || incumbent.cost <= what.enough || budget.spent()) return;
  GroupsPolish one(what, shape.people, incumbent);
  GroupsPolish two(what, shape.people, incumbent);
  TwoPlaces polishing(what, one, two, incumbent, budget);
  const Days all(what.days);
  const std::size_t places = all.size() - shape.days + 1;
  const std::size_t half = (places + 1) / 2;
  const bool is_far = what.two_at_once && half > shape.days;  // with at least a day between them
  for (std::size_t round = 0; round < rounds_of_groups; ++round) {
    one.begin_round(round);
    two.begin_round(round);
    const Cost before = incumbent.cost;
    for (std::size_t at = 0; at < (is_far ? half : places) && !budget.spent(); ++at) {
      const Days other = is_far && at + half < places ? all.subspan(at + half, shape.days) : Days();
      polishing.better(all.subspan(at, shape.days), other);
    }
    if ((before - incumbent.cost) * next_to_nothing < std::abs(incumbent.cost)) return;
  }
}

}  // namespace plancover
