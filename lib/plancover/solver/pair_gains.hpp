// What two attendees might earn more if they took each other's seats: a guess that says which
// pairs to solve again first. It is added up along seats, for all partners of one attendee at
// once; pair by pair it took longer than the solving.
#pragma once

#include <cstdint>
#include <vector>

#include "plancover/solver/cell.hpp"

namespace plancover {

class PairGains {
 public:
  /// Only what `fates` leaves open is guessed at.
  PairGains(const Problem& problem, const Fates& fates);

  void hold(CandidateIndex c);    ///< now sits there
  void let_go(CandidateIndex c);  ///< no longer does
  [[nodiscard]] const std::vector<CandidateIndex>& held(PersonIndex person) const { return held_[person.value]; }
  [[nodiscard]] const std::vector<int>& filled() const { return filled_; }  ///< by SeatIndex: how many sit there

  /// By PersonIndex, in points; adds to `steps` how many candidates were looked at.
  [[nodiscard]] std::vector<std::int64_t> with(PersonIndex person, std::int64_t& steps) const;

 private:
  [[nodiscard]] std::int64_t gain(CandidateIndex from, CandidateIndex to) const;

  const Problem& problem_;
  const Fates& fates_;
  std::vector<std::vector<CandidateIndex>> held_;     // by person, ascending
  std::vector<std::vector<CandidateIndex>> holders_;  // by seat
  std::vector<int> filled_;                           // by seat
};

}  // namespace plancover
