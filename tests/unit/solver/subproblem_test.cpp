#include "plancover/solver/subproblem.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/solve.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

struct Trial {
  Problem problem;
  std::vector<PersonIndex> people;
  std::vector<CandidateIndex> others;
  std::vector<CandidateIndex> theirs;
  Subproblem part;
};

/// Two of five people taken out of the best plan.
Trial two_of_five(unsigned seed) {
  Trial trial{test::random_problem(seed, 10, 5, 3), {PersonIndex(1), PersonIndex(3)}, {}, {}, {}};
  std::vector<int> filled(trial.problem.seats.size(), 0);
  for (const CandidateIndex c : solve(trial.problem, {}).chosen) {
    const Candidate& candidate = trial.problem.candidates[c];
    const bool is_theirs = std::binary_search(trial.people.begin(), trial.people.end(), candidate.person);
    (is_theirs ? trial.theirs : trial.others).push_back(c);
    if (!is_theirs) ++filled[candidate.seat.value];
  }
  trial.part = subproblem_of(trial.problem, initial_fates(trial.problem), trial.people, filled);
  return trial;
}

std::vector<std::int64_t> minus(std::vector<std::int64_t> a, const std::vector<std::int64_t>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] -= b[i];
  return a;
}

}  // namespace

TEST_CASE("what two people do differently is worth in a subproblem what it is worth in the whole") {
  int differ = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const Trial trial = two_of_five(seed);
    const auto in_part = [&](const std::vector<CandidateIndex>& chosen) {
      std::vector<CandidateIndex> result;
      for (std::size_t i = 0; i < trial.part.origin.size(); ++i) {
        if (std::binary_search(chosen.begin(), chosen.end(), trial.part.origin[i])) result.emplace_back(i);
      }
      REQUIRE(result.size() == chosen.size());
      return evaluate(trial.part.problem, result);
    };
    const auto in_whole = [&](std::vector<CandidateIndex> chosen) {
      chosen.insert(chosen.end(), trial.others.begin(), trial.others.end());
      std::sort(chosen.begin(), chosen.end());
      return evaluate(trial.problem, chosen);
    };
    std::mt19937 random(seed);
    std::vector<CandidateIndex> fewer;
    for (const CandidateIndex c : trial.theirs) {
      if (random() % 2 == 0) fewer.push_back(c);
    }
    const auto lost = minus(in_whole(fewer), in_whole(trial.theirs));
    CHECK(minus(in_part(fewer), in_part(trial.theirs)) == lost);
    if (std::any_of(lost.begin(), lost.end() - 1, [](std::int64_t each) { return each != 0; })) ++differ;
  }
  CHECK(differ > 50);
}

TEST_CASE("a subproblem holds what two people may still do, in the order of the whole") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Trial trial = two_of_five(seed);
    const Problem& part = trial.part.problem;
    REQUIRE(part.people.size() == 2);
    REQUIRE(part.candidates.size() == trial.part.origin.size());
    CHECK(std::is_sorted(trial.part.origin.begin(), trial.part.origin.end()));
    for (const CandidateIndex c : part.candidates.indexes()) {
      const Candidate& here = part.candidates[c];
      const Candidate& there = trial.problem.candidates[trial.part.origin[c.value]];
      CHECK(trial.people[here.person.value] == there.person);
      CHECK(part.sessions[here.session].start == trial.problem.sessions[there.session].start);
      CHECK(part.seats[here.seat].session == here.session);
      CHECK((part.seats[here.seat].wanted > 0 || part.seats[here.seat].all));
    }
  }
}
