// A plan being made: who sits where so far, and whether one more assignment keeps
// every rule. Used by the constructions, and to test what they made.
#pragma once

#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

class Schedule {
 public:
  explicit Schedule(const Problem& problem);

  /// May the candidate be added without breaking a rule or an upper count?
  [[nodiscard]] bool fits(CandidateIndex index) const;
  /// Would the candidate break the person's limit on total hours?
  [[nodiscard]] bool lacks_hours(CandidateIndex index) const;
  void add(CandidateIndex index);
  void remove(CandidateIndex index);

  [[nodiscard]] int filled(SeatIndex seat) const { return filled_[seat.value]; }
  [[nodiscard]] const std::vector<int>& filled() const { return filled_; }  ///< by SeatIndex
  [[nodiscard]] int sitting(SlotIndex session) const { return sitting_[session.value]; }
  [[nodiscard]] const std::vector<CandidateIndex>& of(PersonIndex person) const { return held_[person.value]; }
  [[nodiscard]] int counted(PersonIndex person, int day) const;
  [[nodiscard]] std::vector<CandidateIndex> chosen() const;

 private:
  const Problem& problem_;
  std::vector<int> filled_;
  std::vector<int> sitting_;
  std::vector<std::vector<CandidateIndex>> held_;  // by person: ascending, which is by time
  std::vector<std::int64_t> minutes_;
  std::int64_t longest_ = 0;  // session, in minutes
};

/// What is left of `chosen` when everything that breaks a rule with what stands before
/// it, in order of time, is taken out; fixed candidates stay.
[[nodiscard]] std::vector<CandidateIndex> repaired(const Problem& problem, const std::vector<CandidateIndex>& chosen);

}  // namespace plancover
