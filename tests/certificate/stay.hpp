// The most that all days of one attendee can be worth together at given prices. What
// ties days to each other (rest, total hours, continuity over night) is either kept
// exactly or let go at a price that the certificate names; any such price leaves the
// answer true.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "certificate/day.hpp"

namespace plancover::certificate {

/// Of one attendee, any of `first` on one day and any of `second` on another exclude
/// each other: whoever does without both gets the amount back.
struct Night {
  std::vector<SlotIndex> first;
  std::vector<SlotIndex> second;
  Wide amount = 0;
};

/// Continuity between days is credited to sitting in the session and to sitting in each
/// of its previous ones, before it is known whether both are done.
struct Credit {
  Wide after = 0;
  Wide before = 0;
};

struct Ties {
  std::vector<Night> nights;
  std::map<SlotIndex, Credit> credits;
};

struct StayQuestion {
  const Problem* problem = nullptr;
  PersonIndex person;
  const std::vector<CandidateIndex>* candidates = nullptr;  ///< by start: those in the sessions that are looked at
  const std::vector<bool>* inside = nullptr;                ///< by SlotIndex: is it looked at?
  const std::vector<Fate>* fates = nullptr;                 ///< by CandidateIndex
  std::vector<Wide>* gain = nullptr;  ///< by CandidateIndex; credits are added to those of the person
  Wide continuity = 0;
  Wide load = 0;
  const Ties* ties = nullptr;  ///< may be null
};

struct StayAnswer {
  bool possible = false;  ///< false: what is forced breaks a rule
  Wide worth = 0;         ///< no stay is worth more
  /// By candidate of the question, where asked for: no stay with it is worth more; none where there is no such stay.
  std::vector<std::optional<Wide>> each;
};

[[nodiscard]] StayAnswer best_stay(const StayQuestion& question, bool with_each);

}  // namespace plancover::certificate
