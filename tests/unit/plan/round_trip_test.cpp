#include <doctest/doctest.h>

#include "plancover/plan/score.hpp"
#include "plancover/report/plan_json.hpp"
#include "plancover/report/plan_yaml.hpp"
#include "unit/plan/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

// Names and ids that YAML readers like to take for something else.
const char* const planning_to_repeat = R"(
conference:
  name: "Caf\u00e9: \"no\" # 1 \\ \U0001F600 \u202e\u0085 - {a}"
  timezone: Asia/Seoul
  dates: 2014-10-20..2014-11-07
committees:
  - {id: "no", seats: {lead: 1, notes: 0..1}, webcast: true}
sessions:
  - {id: "1", committee: "no", day: 2014-10-20, time: "09:00-10:00"}
  - {id: "1e3", committee: "no", day: 2014-10-20, time: "10:00-11:00"}
  - {id: "0x1", committee: "no", day: 2014-10-20, time: "11:00-12:00"}
  - {id: "2014-10-20", committee: "no", day: 2014-10-20, time: "12:00-13:00"}
  - {id: "null", committee: "no", day: 2014-10-20, time: "13:00-14:00"}
  - {id: "Yes", committee: "no", day: 2014-10-20, time: "14:00-15:00"}
attendees:
  - {id: "on"}
  - {id: "y", remote: true}
)";

Plan some_plan(const Conference& conference) {
  return resolve(conference, plan_of(plan_text("\"1\" lead \"on\"; \"1e3\" lead \"on\"; \"0x1\" notes \"y\"; "
                                               "\"2014-10-20\" lead \"y\"; \"null\" lead \"on\"; \"Yes\" lead \"on\"")))
      .plan;
}

}  // namespace

TEST_CASE("a plan file is the same after it was read and written again") {
  const Conference conference = conference_of(planning_to_repeat);
  Plan plan = some_plan(conference);
  plan.now = conference.sessions[SessionIndex{2}].time.value.from;
  Past past;
  past.now = plan.now;
  plan.levels = score(conference, plan.assignments, past);
  plan.gaps = gaps(conference, plan.assignments, past);
  const std::string text = plan_yaml(conference, plan);
  CHECK(text.find("  now: 2014-10-20 11:00\n") != std::string::npos);
  CHECK(text.find("{session: \"1e3\", role: lead, attendee: \"on\"}") != std::string::npos);
  CHECK(text.find("{session: \"Yes\", ") != std::string::npos);
  CHECK(text.find("\\u202e") != std::string::npos);
  const PlanText read = plan_of(text);
  CHECK(read.conference == conference.name);
  CHECK(plan_yaml(conference, resolve(conference, read).plan) == text);
}

TEST_CASE("the JSON says the same") {
  const Conference conference = conference_of(planning_to_repeat);
  const Plan plan = some_plan(conference);
  const std::string text = plan_json(conference, plan);
  CHECK(text.find("\"remote\": true") != std::string::npos);
  CHECK(text.find("\"remote\": false") == std::string::npos);
  const PlanText read = plan_of(text);
  CHECK(read.conference == conference.name);
  CHECK(plan_json(conference, resolve(conference, read).plan) == text);
}

TEST_CASE("a text is quoted where a reader could take it for something else") {
  for (const char* word :
       {"no",   "Yes", "y",   "ON", "off",         "true", "null", "1",  "1e3", "0x1", "2014-10-20", "",   "a: b",
        "a #b", "-",   "a,b", "[a", "caf\xc3\xa9", " a",   "a ",   "'a", "*a",  "&a",  "!a",         "%a", "@a"}) {
    CAPTURE(word);
    CHECK(yaml_text(word).front() == '"');
  }
  for (const char* word : {"wgpl-8", "a.b_c", "ITU Plenipotentiary Conference 2014", "nobody", "required critical"}) {
    CHECK(yaml_text(word) == word);
  }
  CHECK(yaml_text("a\"b\\c\nd\te\x1b") == R"("a\"b\\c\nd\te\x1b")");
}
