#include "plancover/model/check.hpp"

#include <algorithm>

namespace plancover {

bool Doubts::any() const {
  const auto doubted = [](const std::vector<bool>& all) {
    return std::find(all.begin(), all.end(), true) != all.end();
  };
  return whole || lost_sessions || lost_attendees || doubted(sessions) || doubted(attendees);
}

Diagnostics check(const Conference& conference, const Doubts& doubts) {
  Diagnostics diagnostics;
  if (doubts.whole) return diagnostics;
  check_programme(conference, doubts, diagnostics);
  check_reach(conference, doubts, diagnostics);
  check_pins(conference, doubts, diagnostics);
  return diagnostics;
}

}  // namespace plancover
