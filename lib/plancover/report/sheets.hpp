// The sheets of a plan: per day, per attendee (roster), per session (coverage), per
// committee, and its statistics. Decides which columns a reader needs, not how they look.
#pragma once

#include <vector>

#include "plancover/report/sheet.hpp"
#include "plancover/report/statistics.hpp"
#include "plancover/report/view.hpp"

namespace plancover {

[[nodiscard]] std::vector<Sheet> sheets_by_day(const Conference& conference, const PlanView& plan);
/// A remote shift in another zone is followed by a row with the time on the attendee's own clock.
[[nodiscard]] std::vector<Sheet> sheets_by_attendee(const Conference& conference,
                                                    const std::vector<AttendeeView>& roster);
[[nodiscard]] std::vector<Sheet> sheets_by_session(const Conference& conference, const PlanView& plan);
[[nodiscard]] std::vector<Sheet> sheets_by_committee(const Conference& conference, const PlanView& plan);
[[nodiscard]] std::vector<Sheet> sheets_of_statistics(const Conference& conference, const Statistics& statistics);

}  // namespace plancover
