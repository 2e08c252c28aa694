#include "plancover/input/read_plan.hpp"

#include <doctest/doctest.h>

#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

std::set<std::string> refused(const std::string& text) {
  const PlanRead read = read_plan(Source{"plan.yaml", text}, 0);
  CHECK(!read.plan.has_value());
  return codes(read.diagnostics);
}

}  // namespace

TEST_CASE("the least plan") {
  const PlanText plan = plan_of("plan: {format: 1}\nassignments: []\n");
  CHECK(plan.assignments.empty());
  CHECK(!plan.gaps.has_value());
  CHECK(!plan.status.has_value());
}

TEST_CASE("every line knows its place") {
  const PlanText plan = plan_of(plan_text("a lead x; b lead y remote"));
  REQUIRE(plan.assignments.size() == 2);
  CHECK(plan.assignments[1].where.file == 1);
  CHECK(plan.assignments[1].where.line == 4);
  CHECK(plan.assignments[1].remote == true);
  CHECK(!plan.assignments[0].remote.has_value());
}

TEST_CASE("what is no plan is refused") {
  CHECK(refused("") == std::set<std::string>{"PC015"});
  CHECK(refused("[]") == std::set<std::string>{"PC015"});
  CHECK(refused("sessions: []") == std::set<std::string>{"PC015"});
  CHECK(refused("plan: {format: 1}") == std::set<std::string>{"PC015"});
  CHECK(refused("plan: {}\nassignments: []") == std::set<std::string>{"PC015"});
  CHECK(refused("plan: {format: 2, new: key}\nassignments: {a: b}") == std::set<std::string>{"PC017"});
  CHECK(refused("plan: {format: x}\nassignments: []") == std::set<std::string>{"PC031"});
  CHECK(refused("plan: {format: 1, statos: optimal}\nassignments: []") == std::set<std::string>{"PC014"});
  CHECK(refused("plan: {format: 1, status: best}\nassignments: []") == std::set<std::string>{"PC033"});
  CHECK(refused("plan: {format: 1, now: soon}\nassignments: []") == std::set<std::string>{"PC022"});
  CHECK(refused("plan: {format: 1}\nassignments: {}") == std::set<std::string>{"PC013"});
  CHECK(refused("plan: {format: 1}\nassignments: [{session: a, role: lead}]") == std::set<std::string>{"PC015"});
  CHECK(refused("plan: {format: 1}\nassignments: [{session: a/b, role: lead, attendee: x}]") ==
        std::set<std::string>{"PC030"});
  CHECK(refused("plan: {format: 1}\nassignments: []\ngaps: [{session: a, role: b, required: true, open: 0}]") ==
        std::set<std::string>{"PC031"});
  CHECK(refused("plan: {format: 1, levels: [{name: quality, value: 1.5, bound: 2}]}\nassignments: []") ==
        std::set<std::string>{"PC031"});
}

TEST_CASE("JSON is read with all its escapes") {
  const PlanText plan = plan_of(R"({"plan": {"format": 1, "conference": "caf\u00e9 \/ \uD83D\uDE00 \\uD83D \u0022"},
    "assignments": [{"session": "a", "role": "lead", "attendee": "x", "remote": true}], "gaps": []})");
  CHECK(plan.conference == "caf\xc3\xa9 / \xf0\x9f\x98\x80 \\uD83D \"");
  CHECK(plan.assignments.size() == 1);
  CHECK(plan.gaps.has_value());
}
