#include "plancover/solver/polish.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "plancover/solver/crew.hpp"
#include "plancover/solver/days_polish.hpp"
#include "plancover/solver/schedule.hpp"

namespace plancover {

namespace {

/// Days far enough apart to be solved at the same time; none of them knows what the other came to.
class TwoPlaces {
 public:
  TwoPlaces(const Polish& what, Incumbent& incumbent, Budget& budget)
      : what_(what), incumbent_(incumbent), budget_(budget), one_(what, incumbent), two_(what, incumbent) {}

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
  Incumbent& incumbent_;
  Budget& budget_;
  DaysPolish one_;
  DaysPolish two_;
};

}  // namespace

void sweep(const Polish& what, const std::vector<std::int64_t>& ahead, Incumbent& incumbent, Budget& budget) {
  if (budget.spent()) return;
  Incumbent other = incumbent;
  DaysPolish polishing(what, other);
  for (std::size_t at = 0; at < what.days.size() && !budget.spent(); ++at) {
    if (auto found = polishing.better(Days(what.days).subspan(at, 1), budget, &ahead)) other = std::move(*found);
  }
  polish(what, {1, 1}, other, budget);
  if (other.cost < incumbent.cost) incumbent = std::move(other);
}

void polish(const Polish& what, std::pair<std::size_t, std::size_t> wide, Incumbent& incumbent, Budget& budget) {
  // Before the problem is copied, which takes long.
  if (what.days.empty() || incumbent.cost <= what.enough || budget.spent()) return;
  TwoPlaces polishing(what, incumbent, budget);
  for (std::size_t width = wide.first; width <= std::min(what.days.size(), wide.second); ++width) {
    const std::size_t places = what.days.size() - width + 1;
    const std::size_t half = (places + 1) / 2;
    const bool is_far = what.two_at_once && half > width;  // with at least a day between them
    const std::size_t turns = is_far ? half : places;
    std::size_t in_vain = 0;  // in a row
    for (std::size_t at = 0; in_vain < turns && incumbent.cost > what.enough && !budget.spent();
         at = (at + 1) % turns) {
      const Days all(what.days);
      const Days other = is_far && at + half < places ? all.subspan(at + half, width) : Days();
      in_vain = polishing.better(all.subspan(at, width), other) ? 0 : in_vain + 1;
    }
  }
}

}  // namespace plancover
