#include "plancover/solver/schedule.hpp"

#include <doctest/doctest.h>

#include <map>

#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// The rules, as they are written: every pair, and every count.
bool is_allowed(const Problem& problem, const std::vector<CandidateIndex>& chosen, CandidateIndex more) {
  const Candidate& candidate = problem.candidates[more];
  const Person& person = problem.people[candidate.person];
  const ProblemSession& session = problem.sessions[candidate.session];
  std::int64_t minutes = session.end - session.start;
  std::int64_t today = minutes;
  int counted = session.counts ? 1 : 0;
  int filled = 0;
  for (const CandidateIndex c : chosen) {
    const Candidate& other = problem.candidates[c];
    if (other.seat == candidate.seat) ++filled;
    if (other.person != candidate.person) continue;
    if (clash(problem, c, more)) return false;
    const ProblemSession& its = problem.sessions[other.session];
    minutes += its.end - its.start;
    if (its.day != session.day) continue;
    today += its.end - its.start;
    if (its.counts) ++counted;
  }
  const Seat& seat = problem.seats[candidate.seat];
  return (seat.all || filled < seat.wanted) && minutes <= person.minutes && today <= person.minutes_per_day &&
         (!session.counts || counted <= person.sessions_per_day);
}

}  // namespace

TEST_CASE("what fits breaks no rule with all that is there, and everything else does") {
  std::mt19937 random(3);
  int fitted = 0;
  int refused = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 14, 4, 3);
    Schedule schedule(problem);
    std::vector<CandidateIndex> chosen;
    for (int turn = 0; turn < 80 && !problem.candidates.empty(); ++turn) {
      const CandidateIndex c(random() % problem.candidates.size());
      const auto held = std::find(chosen.begin(), chosen.end(), c);
      if (held != chosen.end()) {
        schedule.remove(c);
        chosen.erase(held);
        continue;
      }
      const bool fits = schedule.fits(c);
      REQUIRE(fits == is_allowed(problem, chosen, c));
      (fits ? fitted : refused) += 1;
      if (!fits) continue;
      schedule.add(c);
      chosen.push_back(c);
    }
    std::sort(chosen.begin(), chosen.end());
    CHECK(schedule.chosen() == chosen);
    for (const SeatIndex seat : problem.seats.indexes()) {
      CHECK(schedule.filled(seat) == std::count_if(chosen.begin(), chosen.end(), [&](CandidateIndex c) {
              return problem.candidates[c].seat == seat;
            }));
    }
  }
  CHECK(fitted > 1000);
  CHECK(refused > 1000);
}

TEST_CASE("what is repaired keeps what is decided, and of the rest what comes first") {
  Problem problem = test::empty_problem();
  const PersonIndex person = test::add_person(problem, 2);
  std::vector<CandidateIndex> all;
  for (int i = 0; i < 4; ++i) {
    const SlotIndex session = test::add_session(problem, 0, (9 + 2 * i) * test::hour, (10 + 2 * i) * test::hour);
    all.push_back(test::add_candidate(problem, person, test::add_seat(problem, session, 1, 1)));
  }
  CHECK(repaired(problem, {all[3], all[1], all[0]}) == std::vector{all[0], all[1]});
  problem.candidates[all[3]].fixed = true;
  CHECK(repaired(problem, {all[3], all[1], all[0]}) == std::vector{all[0], all[3]});
}
