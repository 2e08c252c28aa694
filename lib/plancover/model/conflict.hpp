// What keeps two sessions apart for one attendee: hard rule 4 (overlap, transfer) and
// the rest of rule 5. Pure questions about two sessions; the caller knows who is where.
#pragma once

#include <optional>

#include "plancover/model/conference.hpp"
#include "plancover/model/eligibility.hpp"

namespace plancover {

enum class Conflict { overlap, transfer, rest };

/// `a` and `b` in any order, with the way the attendee is present in each; `rest` is
/// the attendee's limit, absent for none. Overlap is named before transfer, transfer before rest.
[[nodiscard]] std::optional<Conflict> conflict(const Conference& conference, SessionIndex a, Presence in_a,
                                               SessionIndex b, Presence in_b, std::optional<Minutes> rest);

}  // namespace plancover
