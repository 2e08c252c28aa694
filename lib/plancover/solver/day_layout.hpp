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
  SlotIndex session;
  std::int64_t start = 0;
  std::int64_t end = 0;
  int place = 0;  ///< the room; remote and unknown rooms have values of their own
  bool counts = true;
  bool may_continue = false;  ///< another session of the day, of those it may continue at all
  std::int64_t gain = 0;      ///< by itself
  std::int64_t hope = 0;      ///< gain and the most that continuity can add through it
  std::size_t next = 0;       ///< the first step that starts at or after the end of this one
  /// One more than the first step that it can continue; 0 where the base may bring that continuity, or nothing does.
  std::size_t continues = 0;
};

struct DayLayout {
  bool feasible = true;
  std::vector<CandidateIndex> base;  ///< chosen by pins, history or branching
  bool decided = false;              ///< branching chose some of it, so limits must be kept
  std::int64_t base_value = 0;
  std::int64_t base_minutes = 0;
  int base_counted = 0;
  std::int64_t minutes_left = 0;
  int room_left = 0;  ///< further counted sessions that the limit allows
  std::int64_t transfer = 0;
  std::int64_t continuity = 0;
  std::vector<DayStep> steps;  ///< by start; none clashes with the base
  std::size_t layers = 1;      ///< 1 where the number of sessions makes no difference
  /// [layer][step]: the most that can be earned from this step on, with it or without it.
  std::vector<std::int64_t> ahead;
  /// [layer][step]: the most that can be earned by this step and those after it.
  std::vector<std::int64_t> with;
  /// [layer][step]: as `ahead`, where nothing before this step is chosen.
  std::vector<std::int64_t> alone;

  [[nodiscard]] std::int64_t ahead_of(std::size_t step, int counted) const {
    return ahead[layer(counted) * (steps.size() + 1) + step];
  }
  [[nodiscard]] std::int64_t of_all() const { return alone[0]; }
  [[nodiscard]] std::int64_t with_step(std::size_t step, int counted) const {
    return with[layer(counted) * (steps.size() + 1) + step];
  }
  /// The same where the last step chosen before is `passed` - 1, or none if `passed` is 0: what
  /// is skipped between them cannot be continued.
  [[nodiscard]] std::int64_t with_step_after(std::size_t passed, std::size_t step, int counted) const {
    return with_step(step, counted) - (steps[step].continues > passed ? continuity : 0);
  }
  /// May `two`, which starts no earlier, not follow `one`?
  [[nodiscard]] bool clash(const DayStep& one, const DayStep& two) const;

 private:
  [[nodiscard]] std::size_t layer(int counted) const { return layers == 1 ? 0 : static_cast<std::size_t>(counted); }
};

/// `candidates` are those of one day of `person`, ascending.
[[nodiscard]] DayLayout lay_out_day(const Problem& problem, PersonIndex person,
                                    std::span<const CandidateIndex> candidates, const Prices& prices,
                                    const Fates& fates);
/// The same without what no day needs that is worth at most `spare` less than the best, and with the best candidate of
/// each session alone.
[[nodiscard]] DayLayout lay_out_best(const Problem& problem, PersonIndex person,
                                     std::span<const CandidateIndex> candidates, const Prices& prices,
                                     const std::vector<Charge>& charges, const Fates& fates, std::int64_t spare = 0);

}  // namespace plancover
