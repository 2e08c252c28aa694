#include "plancover/solver/solve.hpp"
#include "plancover/solver/proof.hpp"

#include <doctest/doctest.h>

#include <random>

#include "plancover/problem/evaluate.hpp"
#include "plancover/solver/proof.hpp"
#include "plancover/solver/schedule.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

bool allowed(const Problem& problem, const std::vector<CandidateIndex>& chosen) {
  Schedule schedule(problem);
  for (const CandidateIndex c : chosen) {
    if (!schedule.fits(c)) return false;
    schedule.add(c);
  }
  return true;
}

/// All sets of candidates that break no rule; the best value of the levels among them.
void enumerate(const Problem& problem, std::size_t next, Schedule& schedule, std::vector<std::int64_t>& best) {
  if (next == problem.candidates.size()) {
    auto values = evaluate(problem, schedule.chosen());
    if (best.empty() || better(problem, values, best)) best = std::move(values);
    return;
  }
  enumerate(problem, next + 1, schedule, best);
  const CandidateIndex c(next);
  if (!schedule.fits(c)) return;
  schedule.add(c);
  enumerate(problem, next + 1, schedule, best);
  schedule.remove(c);
}

std::vector<std::int64_t> listed_best(const Problem& problem) {
  std::vector<std::int64_t> best;
  Schedule schedule(problem);
  enumerate(problem, 0, schedule, best);
  return best;
}

/// Gives the problem a previous plan, and the level of changes somewhere before quality.
void follow_a_plan(Problem& problem, unsigned seed) {
  const auto after = static_cast<std::ptrdiff_t>(seed % 5);
  std::mt19937 random(seed);
  Schedule previous(problem);
  for (const CandidateIndex c : problem.candidates.indexes()) {
    if (random() % 3 == 0 || !previous.fits(c)) continue;
    previous.add(c);
    problem.changes_at_most += 2;
    for (const CandidateIndex other : problem.people[problem.candidates[c].person].candidates) {
      const bool same = problem.candidates[other].session == problem.candidates[c].session;
      if (same) problem.candidates[other].kept = other == c ? 2 : 1;
    }
  }
  problem.levels.insert(problem.levels.begin() + after, {LevelKind::changes, 0});
}

/// Is nothing in `full`, which is proved, better than `quick` says is possible?
bool true_bounds(const Problem& problem, const SolveResult& quick, const SolveResult& full) {
  for (std::size_t level = 0; level < full.levels.size(); ++level) {
    const bool more_is_better = problem.levels[level].kind == LevelKind::quality;
    const std::int64_t room = quick.levels[level].bound - full.levels[level].value;
    if (more_is_better ? room < 0 : room > 0) return false;
    if (quick.levels[level].value != full.levels[level].value) return true;  // later ones cannot be compared
  }
  return true;
}

}  // namespace

TEST_CASE("the plan is the best of all plans that can be listed") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 5, 3, 1 + static_cast<int>(seed % 3));
    const SolveResult result = solve(problem, {});
    CHECK(result.proved);
    CHECK(allowed(problem, result.chosen));
    const std::vector<std::int64_t> best = listed_best(problem);
    const auto values = evaluate(problem, result.chosen);
    CHECK(values == best);
    for (std::size_t level = 0; level < values.size(); ++level) {
      CHECK(result.levels[level].value == values[level]);
      CHECK(result.levels[level].bound == values[level]);
    }
  }
}

// Seed 803 once had a day held to what all days together may change.
TEST_CASE("what is solved as large comes to the same, or says true bounds") {
  int proved = 0;
  for (unsigned seed = 780; seed < 820; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 8, 3, 3);
    if (seed % 2 == 1) follow_a_plan(problem, seed);
    const SolveResult best = solve(problem, {});
    REQUIRE(best.proved);
    // With none even days are too large, with a dozen most are not.
    for (const std::size_t candidates : {std::size_t{0}, std::size_t{12}, std::size_t{1'000'000}}) {
      SolveOptions options;
      options.large_sessions = 0;
      options.large_candidates = candidates;
      options.large_rows = 0;
      if (seed % 4 > 1) options.large_tree = 0;
      const SolveResult large = solve(problem, options);
      CHECK(allowed(problem, large.chosen));
      CHECK(true_bounds(problem, large, best));
      if (large.proved) ++proved;
    }
  }
  CHECK(proved >= 40);
}

