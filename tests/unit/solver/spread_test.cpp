#include "plancover/solver/spread.hpp"

#include <doctest/doctest.h>

#include <random>

#include "unit/solver/cut.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// By CandidateIndex, how much strands take of each.
std::vector<double> taken(const Problem& problem, const std::vector<Strand>& strands) {
  std::vector<double> sum(problem.candidates.size(), 0.0);
  for (const Strand& strand : strands) {
    for (const CandidateIndex c : strand.chosen) sum[c.value] += strand.share;
  }
  return sum;
}

/// What fits, looked at in some order.
std::vector<CandidateIndex> some_way(const Problem& problem, std::vector<CandidateIndex> candidates,
                                     std::mt19937& random) {
  std::vector<CandidateIndex> chosen;
  for (std::size_t i = candidates.size(); i > 0; --i) {
    const std::size_t k = random() % i;
    chosen.push_back(candidates[k]);
    if (!test::keeps_rules(problem, chosen)) chosen.pop_back();
    candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(k));
  }
  return chosen;
}

}  // namespace

TEST_CASE("ways to spend a day, mixed and taken apart again, are ways to spend it") {
  int apart = 0;
  int short_of_it = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 30, 3, 2);
    const bool is_free = seed % 2 == 0;  // of all rules but that nobody is in two places
    if (is_free) {
      problem.transfer = 0;
      for (const PersonIndex p : problem.people.indexes())
        problem.people[p] = {1000, 1 << 20, 1 << 20, 0, problem.people[p].candidates};
    }
    std::mt19937 random(seed);
    const Fates fates = initial_fates(problem);
    const std::vector<Cell> cells = seed % 4 < 2 ? make_day_cells(problem) : make_whole_cells(problem);
    for (const Cell& cell : cells) {
      std::vector<double> sits(problem.candidates.size(), 0.0);
      for (int way = 0; way < 4; ++way) {
        for (const CandidateIndex c : some_way(problem, cell.candidates, random)) sits[c.value] += 0.25;
      }
      const std::vector<Strand> strands = spread(problem, cell, fates, sits);
      double all = 0;
      for (const Strand& strand : strands) {
        all += strand.share;
        CHECK(std::is_sorted(strand.chosen.begin(), strand.chosen.end()));
        CHECK(test::keeps_rules(problem, strand.chosen));
      }
      CHECK(all == doctest::Approx(1));
      if (strands.size() > 1) ++apart;
      const std::vector<double> sum = taken(problem, strands);
      for (const CandidateIndex c : problem.candidates.indexes()) {
        CHECK(sum[c.value] <= sits[c.value] + 1e-5);
        if (is_free) CHECK(sum[c.value] == doctest::Approx(sits[c.value]));
        if (sum[c.value] < sits[c.value] - 0.2) ++short_of_it;
      }
    }
  }
  CHECK(apart >= 200);
  CHECK(short_of_it >= 1);  // limits leave no room: nothing is made up for it
}

TEST_CASE("what is decided is in every strand, and what is forbidden in none") {
  Problem problem = test::empty_problem();
  const SlotIndex first = test::add_session(problem, 0, 9 * test::hour, 10 * test::hour);
  const SlotIndex second = test::add_session(problem, 0, 11 * test::hour, 12 * test::hour);
  const SeatIndex a = test::add_seat(problem, first, 1, 1);
  const SeatIndex b = test::add_seat(problem, second, 1, 1);
  const SeatIndex other = test::add_seat(problem, second, 1, 1);
  const PersonIndex person = test::add_person(problem);
  const CandidateIndex at_first = test::add_candidate(problem, person, a);
  const CandidateIndex at_second = test::add_candidate(problem, person, b);
  const CandidateIndex at_other = test::add_candidate(problem, person, other);
  const Cell cell{person, {at_first, at_second, at_other}, false, false};
  const Fates fates{Fate::chosen, Fate::open, Fate::forbidden};
  const std::vector<Strand> strands = spread(problem, cell, fates, {0.0, 0.5, 0.5});
  REQUIRE(strands.size() == 2);
  CHECK(taken(problem, strands)[at_first.value] == doctest::Approx(1));
  CHECK(taken(problem, strands)[at_second.value] == doctest::Approx(0.5));
  CHECK(taken(problem, strands)[at_other.value] == doctest::Approx(0));
}

TEST_CASE("what does not count has room where history has more than the limit of a day") {
  Problem problem = test::empty_problem();
  std::vector<CandidateIndex> all;
  const PersonIndex person = test::add_person(problem, 1);
  for (const int start : {9, 11, 13}) {
    const SlotIndex session = test::add_session(problem, 0, start * test::hour, (start + 1) * test::hour);
    all.push_back(test::add_candidate(problem, person, test::add_seat(problem, session, 1, 1)));
  }
  problem.sessions[problem.candidates[all.back()].session].counts = false;
  const std::vector<Strand> strands =
      spread(problem, {person, all, false, false}, {Fate::chosen, Fate::chosen, Fate::open}, {0.0, 0.0, 1.0});
  REQUIRE(strands.size() == 1);
  CHECK(strands.front().chosen == all);
}
