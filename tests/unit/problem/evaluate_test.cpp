#include "plancover/problem/evaluate.hpp"

#include <doctest/doctest.h>

#include <random>

#include "plancover/plan/score.hpp"
#include "plancover/problem/build.hpp"
#include "unit/plan/texts.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

// Everything that a level counts, and four people who could do most of it.
const char* const planning_to_evaluate = R"(
conference: {name: T, timezone: UTC, dates: 2014-10-20..2014-10-22}
roles: {member: {weight: 0}}
topics:
  - {id: net, priority: critical}
  - {id: law, priority: low}
committees:
  - {id: pl, topics: [net], seats: {lead: 1, notes: 1..2}, webcast: true}
  - {id: ad, topics: [law], seats: {lead: 1..2, member: 0..all}}
  - {id: co, kind: meeting, seats: {member: 1..all}}
sessions:
  - {id: p1, committee: pl, day: 2014-10-20, time: 09:00-10:00}
  - {id: p2, committee: pl, day: 2014-10-20, time: 11:00-12:00, priority: high}
  - {id: p3, committee: pl, day: 2014-10-21, time: 09:00-10:00}
  - {id: a1, committee: ad, day: 2014-10-20, time: 14:00-15:00}
  - {id: a2, committee: ad, day: 2014-10-21, time: 11:00-12:00}
  - {id: a3, committee: ad, day: 2014-10-22, time: 11:00-12:00}
  - {id: c1, committee: co, day: 2014-10-20, time: 16:00-17:00}
  - {id: c2, committee: co, day: 2014-10-22, time: 16:00-17:00}
attendees:
  - {id: ann, expertise: {net: 3}, prefers: [pl, net], avoids: [p2]}
  - {id: bob, remote: true, expertise: {law: 1}}
  - {id: cat, expertise: {net: 1, law: 2}, avoids: [law]}
  - {id: dan, prefers: [co]}
weights: {expertise: 10, prefers: 5, avoids: 20, continuity: 15, attend: 3, remote: 7, load: 4}
)";

/// Who sits where at random: in each session everyone in one seat at most.
std::vector<CandidateIndex> some_of(const Problem& problem, std::mt19937& random) {
  std::vector<CandidateIndex> chosen;
  for (const PersonIndex person : problem.people.indexes()) {
    for (const SlotIndex session : problem.sessions.indexes()) {
      const auto all = candidates_at(problem, person, session);
      if (all.empty()) continue;
      const std::size_t any = random() % (2 * all.size());
      if (problem.candidates[all.front()].fixed) {
        chosen.push_back(all.front());
      } else if (any < all.size()) {
        chosen.push_back(all[any]);
      }
    }
  }
  return chosen;
}

}  // namespace

TEST_CASE("the solver counts as the score of plans does, which knows no problem") {
  const Conference conference = conference_of(planning_to_evaluate);
  Past morning;
  morning.has_previous = true;
  morning.vanished_attendees = 2;
  morning.disturb_for = Priority::high;
  morning.previous =
      resolve(conference, plan_of(plan_text("p1 lead ann; p2 notes cat; p3 lead bob remote; a1 lead cat; "
                                            "a2 member dan; a3 lead cat; c1 member ann")))
          .plan.assignments;
  morning.now = conference.sessions[conference.session_ids.at("a1")].time.value.from;
  std::mt19937 random(7);
  for (const Past& past : {Past{}, morning}) {
    const BuiltProblem built = build_problem(conference, past);
    for (int turn = 0; turn < 500; ++turn) {
      std::vector<CandidateIndex> chosen = some_of(built.problem, random);
      std::shuffle(chosen.begin(), chosen.end(), random);
      std::vector<std::int64_t> scored;
      for (const Level& level : score(conference, assignments_of(built, chosen), past)) scored.push_back(level.value);
      CHECK(evaluate(built.problem, chosen) == scored);
    }
  }
}

TEST_CASE("fewer is better up to quality, of which more is") {
  const Problem problem = empty_problem();
  const std::vector<std::int64_t> one{0, 0, 3, 0, 9, 9, 9, 9, 100};
  CHECK_FALSE(better(problem, one, one));
  CHECK(better(problem, {0, 0, 2, 9, 9, 9, 9, 9, -5}, one));
  CHECK_FALSE(better(problem, {0, 1, 0, 0, 0, 0, 0, 0, 999}, one));
  CHECK(better(problem, {0, 0, 3, 0, 9, 9, 9, 9, 101}, one));
  CHECK_FALSE(better(problem, {0, 0, 3, 0, 9, 9, 9, 9, 99}, one));
}
