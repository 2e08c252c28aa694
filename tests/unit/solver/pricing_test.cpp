#include "plancover/solver/pricing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "plancover/solver/day_layout.hpp"
#include "unit/solver/small_problem.hpp"

using namespace plancover;

namespace {

/// Every set of open candidates of a cell, tried one by one.
class Enumeration {
 public:
  Enumeration(const Problem& problem, const Cell& cell, const Prices& prices, const std::vector<Charge>& charges)
      : problem_(problem), cell_(cell), prices_(prices), charges_(charges), each(cell.candidates.size(), impossible) {
    go(0);
  }

  std::int64_t best = impossible;

 private:
  void go(std::size_t i) {
    if (i == cell_.candidates.size()) return rate();
    go(i + 1);
    const CandidateIndex c = cell_.candidates[i];
    for (const CandidateIndex other : taken_) {
      if (day_of(c) == day_of(other) && clash(problem_, c, other)) return;  // between days it is no affair of a cell
    }
    taken_.push_back(c);
    go(i + 1);
    taken_.pop_back();
  }

  [[nodiscard]] int day_of(CandidateIndex c) const { return problem_.sessions[problem_.candidates[c].session].day; }

  void rate() {
    struct Day {
      std::int64_t minutes = 0;
      std::int64_t counted = 0;
    };
    const Person& person = problem_.people[cell_.person];
    std::map<int, Day> days;
    std::int64_t minutes = 0;
    std::int64_t value = 0;
    for (const CandidateIndex c : taken_) {
      const ProblemSession& session = problem_.sessions[problem_.candidates[c].session];
      Day& day = days[session.day];
      day.minutes += session.end - session.start;
      minutes += session.end - session.start;
      value += prices_.gain[c.value];
      if (session.counts) value -= prices_.load * day.counted++;
      const bool continues = std::any_of(taken_.begin(), taken_.end(), [&](CandidateIndex other) {
        const auto& previous = session.previous;
        return std::find(previous.begin(), previous.end(), problem_.candidates[other].session) != previous.end();
      });
      if (continues && continuity_within_day(problem_, problem_.candidates[c].session)) value += prices_.continuity;
    }
    if (minutes > person.minutes) return;
    for (const auto& [number, day] : days) {
      if (day.minutes > person.minutes_per_day || day.counted > person.sessions_per_day) return;
    }
    for (const Charge& charge : charges_) {
      if (std::any_of(taken_.begin(), taken_.end(), [&](CandidateIndex c) {
            return std::find(charge.members.begin(), charge.members.end(), c) != charge.members.end();
          })) {
        value -= charge.amount;
      }
    }
    best = std::max(best, value);
    for (std::size_t i = 0; i < each.size(); ++i) {
      if (std::find(taken_.begin(), taken_.end(), cell_.candidates[i]) != taken_.end()) {
        each[i] = std::max(each[i], value);
      }
    }
  }

  const Problem& problem_;
  const Cell& cell_;
  const Prices& prices_;
  const std::vector<Charge>& charges_;
  std::vector<CandidateIndex> taken_;

 public:
  std::vector<std::int64_t> each;
};

/// Sessions of so many minutes, one after the other, each continuing the one `back` before it, and one person who may
/// sit in all of them, but in no more than `per_day`.
Problem row_of_sessions(int count, std::int64_t minutes, int back, int per_day) {
  Problem problem = test::empty_problem();
  for (int i = 0; i < count; ++i) {
    const SlotIndex s = test::add_session(problem, 0, minutes * i, minutes * (i + 1));
    problem.sessions[s].room = -1;
    if (i >= back) problem.sessions[s].previous.push_back(SlotIndex(static_cast<std::size_t>(i - back)));
    test::add_seat(problem, s, 1, 1);
  }
  const PersonIndex person = test::add_person(problem, per_day);
  for (const SeatIndex seat : problem.seats.indexes()) test::add_candidate(problem, person, seat);
  return problem;
}

}  // namespace

TEST_CASE("the best day is the best of all days that can be listed") {
  std::mt19937 random(7);
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Problem problem = test::random_problem(seed, 9, 2, 1);
    const Fates fates(problem.candidates.size(), Fate::open);
    Prices prices;
    for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
      prices.gain.push_back(static_cast<int>(random() % 200) - 60);
    }
    prices.continuity = seed % 3 == 0 ? 0 : 25;
    prices.load = seed % 4 == 0 ? 0 : 9;
    for (const Cell& cell : make_day_cells(problem)) {
      std::vector<Charge> charges;
      if (seed % 2 == 0 && cell.candidates.size() > 3) {
        charges.push_back({{cell.candidates[0], cell.candidates[2]}, 40});
        charges.push_back({{cell.candidates[2], cell.candidates[3]}, 15});
      }
      const Enumeration all(problem, cell, prices, charges);
      std::int64_t work = 0;
      const Priced priced = price_cell(problem, cell, prices, charges, fates, work);
      REQUIRE(priced.feasible);
      CHECK(priced.value == all.best);
      CHECK(priced.bound == all.best);
      const DayLayout day = lay_out_best(problem, cell.person, cell.candidates, prices, charges, fates);
      CHECK(day.base_value + day.of_all() >= all.best);
      const auto each = price_each(problem, cell, prices, charges, fates);
      for (std::size_t i = 0; i < each.size(); ++i) CHECK(each[i] >= all.each[i]);
    }
  }
}

