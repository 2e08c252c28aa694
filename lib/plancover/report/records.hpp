// A plan as flat records, one seat each, filled or empty: what CSV and the plain form
// share. Every record has the same fields, in the order of record_fields().
#pragma once

#include <string>
#include <vector>

#include "plancover/report/view.hpp"

namespace plancover {

using Record = std::vector<std::string>;

enum class RecordOrder { day, committee, attendee };

/// day, start, end, session, committee, title, room, priority, role, attendee, name,
/// organisation, presence, status.
[[nodiscard]] const std::vector<std::string>& record_fields();
/// By day: in the order of the plan. By committee: by its id first. By attendee: by
/// attendee id first, and only filled seats. `status` is `assigned`, `empty required` or
/// `empty optional`; start and end are on the conference's wall clock.
[[nodiscard]] std::vector<Record> records(const Conference& conference, const PlanView& plan, RecordOrder order);

}  // namespace plancover
