// One small conference with a plan, for the tests of every report.
#pragma once

#include "plancover/plan/score.hpp"
#include "unit/plan/texts.hpp"

namespace plancover::test {

inline const char* const report_planning = R"(
conference: {name: T, timezone: Asia/Seoul, dates: 2014-10-20..2014-10-24}
topics:
  - {id: net, priority: critical}
  - {id: tax, priority: low}
committees:
  - {id: pl, name: Plenary, topics: [net], seats: {lead: 1, notes: 0..1, backup: 0..1}, webcast: true}
  - {id: wg, name: Working group, topics: [net, tax], seats: {lead: 2}}
  - {id: co, kind: meeting, seats: {member: 0..all}, topics: [tax]}
roles: {member: {weight: 0}}
sessions:
  - {id: p2, committee: pl, day: 2014-10-21, time: 09:00-10:00, room: A, name: closing}
  - {id: p1, committee: pl, day: 2014-10-20, time: 09:00-10:30, room: A}
  - {id: w1, committee: wg, day: 2014-10-20, time: 09:00-10:00}
  - {id: w2, committee: wg, day: 2014-10-20, time: 12:00-13:00, cancelled: true}
  - {id: c1, committee: co, day: 2014-10-20, time: 08:00-08:30}
attendees:
  - {id: bob, name: Bob, organisation: Ape, available: [2014-10-20..2014-10-21]}
  - {id: ann, name: Ann, organisation: Ape, remote: {timezone: America/Bogota}}
  - {id: cid, organisation: Bee, available: [2014-10-20..2014-10-21]}
)";

inline const char* const report_lines =
    "c1 member bob; c1 member cid; p1 lead bob; p1 notes ann remote; w1 lead cid; p2 lead ann remote";

/// With levels and gaps as they are.
inline Plan report_plan(const Conference& conference, const std::string& lines = report_lines) {
  const Resolved resolved = resolve(conference, plan_of(plan_text(lines)));
  REQUIRE(resolved.diagnostics.empty());
  Plan plan = resolved.plan;
  plan.levels = score(conference, plan.assignments, {});
  plan.gaps = gaps(conference, plan.assignments, {});
  return plan;
}

}  // namespace plancover::test
