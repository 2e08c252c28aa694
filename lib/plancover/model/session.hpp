// One sitting of one committee, with everything it takes from its committee and the
// conference filled in, each value with the line that gave it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/base/time.hpp"
#include "plancover/model/committee.hpp"

namespace plancover {

struct Session {
  std::string id;
  std::string name;
  CommitteeIndex committee;
  Day day{};             ///< the day it counts for (rule 5): that of its start, or the one before
  Sourced<Window> time;  ///< [start, end)
  std::string room;      ///< empty: unknown
  Sourced<std::vector<TopicIndex>> topics;
  Sourced<Priority> priority;
  Sourced<Door> admits;
  Sourced<Webcast> webcast;
  Sourced<std::optional<std::vector<std::string>>> languages;  ///< absent: interpreted, anyone can follow
  Sourced<Seats> seats;
  bool cancelled = false;
  Location where{};

  /// Live: not cancelled and with at least one seat, required or not.
  [[nodiscard]] bool live() const { return !cancelled && !seats.value.empty(); }
};

}  // namespace plancover
