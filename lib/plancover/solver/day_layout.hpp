// The day of one attendee laid out for searching: what is already chosen, what is still
// open, and an optimistic value of everything from a point of the day onwards.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plancover/solver/prices.hpp"

namespace plancover {

/// One open candidate of the day.
struct DayStep {
  CandidateIndex candidate;
  std::int64_t start = 0;
  std::int64_t end = 0;
  bool counts = true;
  std::int64_t gain = 0;  ///< by itself
  std::int64_t hope = 0;  ///< gain and the most that continuity can add through it
  std::size_t next = 0;   ///< the first step that starts at or after the end of this one
};

struct DayLayout {
  bool feasible = true;
  std::vector<CandidateIndex> base;  ///< chosen by pins, history or branching
  bool decided = false;              ///< branching chose some of it, so limits must be kept
  std::int64_t base_value = 0;
  std::int64_t base_minutes = 0;
  int base_counted = 0;
  std::int64_t minutes_left = 0;
  int room_left = 0;                ///< further counted sessions that the limit allows
  std::vector<DayStep> steps;       ///< by start; none clashes with the base
  std::size_t layers = 1;           ///< 1 where the number of sessions makes no difference
  std::vector<std::int64_t> ahead;  ///< [layer][step]: the most that can be earned from this step on

  [[nodiscard]] std::int64_t ahead_of(std::size_t step, int counted) const {
    return ahead[(layers == 1 ? 0 : static_cast<std::size_t>(counted)) * (steps.size() + 1) + step];
  }
};

/// `candidates` are those of one day of `person`, ascending.
[[nodiscard]] DayLayout lay_out_day(const Problem& problem, PersonIndex person,
                                    std::span<const CandidateIndex> candidates, const Prices& prices,
                                    const Fates& fates);

}  // namespace plancover
