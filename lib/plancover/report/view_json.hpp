// A plan read per attendee, per session or per committee, and its statistics, as one
// JSON object. The words are those of the plan file; keys only ever get more. The plan
// itself is plan_json.hpp's.
#pragma once

#include <string>
#include <vector>

#include "plancover/report/statistics.hpp"
#include "plancover/report/view.hpp"

namespace plancover {

/// {"attendees": [{"id", "name", "organisation", "assignments": [{"session", "role", "remote"?, "day", "start",
/// "end", "room", "local"?}]}]}; `local` is {"timezone", "start", "end"}, for remote ones in another zone.
[[nodiscard]] std::string json_by_attendee(const Conference& conference, const std::vector<AttendeeView>& roster);
/// {"sessions": [{"id", "committee", "name", "day", "start", "end", "room", "priority", "cancelled"?, "past"?,
/// "seats": [{"role", "required", "wanted", "all"?, "assignments": [{"attendee", "remote"?}], "gaps": [{"required",
/// "open"}]}]}]}
[[nodiscard]] std::string json_by_session(const Conference& conference, const PlanView& plan);
/// {"committees": [{"id", "name", "kind", "sessions": [… as above …]}]}, by id.
[[nodiscard]] std::string json_by_committee(const Conference& conference, const PlanView& plan);
/// {"statistics": {"tiers", "topics", "attendees", "organisations", "assignments", "remote", "abandoned"}};
/// times in minutes.
[[nodiscard]] std::string json_of_statistics(const Conference& conference, const Statistics& statistics);

}  // namespace plancover
