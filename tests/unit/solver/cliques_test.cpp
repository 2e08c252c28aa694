#include "plancover/solver/cliques.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

bool hold_both(const std::vector<std::vector<CandidateIndex>>& cliques, CandidateIndex a, CandidateIndex b) {
  return std::any_of(cliques.begin(), cliques.end(), [&](const auto& clique) {
    return std::find(clique.begin(), clique.end(), a) != clique.end() &&
           std::find(clique.begin(), clique.end(), b) != clique.end();
  });
}

}  // namespace

TEST_CASE("cliques hold what clashes, all of it, and nothing else") {
  int larger = 0;
  for (unsigned seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 30, 4, 1);
    for (const Person& person : problem.people) {
      const std::vector<CandidateIndex>& all = person.candidates;
      const auto of_clashes = cliques_with_each_clash(problem, all);
      const auto of_all = cliques_with_each(problem, all);
      for (const auto* cliques : {&of_clashes, &of_all}) {
        for (const auto& clique : *cliques) {
          if (clique.size() > 2) ++larger;
          for (const CandidateIndex a : clique) {
            for (const CandidateIndex b : clique) CHECK((a == b || clash(problem, a, b)));
          }
        }
      }
      for (const CandidateIndex a : all) {
        CHECK(hold_both(of_all, a, a));
        for (const CandidateIndex b : all) {
          if (a < b && clash(problem, a, b)) CHECK(hold_both(of_clashes, a, b));
        }
      }
    }
  }
  CHECK(larger >= 100);
}

TEST_CASE("a clique that is part of the next is not listed, and who clashes with nobody is alone") {
  Problem problem = test::empty_problem();
  const PersonIndex person = test::add_person(problem);
  std::vector<SeatIndex> seats;
  for (const auto& [start, end] : {std::pair{9, 12}, {10, 12}, {11, 13}, {14, 15}})
    seats.push_back(test::add_seat(problem, test::add_session(problem, 0, start * test::hour, end * test::hour), 1, 0));
  std::vector<CandidateIndex> all;
  for (const SeatIndex seat : seats) all.push_back(test::add_candidate(problem, person, seat));
  const std::vector<CandidateIndex> three{all[0], all[1], all[2]};
  CHECK(cliques_with_each_clash(problem, all) == std::vector<std::vector<CandidateIndex>>{three});
  CHECK(cliques_with_each(problem, all) == std::vector<std::vector<CandidateIndex>>{three, {all[3]}});
}
