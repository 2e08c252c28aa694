#include "fuzz/targets.hpp"
#include "plancover/input/read_conference.hpp"
#include "plancover/input/read_plan.hpp"
#include "plancover/plan/resolve.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/report/ics.hpp"
#include "plancover/report/plan_json.hpp"

namespace plancover::fuzz {

namespace {

const Conference& small_conference() {
  static const Conference conference = *read_conference({{"small.yaml", R"(
conference: {name: C, timezone: Europe/Berlin, dates: 2027-03-08..2027-03-09}
committees: [{id: pl, webcast: true, seats: {lead: 1, notes: 0..2}}]
sessions:
  - {id: a, committee: pl, day: 2027-03-08, time: 09:00-10:00}
  - {id: b, committee: pl, day: 2027-03-09, time: 09:00-10:00, cancelled: true}
attendees: [{id: ana}, {id: bo, remote: true}]
)"}}).conference;
  return conference;
}

}  // namespace

void planning(const std::string& text) {
  const ConferenceRead read = read_conference({{"fuzz.yaml", text}});
  demand(read.conference.has_value() != has_errors(read.diagnostics));
}

void plan(const std::string& text) {
  const PlanRead read = read_plan({"fuzz.yaml", text}, 0);
  demand(read.plan.has_value() != has_errors(read.diagnostics));
  if (!read.plan) return;
  const Conference& conference = small_conference();
  const Resolved resolved = resolve(conference, *read.plan);
  if (has_errors(resolved.diagnostics)) return;
  Past past;
  past.now = resolved.plan.now;
  static_cast<void>(verify(conference, resolved.plan.assignments, past));
  const PlanRead again = read_plan({"again.json", plan_json(conference, resolved.plan)}, 0);
  demand(again.plan.has_value() && again.plan->assignments.size() == resolved.plan.assignments.size());
}

void previous_calendar(const std::string& text) {
  const Conference& conference = small_conference();
  CalendarWishes wishes;
  if (!read_previous(text, wishes.previous).empty()) return;
  const Plan plan = resolve(conference, *read_plan({"plan.yaml",
                                                    "plan: {format: 1}\nassignments:\n"
                                                    "  - {session: a, role: lead, attendee: ana}\n"},
                                                   0)
                                             .plan)
                        .plan;
  const std::string calendar = calendar_of(conference, plan, {}, wishes);
  PreviousEvents next;
  demand(read_previous(calendar, next).empty());
  wishes.previous = next;
  demand(calendar_of(conference, plan, {}, wishes) == calendar);  // nothing new, nothing changes
}

}  // namespace plancover::fuzz
