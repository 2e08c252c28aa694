#include "plancover/solver/budget.hpp"

#include <doctest/doctest.h>

using namespace plancover;

TEST_CASE("a share that is open ends with its work or with its time") {
  double now = 0.0;
  Budget budget(1000, [&] { return now; });
  budget.open(0.5);
  CHECK(budget.left() == 500);
  budget.add(499);
  CHECK(!budget.spent());
  now = 0.5;
  CHECK(budget.spent());
  CHECK(!budget.out_of_time());
  CHECK(budget.time_left() == 0.5);
  budget.open(1.0);
  CHECK(budget.left() == 501);
  CHECK(!budget.spent());
  budget.add(501);
  CHECK(budget.spent());
  CHECK(budget.used() == 1000);
}

TEST_CASE("a budget is narrow while somebody says so, in work and in time") {
  double now = 0.2;
  Budget budget(1000, [&] { return now; });
  budget.open(1.0);
  {
    const NarrowedBudget half(budget, 0.5);
    CHECK(budget.left() == 500);
    {
      const NarrowedBudget little(budget, std::int64_t{10});
      CHECK(budget.left() == 10);
      const NarrowedBudget much(budget, std::int64_t{700});
      CHECK(budget.left() == 10);
    }
    CHECK(budget.left() == 500);
    now = 0.59;
    CHECK(!budget.spent());
    now = 0.61;
    CHECK(budget.spent());
  }
  CHECK(budget.left() == 1000);
  CHECK(!budget.spent());
}

TEST_CASE("time that is up stays up, and ends what is aside, too") {
  double now = 0.0;
  Budget budget(1000, [&] { return now; });
  budget.open(1.0);
  Budget aside = budget.aside(0.25);
  CHECK(aside.left() == 250);
  now = 1.0;
  CHECK(budget.out_of_time());
  CHECK(aside.spent());
  now = 0.5;
  CHECK(budget.out_of_time());
  CHECK(budget.spent());
}
