#include "plancover/solver/promise.hpp"

#include <doctest/doctest.h>

#include "plancover/solver/schedule.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// The same without some candidates, about one in `share`.
Problem thinned(const Problem& problem, unsigned seed, unsigned share) {
  std::mt19937 random(seed);
  Problem result = problem;
  result.candidates = {};
  for (Seat& seat : result.seats) seat.candidates.clear();
  for (Person& person : result.people) person.candidates.clear();
  for (const Candidate& candidate : problem.candidates) {
    if (random() % share == 0) continue;
    const CandidateIndex c = test::add_candidate(result, candidate.person, candidate.seat, candidate.points);
    result.candidates[c].remote = candidate.remote;
  }
  return result;
}

/// Somebody must sit somewhere.
Problem pinned(const Problem& problem, unsigned seed) {
  Problem result = problem;
  const Schedule nobody(problem);
  for (const CandidateIndex c : problem.candidates.indexes()) {
    if (!nobody.fits(c) || seed-- % 4 != 0) continue;
    result.candidates[c].fixed = true;
    break;
  }
  return result;
}

void check_promise(const Problem& before, const Problem& now) {
  const SolveResult first = solve(before, {});
  SolveOptions options;
  options.at_least = promised(solved(before, first), now);
  const SolveResult fresh = solve(now, {});
  const SolveResult warm = solve(now, options);
  CHECK(options.at_least.size() > 0);
  for (std::size_t level = 0; level < options.at_least.size(); ++level) {
    CHECK(fresh.levels[level].value >= options.at_least[level]);
    if (fresh.levels[level].value != options.at_least[level]) break;
  }
  CHECK(warm.proved);
  for (std::size_t level = 0; level < fresh.levels.size(); ++level) {
    CHECK(warm.levels[level].value == fresh.levels[level].value);
    CHECK(warm.levels[level].bound == fresh.levels[level].value);
  }
}

}  // namespace

TEST_CASE("what a solve promises of problems with fewer and with more candidates is true") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    CAPTURE(seed);
    const Problem full = test::random_problem(seed, 6, 3, 1 + static_cast<int>(seed % 3));
    const Problem less = thinned(full, seed, 4);
    check_promise(full, less);
    check_promise(less, full);
    check_promise(full, pinned(full, seed));
  }
}

TEST_CASE("nothing is promised of another programme, higher limits, or a pin that is gone") {
  const Problem problem = test::random_problem(3, 6, 3, 2);
  const Solved before = solved(problem, solve(problem, {}));
  CHECK(promised(before, problem) == before.bounds);
  CHECK(before.bounds.size() == 4);

  Problem moved = problem;
  moved.sessions[SlotIndex(0)].end += 30;
  CHECK(promised(before, moved).empty());
  Problem rested = problem;
  rested.people[PersonIndex(1)].sessions_per_day += 1;
  CHECK(promised(before, rested).empty());
  CHECK_FALSE(promised(solved(rested, solve(rested, {})), problem).empty());
  const Problem fixed = pinned(problem, 1);
  CHECK(promised(solved(fixed, solve(fixed, {})), problem).empty());
}
