// What a previous plan means for a search: a place to start from, and, once a level of
// changes is proved to allow no departure from it somewhere, assignments that every plan
// must hold there. What is decided is no longer searched.
#pragma once

#include <vector>

#include "plancover/solver/formulation.hpp"

namespace plancover {

/// The fixed candidates, and of the previous plan what can be kept together, in order of time.
[[nodiscard]] std::vector<CandidateIndex> kept_plan(const Problem& problem, const Fates& fates);

/// The least that `changes` can cost in `sessions` (ascending) by any choice that `fates` leaves, rules aside.
[[nodiscard]] Cost least_changes(const Problem& problem, const Fates& fates, const std::vector<SlotIndex>& sessions);
/// Chooses in `fates` what every plan holds that costs no more than `least_changes` in `sessions`.
void choose_kept(const Problem& problem, Fates& fates, const std::vector<SlotIndex>& sessions);
/// Forbids what breaks a rule, or an upper count, together with what is chosen. History may break rules itself.
void forbid_misfits(const Problem& problem, Fates& fates);

}  // namespace plancover
