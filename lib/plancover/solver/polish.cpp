#include "plancover/solver/polish.hpp"

#include <algorithm>
#include <utility>

#include "plancover/solver/days_polish.hpp"
#include "plancover/solver/two_places.hpp"

namespace plancover {

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
  DaysPolish one(what, incumbent);
  DaysPolish two(what, incumbent);
  TwoPlaces polishing(what, one, two, incumbent, budget);
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
