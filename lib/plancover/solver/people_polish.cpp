#include "plancover/solver/people_polish.hpp"

#include <algorithm>
#include <random>

#include "plancover/solver/part_search.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover {

namespace {

// Measured on days of 258 to 781 sessions: smaller groups find nothing soon, larger ones take long.
constexpr std::size_t fewest_people = 6;    // people who are solved again at once, to begin with
constexpr std::size_t groups_a_person = 8;  // in vain, before they become larger

constexpr std::int64_t copied_at_once = 8;  // candidates, for one unit of work; measured
constexpr std::int64_t overcharged = 4;     // iterations of small programs are shorter than a unit; measured
constexpr double most_for_a_group = 0.02;   // of the budget: few are hard, and others wait

class PeoplePolish {
 public:
  PeoplePolish(const Polish& what, Incumbent& incumbent, Budget& budget)
      : what_(what),
        problem_(what.problem),
        incumbent_(incumbent),
        budget_(budget),
        fates_(problem_.candidates.size(), Fate::forbidden),
        schedule_(problem_) {
    for (const int cell : what.whole.cells) {
      // What belongs to other days is none of this one's business.
      for (const CandidateIndex c : what.day_cells[static_cast<std::size_t>(cell)].candidates)
        fates_[c.value] = what.fates[c.value];
    }
    for (const SlotIndex session : what.whole.sessions) {
      const auto& seats = problem_.sessions[session].seats;
      seats_.insert(seats_.end(), seats.begin(), seats.end());
    }
    for (const CandidateIndex c : incumbent.chosen) schedule_.add(c);
  }

  void run() {
    const std::size_t in_vain_at_most = groups_a_person * what_.whole.cells.size();
    for (std::size_t people = fewest_people; people <= largest_group; people += 2) {
      std::size_t in_vain = 0;
      std::size_t full = 0;  // seats in a row
      for (std::size_t at = 0; in_vain < in_vain_at_most && full < seats_.size(); at = (at + 1) % seats_.size()) {
        if (incumbent_.cost <= what_.enough || budget_.spent()) return;
        full = is_missing(seats_[at]) ? 0 : full + 1;
        if (full > 0) continue;
        const Cost before = incumbent_.cost;
        const std::vector<PersonIndex> group = group_around(seats_[at], people);
        if (!group.empty()) solve_again(group);
        in_vain = incumbent_.cost < before ? 0 : in_vain + 1;
      }
    }
  }

 private:
  /// Would one more in the seat better the level?
  [[nodiscard]] bool is_missing(SeatIndex index) const {
    const Seat& seat = problem_.seats[index];
    const ProblemSession& session = problem_.sessions[seat.session];
    const ProblemLevel& level = problem_.levels[what_.level];
    if (session.history || session.tier != level.tier) return false;
    return schedule_.filled(index) < (level.kind == LevelKind::required ? seat.required : seat.wanted);
  }

  /// At most so many who could sit in the seat, or in one that those hold at the time, or in one that these hold, and
  /// so on; others each time. Ascending.
  std::vector<PersonIndex> group_around(SeatIndex empty, std::size_t people) {
    std::vector<PersonIndex> group;
    SeatIndex seat = empty;
    for (std::size_t in_vain = 0; group.size() < people && in_vain < 3;) {
      std::vector<PersonIndex> others;
      for (const CandidateIndex c : problem_.seats[seat].candidates) {
        const PersonIndex person = problem_.candidates[c].person;
        if (fates_[c.value] != Fate::open) continue;
        if (std::find(group.begin(), group.end(), person) == group.end()) others.push_back(person);
      }
      if (others.empty()) {
        ++in_vain;
        seat = empty;
        continue;
      }
      group.push_back(any_of(others));
      const bool goes_on = random_() % 2 == 0;
      seat = goes_on ? seat_in_the_way(group.back(), seat, empty) : empty;
    }
    std::sort(group.begin(), group.end());
    return group;
  }

  /// One that the person holds at the time of `seat`; `otherwise` where there is none.
  SeatIndex seat_in_the_way(PersonIndex person, SeatIndex seat, SeatIndex otherwise) {
    const ProblemSession& session = problem_.sessions[problem_.seats[seat].session];
    std::vector<SeatIndex> seats;
    for (const CandidateIndex c : schedule_.of(person)) {
      const ProblemSession& other = problem_.sessions[problem_.candidates[c].session];
      if (fates_[c.value] == Fate::open && other.start < session.end && session.start < other.end)
        seats.push_back(problem_.candidates[c].seat);
    }
    return seats.empty() ? otherwise : any_of(seats);
  }

  template <class T>
  T any_of(const std::vector<T>& all) {
    return all[random_() % all.size()];
  }

  /// Takes what the group can do best, or another plan that is as good: from there the next one may find more.
  void solve_again(const std::vector<PersonIndex>& group) {
    std::vector<CandidateIndex> theirs;
    for (const PersonIndex p : group) {
      const std::vector<CandidateIndex>& held = schedule_.of(p);
      theirs.insert(theirs.end(), held.begin(), held.end());
    }
    std::sort(theirs.begin(), theirs.end());
    for (const CandidateIndex c : theirs) schedule_.remove(c);
    const Subproblem part = subproblem_of(problem_, fates_, group, schedule_.filled());
    budget_.add(1 + static_cast<std::int64_t>(part.origin.size()) / copied_at_once);
    Budget aside = budget_.aside(most_for_a_group);
    const std::int64_t used = aside.used();
    const std::vector<CandidateIndex> now = solved_again(what_, part, theirs, false, Sought::as_good, aside);
    budget_.add((aside.used() - used) / overcharged);
    for (const CandidateIndex c : now) schedule_.add(c);
    if (now == theirs) return;
    std::vector<CandidateIndex> all = schedule_.chosen();
    const Cost cost = total_cost(problem_, what_.whole.sessions, problem_.levels[what_.level], all);
    incumbent_ = {std::move(all), cost};
  }

  const Polish& what_;
  const Problem& problem_;
  Incumbent& incumbent_;
  Budget& budget_;
  Fates fates_;                   // of the day's candidates; all others are forbidden
  std::vector<SeatIndex> seats_;  // of the day
  Schedule schedule_;
  std::minstd_rand random_;  // the same everywhere: the standard says what it yields
};

}  // namespace

void polish_people(const Polish& what, Incumbent& incumbent, Budget& budget) {
  PeoplePolish(what, incumbent, budget).run();
}

}  // namespace plancover
