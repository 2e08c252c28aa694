#include "plancover/solver/relevance.hpp"

#include <doctest/doctest.h>

#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("a session matters from the first level that counts one of its seats") {
  Problem problem = test::empty_problem();
  const auto add = [&](int tier, int required, int wanted, bool all = false) {
    const auto hour = static_cast<std::int64_t>(problem.sessions.size()) * test::hour;
    const SlotIndex session = test::add_session(problem, 0, hour, hour + test::hour, tier);
    test::add_seat(problem, session, required, wanted, all);
    return session;
  };
  add(0, 1, 1);
  const SlotIndex both = add(2, 0, 1);
  add(3, 0, 2);
  add(1, 0, 0, true);  // whoever comes is counted in quality alone
  test::add_seat(problem, both, 1, 1);
  CHECK(first_levels(problem) == std::vector<std::size_t>{0, 2, 7, 8});
}

TEST_CASE("where a previous plan counts, whoever it had in a session makes it matter") {
  Problem problem = test::empty_problem();
  problem.levels.insert(problem.levels.begin() + 2, {LevelKind::changes, 0});
  const PersonIndex person = test::add_person(problem);
  for (int i = 0; i < 2; ++i) {
    const SlotIndex session = test::add_session(problem, 0, i * test::hour, (i + 1) * test::hour, 3);
    test::add_candidate(problem, person, test::add_seat(problem, session, 0, 1));
  }
  problem.candidates[problem.people[person].candidates[1]].kept = 2;
  CHECK(first_levels(problem) == std::vector<std::size_t>{8, 2});
}

TEST_CASE("at a level nobody new sits where it matters only later, and what is decided stays") {
  Problem problem = test::empty_problem();
  const PersonIndex person = test::add_person(problem);
  for (int i = 0; i < 4; ++i) {
    const SlotIndex session = test::add_session(problem, 0, i * test::hour, (i + 1) * test::hour);
    test::add_candidate(problem, person, test::add_seat(problem, session, 1, 1));
  }
  const Fates fates{Fate::open, Fate::open, Fate::chosen, Fate::forbidden};
  const std::vector<std::size_t> first{1, 2, 2, 0};
  CHECK(fates_at(problem, fates, first, 1) == Fates{Fate::open, Fate::forbidden, Fate::chosen, Fate::forbidden});
  CHECK(fates_at(problem, fates, first, 2) == fates);
}
