#include "plancover/solver/chains.hpp"

#include <doctest/doctest.h>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/greedy.hpp"
#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("whoever can sit there leaves a seat that another takes over") {
  Problem problem = test::empty_problem();
  const SeatIndex first = test::add_seat(problem, test::add_session(problem, 0, 9 * test::hour, 10 * test::hour), 1, 1);
  const SeatIndex second =
      test::add_seat(problem, test::add_session(problem, 0, 9 * test::hour, 10 * test::hour), 1, 1);
  const PersonIndex able = test::add_person(problem);
  const CandidateIndex at_first = test::add_candidate(problem, able, first);
  const CandidateIndex at_second = test::add_candidate(problem, able, second);
  const CandidateIndex other = test::add_candidate(problem, test::add_person(problem), first);
  const Fates fates = initial_fates(problem);
  Budget budget = test::of_work(0);  // time alone ends them
  CHECK(chained(problem, fates, 8, {at_first}, budget) == std::vector<CandidateIndex>{at_second, other});
  Budget late(1'000'000, [] { return 1.0; });
  CHECK(chained(problem, fates, 8, {at_first}, late) == std::vector<CandidateIndex>{at_first});
  // Nobody leaves a seat for one that is worth no more.
  Problem alone = problem;
  alone.seats[first].candidates = {at_first};
  CHECK(chained(alone, fates, 8, {at_first}, budget) == std::vector<CandidateIndex>{at_first});
}

TEST_CASE("whoever has no hours left leaves a seat of any day") {
  Problem problem = test::empty_problem();
  const SlotIndex early = test::add_session(problem, 0, 9 * test::hour, 10 * test::hour);
  const SlotIndex late = test::add_session(problem, 5, 9 * test::hour, 10 * test::hour);
  const SeatIndex first = test::add_seat(problem, early, 1, 1);
  const SeatIndex second = test::add_seat(problem, late, 1, 1);
  const PersonIndex able = test::add_person(problem);
  problem.people[able].minutes = test::hour;
  const CandidateIndex at_first = test::add_candidate(problem, able, first);
  const CandidateIndex at_second = test::add_candidate(problem, able, second);
  const CandidateIndex other = test::add_candidate(problem, test::add_person(problem), first);
  Budget budget = test::of_work(0);
  CHECK(chained(problem, initial_fates(problem), 8, {at_first}, budget) ==
        std::vector<CandidateIndex>{at_second, other});
}

TEST_CASE("chains break no rule and lose nothing at the levels they fill") {
  int bettered = 0;
  Budget budget = test::of_work(0);
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Problem problem = test::random_problem(seed, 14, 5, 3);
    const Fates fates = initial_fates(problem);
    const auto before = filled_up(problem, fates, problem.sessions.indexes(), {});
    for (std::size_t levels = 1; levels < problem.levels.size(); ++levels) {
      const auto after = chained(problem, fates, levels, before, budget);
      REQUIRE(test::keeps_rules(problem, after));
      auto old_values = evaluate(problem, before);
      auto new_values = evaluate(problem, after);
      for (auto* values : {&old_values, &new_values}) std::fill(values->begin() + levels, values->end(), 0);
      CHECK_FALSE(better(problem, old_values, new_values));
      if (better(problem, new_values, old_values)) ++bettered;
    }
  }
  CHECK(bettered > 100);
}
