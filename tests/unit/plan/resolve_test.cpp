#include "plancover/plan/resolve.hpp"

#include <doctest/doctest.h>

#include "plancover/report/plan_yaml.hpp"
#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const char* const planning_to_resolve = R"(
conference: {name: T, timezone: Europe/Zurich, dates: 2014-10-25..2014-10-27}
committees:
  - {id: pl, webcast: true, seats: {lead: 1, notes: 1..2}}
sessions:
  - {id: pl-1, committee: pl, day: 2014-10-25, time: 09:00-10:00}
  - {id: pl-2, committee: pl, day: 2014-10-26, time: 09:00-10:00}
attendees:
  - {id: ann}
  - {id: bob, remote: true}
)";

const char* const recorded = R"(plan:
  format: 1
  conference: T
  status: optimal
  levels:
    - {name: required critical, value: 0, bound: 0}
    - {name: required high, value: 0, bound: 0}
    - {name: required normal, value: 3, bound: 3}
    - {name: required low, value: 0, bound: 0}
    - {name: optional critical, value: 0, bound: 0}
    - {name: optional high, value: 0, bound: 0}
    - {name: optional normal, value: 2, bound: 2}
    - {name: optional low, value: 0, bound: 0}
    - {name: quality, value: -5, bound: -5}
assignments:
  - {session: pl-1, role: lead, attendee: ann}
  - {session: pl-1, role: notes, attendee: bob, remote: true}
gaps:
  - {session: pl-1, role: notes, required: false, open: 1}
  - {session: pl-2, role: lead, required: true, open: 1}
  - {session: pl-2, role: notes, required: true, open: 1}
  - {session: pl-2, role: notes, required: false, open: 1}
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a plan that says what it is worth is taken as it is") {
  const Conference conference = conference_of(planning_to_resolve);
  const Resolved plan = resolve(conference, plan_of(recorded));
  CHECK(plan.diagnostics.empty());
  CHECK(plan.plan.status == Status::optimal);
  CHECK(plan.plan.assignments.size() == 2);
  CHECK(plan.plan.assignments[1].presence == Presence::remote);
  CHECK(plan_yaml(conference, plan.plan) == recorded);
}

TEST_CASE("one altered line is refused") {
  const Conference conference = conference_of(planning_to_resolve);
  const auto said = [&](const std::string& from, const std::string& to) {
    return codes(resolve(conference, plan_of(replaced(recorded, from, to))).diagnostics);
  };
  CHECK(said("attendee: ann", "attendee: anna") == std::set<std::string>{"PC104"});
  CHECK(said("session: pl-1, role: lead", "session: pl-l, role: lead") == std::set<std::string>{"PC105"});
  CHECK(said("role: lead, attendee", "role: leed, attendee") == std::set<std::string>{"PC103"});
  CHECK(said("value: 3, bound: 3", "value: 2, bound: 2") == std::set<std::string>{"PC302"});
  CHECK(said("value: 3, bound: 3", "value: 3, bound: 2") == std::set<std::string>{"PC302"});
  CHECK(said("    - {name: required high, value: 0, bound: 0}\n", "") == std::set<std::string>{"PC302"});
  CHECK(said("name: quality", "name: beauty") == std::set<std::string>{"PC302"});
  CHECK(said("required: true, open: 1", "required: true, open: 2") == std::set<std::string>{"PC303"});
  CHECK(said("  - {session: pl-2, role: lead, required: true, open: 1}\n", "") == std::set<std::string>{"PC303"});
  CHECK(said("attendee: ann}", "attendee: ann, remote: true}") == std::set<std::string>{"PC301"});
  CHECK(said("bob, remote: true", "bob, remote: false") == std::set<std::string>{"PC301"});
  CHECK(said("bob, remote: true", "bob").empty());
  CHECK(said("  - {session: pl-1, role: lead, attendee: ann}\n",
             "  - {session: pl-1, role: lead, attendee: ann}\n  - {session: pl-1, role: lead, attendee: ann}\n") ==
        std::set<std::string>{"PC300"});
  CHECK(said("  - {session: pl-1, role: lead, attendee: ann}\n", "") == std::set<std::string>{"PC302", "PC303"});
}

TEST_CASE("an unknown id gets a hint") {
  const Conference conference = conference_of(planning_to_resolve);
  const auto found = resolve(conference, plan_of(plan_text("pl-1 lead anne"))).diagnostics;
  REQUIRE(found.size() == 1);
  CHECK(found.front().help.find("ann") != std::string::npos);
}

TEST_CASE("a plan made by hand gets its levels and gaps") {
  const Conference conference = conference_of(planning_to_resolve);
  const Resolved plan = resolve(conference, plan_of(plan_text("pl-2 notes bob; pl-2 lead ann")));
  CHECK(plan.diagnostics.empty());
  CHECK(plan.plan.levels.size() == 9);
  CHECK(plan.plan.gaps.size() == 4);
  CHECK(plan.plan.assignments.front().presence == Presence::on_site);
}

TEST_CASE("what was before now is no gap, and changes cannot be told") {
  const Conference conference = conference_of(planning_to_resolve);
  std::string text = replaced(recorded, "  levels:", "  now: 2014-10-26 08:00\n  levels:");
  text = replaced(text, "    - {name: optional critical",
                  "    - {name: changes, value: 7, bound: 7}\n    - {name: optional critical");
  text = replaced(text, "optional normal, value: 2, bound: 2", "optional normal, value: 1, bound: 1");
  text = replaced(text, "  - {session: pl-1, role: notes, required: false, open: 1}\n", "");
  CHECK(resolve(conference, plan_of(text)).diagnostics.empty());
}
