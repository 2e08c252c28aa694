// What one day of an attendee may be worth to another day of the same attendee. Any
// numbers in here leave bounds true; good ones (duals of the ties between days) make the
// search for a whole stay short.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

/// Continuity in `session` from a session of an earlier day.
struct DayLink {
  SlotIndex session;
  std::vector<SlotIndex> previous;  ///< of those, the ones this attendee may sit in
  std::int64_t early = 0;           ///< the part of continuity credited to each of `previous`; the rest is to `session`
};

/// Not both: any of `first` on one day and any of `second` on a later one (rest, overlap).
struct NightClash {
  std::vector<CandidateIndex> first;   ///< ascending
  std::vector<CandidateIndex> second;  ///< ascending
  std::int64_t charge = 0;             ///< to each of the two days; never negative
};

/// Scaled as prices are.
struct Potential {
  std::vector<DayLink> links;  ///< by session
  std::vector<NightClash> nights;
  bool hours = false;           ///< the limit on total hours may bind
  std::int64_t per_minute = 0;  ///< then: what a minute costs
};

/// Of two days of one attendee, where the first is the earlier, what is possible and near enough to clash.
struct Night {
  std::vector<CandidateIndex> late;   ///< of the first day, ascending
  std::vector<CandidateIndex> early;  ///< of the second day, ascending
};

[[nodiscard]] Night night_between(const Problem& problem, std::span<const CandidateIndex> one,
                                  std::span<const CandidateIndex> two, const Fates& fates);
/// Is the earliest of the second day less than a rest or a walk after the latest of the first? Both days are of one
/// attendee; where it is not, later days are out of reach too.
[[nodiscard]] bool within_reach(const Problem& problem, std::span<const CandidateIndex> one,
                                std::span<const CandidateIndex> two);
/// What must not be together in two days of one attendee, where the first is the earlier.
/// Two candidates that history has decided are let be.
[[nodiscard]] std::vector<NightClash> night_clashes(const Problem& problem, std::span<const CandidateIndex> one,
                                                    std::span<const CandidateIndex> two, const Fates& fates);
/// Continuity between the days of a whole attendee, by session, with nothing credited yet.
[[nodiscard]] std::vector<DayLink> day_links(const Problem& problem, const Cell& cell, const Fates& fates);
/// Links and clashes of each cell that holds a whole attendee, with nothing credited yet.
[[nodiscard]] Potential potential_of(const Problem& problem, const Cell& cell, const Fates& fates);

}  // namespace plancover
