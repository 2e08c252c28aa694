// Days far enough apart are bettered at the same time, with any number of threads in the same
// way; none of them knows what the other came to.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "plancover/base/crew.hpp"
#include "plancover/solver/days_alone.hpp"
#include "plancover/solver/polish.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover {

/// What betters days has `std::optional<Incumbent> better(Days, Budget&)`: the plan with these days made better, or
/// none.
template <class DaysBetter>
class TwoPlaces {
 public:
  TwoPlaces(const Polish& what, DaysBetter& one, DaysBetter& two, Incumbent& incumbent, Budget& budget)
      : what_(what), one_(one), two_(two), incumbent_(incumbent), budget_(budget) {}

  /// True if the plan became better.
  bool better(Days one, Days two) {
    std::array<std::optional<Incumbent>, 2> found;
    const double share = two.empty() ? 1.0 : 0.5;
    std::array<Budget, 2> asides{budget_.aside(share), budget_.aside(share)};
    const std::int64_t used = budget_.used();
    do_all(budget_.threads(), two.empty() ? 1 : 2,
           [&](std::size_t i) { found.at(i) = i == 0 ? one_.better(one, asides[0]) : two_.better(two, asides[1]); });
    for (const Budget& aside : asides) budget_.add(aside.used() - used);
    if (found[0] && found[1]) {
      if (auto both = joint(*found[0], *found[1], two)) found[0] = std::move(both);
    }
    bool any = false;
    for (std::optional<Incumbent>& each : found) {
      if (!each || each->cost >= incumbent_.cost) continue;
      incumbent_ = std::move(*each);
      any = true;
    }
    return any;
  }

 private:
  /// `first`, with `days` as they are in `second`, where no rule between days and no limit is against it.
  [[nodiscard]] std::optional<Incumbent> joint(const Incumbent& first, const Incumbent& second, Days days) const {
    const Piece now = joined(days);
    const auto is_of_days = [&](CandidateIndex c) {
      return std::binary_search(now.sessions.begin(), now.sessions.end(), what_.problem.candidates[c].session);
    };
    Incumbent both;
    for (const CandidateIndex c : first.chosen) {
      if (!is_of_days(c)) both.chosen.push_back(c);
    }
    Schedule schedule(what_.problem);
    for (const CandidateIndex c : both.chosen) schedule.add(c);
    // What is decided comes first, for it takes of the hours too and is never asked.
    for (const bool decided : {true, false}) {
      for (const CandidateIndex c : second.chosen) {
        if (!is_of_days(c) || what_.problem.candidates[c].fixed != decided) continue;
        if (!decided && !schedule.fits(c)) return std::nullopt;
        schedule.add(c);
        both.chosen.push_back(c);
      }
    }
    both.cost = total_cost(what_.problem, what_.whole.sessions, what_.problem.levels[what_.level], both.chosen);
    return both;
  }

  const Polish& what_;
  DaysBetter& one_;
  DaysBetter& two_;
  Incumbent& incumbent_;
  Budget& budget_;
};

}  // namespace plancover
