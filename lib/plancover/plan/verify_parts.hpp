// The two halves of verify: what one assignment or one session breaks by itself, and
// what several assignments of one attendee break together. Not for use elsewhere.
#pragma once

#include "plancover/base/diagnostic.hpp"
#include "plancover/model/past.hpp"

namespace plancover {

/// Rules 4 and 5. Between two sessions of history nothing is asked; a limit is broken
/// only where an assignment that is no history adds to what exceeds it.
void verify_attendees(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past,
                      Diagnostics& found);

}  // namespace plancover
