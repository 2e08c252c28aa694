#include "plancover/solver/pair_gains.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// What `one` might earn more in the seats of `other`, looked up candidate by candidate.
std::int64_t gain_of(const Problem& problem, const Fates& fates, const PairGains& gains, PersonIndex one,
                     PersonIndex other) {
  std::int64_t sum = 0;
  for (const CandidateIndex theirs : gains.held(other)) {
    for (const CandidateIndex mine : problem.people[one].candidates) {
      if (problem.candidates[mine].seat != problem.candidates[theirs].seat || fates[mine.value] != Fate::open) continue;
      const std::int64_t more = problem.candidates[mine].points - problem.candidates[theirs].points;
      sum += std::max<std::int64_t>(0, more + problem.continuity);
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("the gains of pairs are what a look at each pair says, whoever comes and goes") {
  int some = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 10, 6, 2);
    Fates fates = initial_fates(problem);
    std::mt19937 random(seed);
    for (Fate& fate : fates) {
      if (random() % 8 == 0) fate = Fate::forbidden;
    }
    PairGains gains(problem, fates);
    std::vector<CandidateIndex> held;
    for (int turn = 0; turn < 40; ++turn) {
      const CandidateIndex c(random() % problem.candidates.size());
      const auto known = std::find(held.begin(), held.end(), c);
      if (known == held.end()) {
        gains.hold(c);
        held.push_back(c);
      } else {
        gains.let_go(c);
        held.erase(known);
      }
    }
    for (const SeatIndex seat : problem.seats.indexes()) {
      CHECK(gains.filled()[seat.value] == std::count_if(held.begin(), held.end(), [&](CandidateIndex c) {
              return problem.candidates[c].seat == seat;
            }));
    }
    for (const PersonIndex one : problem.people.indexes()) {
      std::int64_t steps = 0;
      const std::vector<std::int64_t> found = gains.with(one, steps);
      CHECK(steps > 0);
      for (const PersonIndex other : problem.people.indexes()) {
        if (other == one) continue;
        const std::int64_t both =
            gain_of(problem, fates, gains, one, other) + gain_of(problem, fates, gains, other, one);
        CHECK(found[other.value] == both);
        if (both > 0) ++some;
      }
    }
  }
  CHECK(some >= 100);
}
