// The days of one attendee's stay at given prices. Each is valued by itself, with what it may be worth to other
// days credited to it (potential.hpp); ways to spend several days then lose something against those credits, and
// what a way loses is seen on the day of the later end of each tie. Until then the earlier end is carried.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "plancover/solver/day_search.hpp"
#include "plancover/solver/potential.hpp"

namespace plancover {

/// One way to spend a day, and what of it other days may ask for.
struct Way {
  std::int64_t loss = 0;  ///< against the best way to spend that day
  std::int64_t minutes = 0;
  std::vector<CandidateIndex> chosen;  ///< ascending
  std::vector<SlotIndex> sits;         ///< ascending
  std::vector<int> carries;            ///< ascending: what days to come must know
};

class StayDays {
 public:
  /// `prices.gain` holds the credits of `potential`; both are looked at again by each `lay_out`.
  StayDays(const Problem& problem, const Cell& cell, const Prices& prices, const Potential& potential,
           const Fates& fates, std::int64_t& work);

  /// Finds the best way to spend each day; false: what is decided breaks a rule, so that there is no stay.
  [[nodiscard]] bool lay_out();
  [[nodiscard]] std::size_t count() const { return ranges_.size(); }
  [[nodiscard]] bool complete() const { return complete_; }  ///< each day was searched to the end
  /// No stay is worth more: the best days, and what the credits leave out.
  [[nodiscard]] std::int64_t bound() const;
  [[nodiscard]] std::int64_t minutes_in_all() const { return limit_; }
  [[nodiscard]] std::int64_t decided_after(std::size_t day) const { return ahead_[day + 1]; }  ///< in minutes

  [[nodiscard]] const Way& best(std::size_t day) const { return best_ways_[day]; }
  /// What is decided of the day, alone.
  [[nodiscard]] Way least(std::size_t day) const;
  /// All that lose at most so much, the least first; nothing where there are more than `most`.
  [[nodiscard]] std::optional<std::vector<Way>> ways(std::size_t day, std::int64_t most_loss, std::size_t most) const;

  /// What the ties that end on this day lose; nothing where they forbid it.
  [[nodiscard]] std::optional<std::int64_t> lost_between(std::size_t day, const std::vector<int>& carried,
                                                         const Way& way) const;
  /// What is carried past the day.
  [[nodiscard]] std::vector<int> carried_past(std::size_t day, const std::vector<int>& carried, const Way& way) const;
  /// What limit on minutes is left unused loses, at the end.
  [[nodiscard]] std::int64_t lost_in_minutes(std::int64_t minutes) const;
  /// What the best ways lose together, or where they do not go together what is decided; nothing where that does not
  /// go together either.
  [[nodiscard]] std::optional<std::int64_t> lost_by_the_best() const;

 private:
  [[nodiscard]] std::span<const CandidateIndex> range(std::size_t day) const;
  [[nodiscard]] std::size_t day_of(SlotIndex session) const;
  void number_ties();
  [[nodiscard]] Way way_of(std::size_t day, DayOption option) const;

  const Problem& problem_;
  const Cell& cell_;
  const Prices& prices_;
  const Potential& potential_;
  const Fates& fates_;
  std::int64_t& work_;
  std::vector<Charge> charges_;
  std::vector<std::pair<std::size_t, std::size_t>> ranges_;  // of the cell's candidates, by day
  std::vector<DayLayout> layouts_;
  std::vector<std::int64_t> best_;  // by day: no way is worth more
  std::vector<Way> best_ways_;
  bool complete_ = true;
  std::int64_t limit_ = 0;
  std::vector<std::int64_t> ahead_;  // minutes decided from a day on
  std::vector<std::vector<std::size_t>> links_at_;
  std::vector<std::vector<std::size_t>> nights_at_;
  std::map<SlotIndex, int> carrier_;
  int first_night_ = 0;
  std::vector<std::size_t> last_asked_;  // by what is carried: the last day that asks for it
};

/// Does somebody who chose these hold one of the members? Both ascending.
[[nodiscard]] bool holds_any(const std::vector<CandidateIndex>& members, const std::vector<CandidateIndex>& chosen);

}  // namespace plancover