TEST_CASE("all days of an attendee whose hours bind are priced together") {
  std::mt19937 random(11);
  int bound_by_hours = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    const Problem problem = test::random_problem(seed, 9, 2, 3);
    const Fates fates(problem.candidates.size(), Fate::open);
    Prices prices;
    for (std::size_t c = 0; c < problem.candidates.size(); ++c)
      prices.gain.push_back(static_cast<int>(random() % 200) - 60);
    prices.continuity = seed % 3 == 0 ? 0 : 25;
    prices.load = seed % 4 == 0 ? 0 : 9;
    for (const Cell& cell : make_cells(problem, fates)) {
      if (!cell.many_days) continue;
      ++bound_by_hours;
      const Enumeration all(problem, cell, prices, {});
      std::int64_t work = 0;
      const Priced priced = price_cell(problem, cell, prices, {}, fates, work);
      REQUIRE(priced.feasible);
      CHECK(priced.value == all.best);
      CHECK(priced.bound == all.best);
      const auto each = price_each(problem, cell, prices, {}, fates);
      for (std::size_t i = 0; i < each.size(); ++i) CHECK(each[i] >= all.each[i]);
    }
  }
  CHECK(bound_by_hours > 100);
}

TEST_CASE("a day leaves out what is idle: what costs more than it brings, with all that continues it") {
  Problem problem = row_of_sessions(5, 60, 1, 50);
  Fates fates(problem.candidates.size(), Fate::open);
  const Cell cell = make_day_cells(problem).front();
  Prices prices;
  prices.continuity = 10;
  const auto kept = [&](std::int64_t spare) {
    std::vector<std::uint32_t> all;
    for (const DayStep& step : lay_out_best(problem, cell.person, cell.candidates, prices, {}, fates, spare).steps)
      all.push_back(step.candidate.value);
    return all;
  };
  using Kept = std::vector<std::uint32_t>;
  // The last continues nothing that is left; of the first three each is worth it by those after it alone.
  prices.gain = {-5, -19, 3, -21, -11};
  CHECK(kept(0) == Kept{0, 1, 2});
  CHECK(kept(1) == Kept{0, 1, 2, 3, 4});
  fates[3] = Fate::chosen;  // now the third is continued by what is decided, and the last continues it
  prices.gain = {-21, -21, -30, -40, -10};
  CHECK(kept(0) == Kept{4});
  prices.gain = {-21, -21, -20, -40, -10};
  CHECK(kept(0) == Kept{2, 4});
  CHECK(kept(1) == Kept{1, 2, 4});
  prices.continuity = 0;
  CHECK(kept(0).empty());
}

TEST_CASE("what is skipped cannot be continued, so a chain of sessions is priced at once") {
  const Problem problem = row_of_sessions(36, 40, 1, 50);
  Prices prices;
  prices.gain.assign(problem.candidates.size(), 5);
  prices.continuity = 6;
  prices.load = 1;
  const Fates fates(problem.candidates.size(), Fate::open);
  const Cell cell = make_day_cells(problem).front();
  std::int64_t work = 0;
  const Priced priced = price_cell(problem, cell, prices, {}, fates, work);
  // The first earns 5 and each of those after it 11, less one for each before; one that only makes up for it is left
  // out.
  CHECK(priced.value == 5 + 10 + 9 + 8 + 7 + 6 + 5 + 4 + 3 + 2 + 1);
  CHECK(priced.bound == priced.value);
  CHECK(lay_out_best(problem, cell.person, cell.candidates, prices, {}, fates).of_all() == priced.value);
  CHECK(work < 1'000);
}

TEST_CASE("a day too large to search still has a true bound") {
  const Problem problem = row_of_sessions(400, 1, 7, 30);
  Prices prices;
  for (std::size_t c = 0; c < problem.candidates.size(); ++c) {
    prices.gain.push_back(static_cast<std::int64_t>(c * 37 % 23));
  }
  prices.continuity = 5;
  const Fates fates(problem.candidates.size(), Fate::open);
  std::int64_t work = 0;
  const Priced priced = price_cell(problem, make_day_cells(problem).front(), prices, {}, fates, work);
  CHECK(work >= 20'000);  // not searched to the end
  CHECK(priced.value < priced.bound);
  CHECK(priced.value >= 600);
  CHECK(priced.bound <= 30 * (22 + 5));
}