TEST_CASE("progress tells of quality before it ends, at first without a bound, then with true ones") {
  int within = 0;
  for (unsigned seed = 780; seed < 800; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 8, 3, 3);
    const SolveResult best = solve(problem, {});
    std::vector<Progress> of_quality;
    SolveOptions options;
    options.large_sessions = 0;
    options.large_candidates = 0;
    options.progress = [&](const Progress& now) {
      if (now.level + 1 == problem.levels.size()) of_quality.push_back(now);
    };
    const SolveResult large = solve(problem, options);
    REQUIRE(!of_quality.empty());
    CHECK(of_quality.back().value == large.levels.back().value);
    CHECK(of_quality.back().bound == large.levels.back().bound);
    if (of_quality.size() < 3 || !best.proved || !large.proved) continue;
    CHECK(!of_quality.front().bound);
    bool any_bound = false;
    for (std::size_t i = 0; i + 1 < of_quality.size(); ++i) {
      CHECK(of_quality[i].value <= of_quality[i + 1].value);
      if (!of_quality[i].bound) continue;
      any_bound = true;
      CHECK(*of_quality[i].bound >= best.levels.back().value);
    }
    if (any_bound) ++within;
  }
  CHECK(within >= 5);
}

TEST_CASE("in a hurry prices climb, and what they say is true") {
  bool some_less = false;
  for (unsigned seed = 780; seed < 800; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 8, 3, 3);
    const SolveResult best = solve(problem, {});
    SolveOptions options;
    options.large_sessions = 0;
    options.seconds = 0.0;  // the limit that is told, not kept: `time_used` is empty
    const SolveResult hurried = solve(problem, options);
    CHECK(allowed(problem, hurried.chosen));
    CHECK(true_bounds(problem, hurried, best));
    some_less = some_less || !hurried.proved;
    Proof proof;  // whose reader is to see what a linear program says
    options.proof = &proof;
    CHECK(solve(problem, options).proved);
    options.proof = nullptr;
    options.seconds = 60.0;
    CHECK(solve(problem, options).proved);
  }
  CHECK(some_less);
}

TEST_CASE("what one level has left of the time is for those after it: prices climb, and what they say is true") {
  int proved = 0;
  int less = 0;
  for (unsigned seed = 780; seed < 800; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 8, 3, 3);
    const SolveResult best = solve(problem, {});
    for (std::size_t hard = 0; hard + 1 < problem.levels.size(); hard += 2) {
      for (const double used : {0.0, 0.99999, 1.0}) {
        CAPTURE(hard);
        CAPTURE(used);
        std::size_t level = 0;
        SolveOptions options;
        options.large_sessions = 0;
        options.seconds = 60.0;
        options.progress = [&](const Progress& now) { level = std::max(level, now.level); };
        options.time_used = [&] { return level < hard ? 0.0 : used; };
        const SolveResult result = solve(problem, options);
        CHECK(allowed(problem, result.chosen));
        CHECK(true_bounds(problem, result, best));
        if (used == 0.0 && result.proved) ++proved;
        if (used == 0.99999 && !result.proved) ++less;
      }
    }
  }
  CHECK(proved == 80);
  CHECK(less > 0);
}

TEST_CASE("with a previous plan too") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 5, 3, 1 + static_cast<int>(seed % 3));
    follow_a_plan(problem, seed);
    const SolveResult result = solve(problem, {});
    CHECK(result.proved);
    CHECK(allowed(problem, result.chosen));
    const std::vector<std::int64_t> best = listed_best(problem);
    CHECK(evaluate(problem, result.chosen) == best);
    for (std::size_t level = 0; level < best.size(); ++level) CHECK(result.levels[level].bound == best[level]);
  }
}

TEST_CASE("nothing at all is solved at once") {
  const SolveResult result = solve(test::empty_problem(), {});
  CHECK(result.proved);
  CHECK(result.chosen.empty());
}

