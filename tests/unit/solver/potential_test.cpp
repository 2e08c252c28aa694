#include "plancover/solver/potential.hpp"

#include <doctest/doctest.h>

#include <set>

#include "unit/solver/small_problem.hpp"

using namespace plancover;

TEST_CASE("night clashes are all pairs of two days that clash, and no others") {
  std::size_t clashes = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    const Problem problem = test::random_problem(seed, 14, 3, 2);
    const Fates fates = initial_fates(problem);
    const auto cells = make_day_cells(problem);
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      if (cells[i].person != cells[i + 1].person) continue;
      std::set<std::pair<CandidateIndex, CandidateIndex>> wanted;
      for (const CandidateIndex a : cells[i].candidates) {
        for (const CandidateIndex b : cells[i + 1].candidates) {
          if (clash(problem, a, b)) wanted.insert({a, b});
        }
      }
      std::set<std::pair<CandidateIndex, CandidateIndex>> found;
      for (const NightClash& night : night_clashes(problem, cells[i].candidates, cells[i + 1].candidates, fates)) {
        for (const CandidateIndex a : night.first) {
          for (const CandidateIndex b : night.second) found.insert({a, b});
        }
      }
      CHECK(found == wanted);
      clashes += found.size();
    }
  }
  CHECK(clashes > 40);
}

TEST_CASE("what a person may do in a session") {
  const Problem problem = test::random_problem(1, 20, 3, 2);
  for (const PersonIndex person : problem.people.indexes()) {
    for (const SlotIndex session : problem.sessions.indexes()) {
      std::vector<CandidateIndex> wanted;
      for (const CandidateIndex c : problem.people[person].candidates) {
        if (problem.candidates[c].session == session) wanted.push_back(c);
      }
      const auto found = candidates_at(problem, person, session);
      CHECK(std::vector<CandidateIndex>(found.begin(), found.end()) == wanted);
    }
  }
}
