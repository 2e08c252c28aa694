#include "plancover/solver/person_search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "plancover/solver/credits.hpp"
#include "plancover/solver/potential_ascent.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// Every stay of open candidates, tried one by one.
class AllStays {
 public:
  AllStays(const Problem& problem, const Cell& cell, const Prices& prices)
      : problem_(problem), cell_(cell), prices_(prices) {
    go(0);
  }

  std::int64_t best = std::numeric_limits<std::int64_t>::min();

  [[nodiscard]] std::int64_t worth(const std::vector<CandidateIndex>& stay) const {
    std::int64_t value = 0;
    std::map<int, std::int64_t> counted;
    for (const CandidateIndex c : stay) {
      const ProblemSession& session = session_of(c);
      value += prices_.gain[c.value];
      if (session.counts) value -= prices_.load * counted[session.day]++;
      const bool continues = std::any_of(stay.begin(), stay.end(), [&](CandidateIndex other) {
        return std::find(session.previous.begin(), session.previous.end(), problem_.candidates[other].session) !=
               session.previous.end();
      });
      if (continues) value += prices_.continuity;
    }
    return value;
  }

  [[nodiscard]] bool is_possible(const std::vector<CandidateIndex>& stay) const {
    const Person& person = problem_.people[cell_.person];
    std::int64_t minutes = 0;
    std::map<int, std::int64_t> of_day;
    std::map<int, int> counted;
    for (const CandidateIndex c : stay) {
      const ProblemSession& session = session_of(c);
      minutes += session.end - session.start;
      of_day[session.day] += session.end - session.start;
      counted[session.day] += session.counts ? 1 : 0;
      for (const CandidateIndex other : stay) {
        if (other != c && clash(problem_, c, other)) return false;
      }
    }
    const auto is_too_long = [&](const auto& day) { return day.second > person.minutes_per_day; };
    const auto is_too_full = [&](const auto& day) { return day.second > person.sessions_per_day; };
    return minutes <= person.minutes && std::none_of(of_day.begin(), of_day.end(), is_too_long) &&
           std::none_of(counted.begin(), counted.end(), is_too_full);
  }

 private:
  [[nodiscard]] const ProblemSession& session_of(CandidateIndex c) const {
    return problem_.sessions[problem_.candidates[c].session];
  }

  void go(std::size_t i) {
    if (i == cell_.candidates.size()) {
      if (is_possible(taken_)) best = std::max(best, worth(taken_));
      return;
    }
    go(i + 1);
    taken_.push_back(cell_.candidates[i]);
    go(i + 1);
    taken_.pop_back();
  }

  const Problem& problem_;
  const Cell& cell_;
  const Prices& prices_;
  std::vector<CandidateIndex> taken_;
};

}  // namespace

TEST_CASE("the best stay is the best of all, however far off its credits begin") {
  std::mt19937 random(11);
  int ties = 0;
  int bettered = 0;
  int with_hours = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Problem problem = test::random_problem(seed, 11, 2, 4);
    const Fates fates(problem.candidates.size(), Fate::open);
    Prices prices;
    for (std::size_t c = 0; c < problem.candidates.size(); ++c)
      prices.gain.push_back(static_cast<int>(random() % 200) - 60);
    prices.continuity = seed % 3 == 0 ? 0 : 40;
    prices.load = seed % 4 == 0 ? 0 : 9;
    for (const Cell& cell : make_whole_cells(problem)) {
      if (cell.candidates.size() > 13) continue;
      const AllStays all(problem, cell, prices);
      Potential potential = potential_of(problem, cell, fates);
      ties += static_cast<int>(potential.links.size() + potential.nights.size());
      for (NightClash& night : potential.nights)
        night.charge = static_cast<std::int64_t>(random() % 3 * (random() % 50'000));
      for (DayLink& link : potential.links) link.early = static_cast<std::int64_t>(random() % 41);
      if (prices.continuity == 0) {
        for (DayLink& link : potential.links) link.early = 0;
      }
      potential.hours = problem.people[cell.person].minutes < 40 * test::hour;
      with_hours += potential.hours ? 1 : 0;

      Prices here = prices;
      add_credits(problem, cell, potential, here.continuity, here.gain);
      if (potential.hours) charge_minutes(problem, cell, here, fates, potential, here.gain);
      std::int64_t work = 0;
      StayDays before(problem, cell, here, potential, fates, work);
      REQUIRE(before.lay_out());
      const std::int64_t bound = before.bound();
      const Priced priced = price_person(problem, cell, here, potential, fates, work);
      REQUIRE(priced.feasible);
      CHECK(priced.value == all.best);
      CHECK(priced.bound == all.best);
      CHECK(all.is_possible(priced.chosen));
      CHECK(all.worth(priced.chosen) == all.best);

      // What the credits came to stands in the prices, and bounds no worse than before.
      StayDays after(problem, cell, here, potential, fates, work);
      REQUIRE(after.lay_out());
      CHECK(after.bound() <= bound);
      CHECK(after.bound() >= all.best);
      bettered += after.bound() < bound ? 1 : 0;
      take_credits(problem, cell, potential, here.continuity, here.gain);
      for (const CandidateIndex c : cell.candidates) {
        const ProblemSession& session = problem.sessions[problem.candidates[c].session];
        const std::int64_t minutes = potential.hours ? potential.per_minute * (session.end - session.start) : 0;
        CHECK(here.gain[c.value] == prices.gain[c.value] - minutes);
      }
    }
  }
  CHECK(ties > 100);
  CHECK(bettered > 100);
  CHECK(with_hours > 10);
}

TEST_CASE("a night that is far too dear is not looked at stay by stay") {
  // Eight days of twelve sessions; who sits in the last may not sit in the first of the next day.
  Problem problem = test::empty_problem();
  const PersonIndex person = test::add_person(problem);
  for (int day = 0; day < 8; ++day) {
    for (std::int64_t hour = 8; hour < 20; ++hour) {
      const SlotIndex session = test::add_session(problem, day, hour * test::hour, (hour + 1) * test::hour);
      test::add_candidate(problem, person, test::add_seat(problem, session, 1, 1));
    }
  }
  problem.people[person].rest = 13 * test::hour;
  const Fates fates(problem.candidates.size(), Fate::open);
  const Cell cell = make_whole_cells(problem).front();
  Prices prices;
  for (std::size_t c = 0; c < problem.candidates.size(); ++c)
    prices.gain.push_back(1'000'000 + static_cast<std::int64_t>(c * 37 % 23) * 1'000);
  Potential potential = potential_of(problem, cell, fates);
  REQUIRE(potential.nights.size() == 7);
  for (NightClash& night : potential.nights) night.charge = 1'000'000'000;
  std::int64_t work = 0;
  const Priced priced = price_person(problem, cell, prices, potential, fates, work);
  CHECK(priced.value == priced.bound);
  CHECK(priced.chosen.size() == 8 * 12 - 7);
  CHECK(work < 100'000);
}