TEST_CASE("a limit of no time still gives a plan and true bounds") {
  const Problem problem = test::random_problem(3, 30, 6, 3);
  SolveOptions hurry;
  hurry.time_used = [] { return 1.0; };
  const SolveResult quick = solve(problem, hurry);
  CHECK_FALSE(quick.proved);
  CHECK(allowed(problem, quick.chosen));
  const SolveResult full = solve(problem, {});
  CHECK(quick.levels[0].bound <= full.levels[0].value);
  CHECK(quick.levels[0].value >= full.levels[0].value);
}

TEST_CASE("a limit that is reached at any moment gives a plan and true bounds") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    const Problem problem = test::random_problem(seed, 40, 6, 2);
    SolveOptions patient;
    patient.work = 10'000;
    const SolveResult full = solve(problem, patient);
    for (int moment = 1; moment < 300; moment += 1 + moment / 8) {
      CAPTURE(seed);
      CAPTURE(moment);
      SolveOptions hurry;
      int asked = 0;
      hurry.time_used = [&] { return ++asked < moment ? 0.0 : 1.0; };
      const SolveResult quick = solve(problem, hurry);
      CHECK(allowed(problem, quick.chosen));
      CHECK(true_bounds(problem, quick, full));
    }
  }
}

TEST_CASE("the same problem gives the same plan") {
  const Problem problem = test::random_problem(5, 30, 6, 3);
  CHECK(solve(problem, {}).chosen == solve(problem, {}).chosen);
}

TEST_CASE("the number of threads changes nothing, in trees that two masters look at too") {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const Problem problem = test::random_problem(seed, 40, 8, 3);
    SolveOptions options;
    options.work = 20'000;
    options.large_sessions = seed % 2 == 0 ? 250 : 1;
    options.large_candidates = seed % 3 == 0 ? 20'000 : 1;
    const SolveResult one = solve(problem, options);
    for (const int threads : {2, 8}) {
      options.threads = threads;
      const SolveResult more = solve(problem, options);
      CHECK(more.chosen == one.chosen);
      for (std::size_t level = 0; level < one.levels.size(); ++level) {
        CHECK(more.levels[level].bound == one.levels[level].bound);
      }
    }
  }
}

TEST_CASE("a rare skill is kept for the seat that needs it") {
  // The first is best at everything; only the first can fill the second, later-tier-free seat at that hour.
  Problem problem = test::empty_problem();
  const SlotIndex easy = test::add_session(problem, 0, 540, 600, 0);
  const SlotIndex rare = test::add_session(problem, 0, 540, 600, 0);
  const SeatIndex a = test::add_seat(problem, easy, 1, 1);
  const SeatIndex b = test::add_seat(problem, rare, 1, 1);
  const PersonIndex both = test::add_person(problem);
  test::add_candidate(problem, both, a, 1000);
  const CandidateIndex only = test::add_candidate(problem, both, b, 0);
  const PersonIndex other = test::add_person(problem);
  const CandidateIndex second = test::add_candidate(problem, other, a, -50);
  const SolveResult result = solve(problem, {});
  CHECK(result.proved);
  CHECK(result.chosen == std::vector<CandidateIndex>{only, second});
}

TEST_CASE("a late night that blocks a critical morning is left to someone else") {
  Problem problem = test::empty_problem();
  const SlotIndex night = test::add_session(problem, 0, 21 * 60, 24 * 60, 3);
  const SlotIndex morning = test::add_session(problem, 1, 8 * 60, 9 * 60, 0);
  const SeatIndex late = test::add_seat(problem, night, 1, 1);
  const SeatIndex early = test::add_seat(problem, morning, 1, 1);
  const PersonIndex person = test::add_person(problem);
  problem.people[person].rest = 9 * 60;
  test::add_candidate(problem, person, late, 500);
  const CandidateIndex at_eight = test::add_candidate(problem, person, early, 0);
  const SolveResult result = solve(problem, {});
  CHECK(result.proved);
  CHECK(result.chosen == std::vector<CandidateIndex>{at_eight});
  CHECK(result.levels[3].value == 2);
}
