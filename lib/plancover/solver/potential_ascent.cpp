#include "plancover/solver/potential_ascent.hpp"

#include <algorithm>
#include <cmath>

#include "plancover/solver/credits.hpp"

namespace plancover {

namespace {

constexpr int most_moves = 20;          // measured; half as many or twice as many are no better
constexpr int climbs_in_vain = 2;       // rounds in vain, after which steps are halved
constexpr int too_near = 16;            // such a part of continuity is too little to go on for
constexpr double dearest_night = 1e12;  // of a charge, in the scale of prices

/// By how much the best days would lose more, were each credit raised by one.
struct Slope {
  std::vector<std::int64_t> nights;
  std::vector<std::int64_t> links;
  std::int64_t square = 0;  ///< of its length
};

class PotentialAscent {
 public:
  PotentialAscent(const Problem& problem, const Cell& cell, StayDays& days, Prices& prices, Potential& potential)
      : problem_(problem), cell_(cell), days_(days), prices_(prices), potential_(potential) {}

  bool climb() {
    if (!days_.lay_out()) return false;
    Potential best = potential_;
    std::int64_t least = days_.bound();
    std::optional<std::int64_t> value;  // of a stay
    double share = 1.0;                 // of a step
    int in_vain = 0;
    for (int round = 0; round < most_moves && days_.complete(); ++round) {
      const std::int64_t bound = days_.bound();
      if (bound < least) {
        least = bound;
        best = potential_;
        in_vain = 0;
      } else if (round > 0 && ++in_vain >= climbs_in_vain) {
        share /= 2;
        in_vain = 0;
      }
      if (const auto lost = days_.lost_by_the_best()) value = std::max(value.value_or(bound - *lost), bound - *lost);
      if (!value || least - *value <= prices_.continuity / too_near) break;
      const Slope slope = slope_here();
      if (slope.square == 0) break;
      const double far = share * static_cast<double>(bound - *value) / static_cast<double>(slope.square);
      move_to(moved(slope, far));
      if (!days_.lay_out()) return false;
    }
    if (days_.bound() <= least) return true;
    move_to(best);
    return days_.lay_out();
  }

 private:
  [[nodiscard]] Slope slope_here() const {
    Slope slope;
    const auto add = [&](std::vector<std::int64_t>& all, std::int64_t by, bool at_least, bool at_most) {
      if ((by > 0 && at_least) || (by < 0 && at_most)) by = 0;
      all.push_back(by);
      slope.square += by * by;
    };
    for (const NightClash& night : potential_.nights) {
      std::int64_t by = 1;
      for (const auto* side : {&night.first, &night.second}) {
        for (std::size_t d = 0; d < days_.count(); ++d) {
          if (holds_any(*side, days_.best(d).chosen)) {
            --by;
            break;
          }
        }
      }
      add(slope.nights, by, night.charge == 0, false);
    }
    for (const DayLink& link : potential_.links) {
      std::int64_t by = 0;
      for (std::size_t d = 0; d < days_.count(); ++d) {
        const auto& sits = days_.best(d).sits;
        for (const SlotIndex before : link.previous) by += std::binary_search(sits.begin(), sits.end(), before) ? 1 : 0;
        by -= std::binary_search(sits.begin(), sits.end(), link.session) ? 1 : 0;
      }
      add(slope.links, by, link.early == 0, link.early >= prices_.continuity);
    }
    return slope;
  }

  /// So far down the slope.
  [[nodiscard]] Potential moved(const Slope& slope, double far) const {
    Potential result = potential_;
    const auto move = [&](std::int64_t& credit, std::int64_t by, std::int64_t most) {
      const double to = static_cast<double>(credit) - far * static_cast<double>(by);
      credit = std::clamp<std::int64_t>(std::llround(std::clamp(to, 0.0, dearest_night)), 0, most);
    };
    for (std::size_t n = 0; n < slope.nights.size(); ++n)
      move(result.nights[n].charge, slope.nights[n], static_cast<std::int64_t>(dearest_night));
    for (std::size_t l = 0; l < slope.links.size(); ++l)
      move(result.links[l].early, slope.links[l], prices_.continuity);
    return result;
  }

  void move_to(Potential there) {
    take_credits(problem_, cell_, potential_, prices_.continuity, prices_.gain);
    potential_ = std::move(there);
    add_credits(problem_, cell_, potential_, prices_.continuity, prices_.gain);
  }

  const Problem& problem_;
  const Cell& cell_;
  StayDays& days_;
  Prices& prices_;
  Potential& potential_;
};

}  // namespace

bool climb_potential(const Problem& problem, const Cell& cell, StayDays& days, Prices& prices, Potential& potential) {
  return PotentialAscent(problem, cell, days, prices, potential).climb();
}

}  // namespace plancover
