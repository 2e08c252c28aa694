// The most that one day of one attendee can be worth at given prices, by the hard rules
// alone. A part of the certificate checker: written from the model, it shares nothing
// with the solver.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plancover/problem/problem.hpp"

namespace plancover::certificate {

__extension__ using Wide = __int128;

enum class Fate : signed char { forbidden = -1, open = 0, forced = 1 };

/// Taken off once from a day on which any of `sessions` is sat in; never negative.
struct DayCharge {
  std::vector<SlotIndex> sessions;
  Wide amount = 0;
};

struct DayQuestion {
  const Problem* problem = nullptr;
  PersonIndex person;
  std::vector<CandidateIndex> forced;       ///< sat in whatever else
  std::vector<CandidateIndex> open;         ///< none excludes a forced one
  const std::vector<Wide>* gain = nullptr;  ///< by CandidateIndex
  Wide continuity = 0;                      ///< for sitting in a session whose previous ones are all of this day
  Wide load = 0;
  std::vector<DayCharge> charges;
};

/// The most that can be earned within so many minutes of the day.
struct DayValue {
  std::int64_t minutes = 0;
  Wide worth = 0;
};

struct DayAnswer {
  std::int64_t forced_minutes = 0;
  DayValue best;
  std::vector<DayValue> by_minutes;  ///< rising in both; only where asked for
};

/// Rule 4 and rest for two candidates of one person, and one seat a session. What history
/// has done excludes nothing that history has done.
[[nodiscard]] bool exclude(const Problem& problem, CandidateIndex a, CandidateIndex b);
/// Are all previous sessions of it on its own day?
[[nodiscard]] bool of_one_day(const Problem& problem, SlotIndex session);

/// Never too little; too much only where the day has so many ways that looking at all
/// takes too long.
[[nodiscard]] DayAnswer best_day(const DayQuestion& question, bool by_minutes);
/// For each open candidate a worth that no day with it exceeds; none where no day can hold it.
[[nodiscard]] std::vector<std::optional<Wide>> day_with_each(const DayQuestion& question);

}  // namespace plancover::certificate
