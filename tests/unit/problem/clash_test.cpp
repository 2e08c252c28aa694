#include <doctest/doctest.h>

#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// One person who could sit in two sessions, the second from `start` on.
struct Pair {
  Problem problem = test::empty_problem();
  CandidateIndex first;
  CandidateIndex second;

  Pair(std::int64_t end, int day, std::int64_t start) {
    const SlotIndex one = test::add_session(problem, 0, 9 * test::hour, end);
    const SlotIndex two = test::add_session(problem, day, start, start + test::hour);
    const SeatIndex at_one = test::add_seat(problem, one, 1, 1);
    const SeatIndex at_two = test::add_seat(problem, two, 1, 1);
    const PersonIndex person = test::add_person(problem);
    first = test::add_candidate(problem, person, at_one);
    second = test::add_candidate(problem, person, at_two);
  }

  [[nodiscard]] bool clashes() const {
    const bool here = clash(problem, first, second);
    CHECK(clash(problem, second, first) == here);
    return here;
  }
};

}  // namespace

TEST_CASE("times are half-open: what ends as another begins does not overlap it") {
  CHECK_FALSE(Pair(10 * test::hour, 0, 10 * test::hour).clashes());
  CHECK(Pair(10 * test::hour + 1, 0, 10 * test::hour).clashes());
}

TEST_CASE("who walks needs the time to") {
  Pair pair(10 * test::hour, 0, 10 * test::hour + 9);
  pair.problem.transfer = 10;
  CHECK(pair.clashes());
  SUBCASE("not within a room") {
    pair.problem.sessions[SlotIndex(1)].room = pair.problem.sessions[SlotIndex(0)].room;
    CHECK_FALSE(pair.clashes());
  }
  SUBCASE("but a room that nobody knows is never the same") {
    for (ProblemSession& session : pair.problem.sessions) session.room = -1;
    CHECK(pair.clashes());
  }
  SUBCASE("nor where one of them is followed from afar") {
    pair.problem.candidates[pair.second].remote = true;
    CHECK_FALSE(pair.clashes());
  }
  SUBCASE("and no longer than that") {
    pair.problem.transfer = 9;
    CHECK_FALSE(pair.clashes());
  }
}

TEST_CASE("rest lies between days, and nowhere else") {
  Pair night(22 * test::hour, 1, 7 * test::hour);
  night.problem.people[PersonIndex(0)].rest = 9 * test::hour;
  CHECK_FALSE(night.clashes());
  night.problem.people[PersonIndex(0)].rest = 9 * test::hour + 1;
  CHECK(night.clashes());
  Pair noon(10 * test::hour, 0, 12 * test::hour);
  noon.problem.people[PersonIndex(0)].rest = 9 * test::hour;
  CHECK_FALSE(noon.clashes());
}

TEST_CASE("what both was, was possible") {
  Pair pair(12 * test::hour, 0, 10 * test::hour);
  REQUIRE(pair.clashes());
  pair.problem.sessions[SlotIndex(0)].history = true;
  CHECK(pair.clashes());
  pair.problem.sessions[SlotIndex(1)].history = true;
  CHECK_FALSE(pair.clashes());
}

TEST_CASE("a person's candidates at a session are found by bisection") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Problem problem = test::random_problem(seed, 8, 4, 2);
    for (const PersonIndex person : problem.people.indexes()) {
      for (const SlotIndex session : problem.sessions.indexes()) {
        std::vector<CandidateIndex> expected;
        for (const CandidateIndex c : problem.people[person].candidates) {
          if (problem.candidates[c].session == session) expected.push_back(c);
        }
        const auto found = candidates_at(problem, person, session);
        CHECK(std::vector<CandidateIndex>(found.begin(), found.end()) == expected);
      }
    }
  }
}
