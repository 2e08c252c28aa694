// The text for people: by day, and the lines below a plan.
#include <doctest/doctest.h>

#include "plancover/report/text_by_day.hpp"
#include "plancover/report/text_levels.hpp"
#include "plancover/report/text_width.hpp"
#include "unit/report/plans.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

void check_width(const std::string& text, std::size_t columns) {
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    const std::string line = text.substr(at, text.find('\n', at) - at);
    CAPTURE(line);
    CHECK(text_width(line) <= columns);
  }
}

}  // namespace

TEST_CASE("two spaces stand between a session's id and its title") {
  const Conference conference = conference_of(report_planning);
  const std::string text = text_by_day(conference, view(conference, report_plan(conference), {}), {});
  CHECK(text.find("  09:00-10:30  p1  Plenary, A ") != std::string::npos);
  CHECK(text.find("               lead    Bob (bob)\n") != std::string::npos);
  CHECK(text.find("notes   Ann (ann, remote)\n") != std::string::npos);
  CHECK(text.find("cid, EMPTY\n") != std::string::npos);
}

TEST_CASE("a title that wraps stays under itself, and no line is too long") {
  std::string planning = report_planning;
  planning.replace(planning.find("name: closing"), 13,
                   "name: closing with a great many words of thanks to all who came");
  const Conference conference = conference_of(planning);
  const PlanView shown = view(conference, report_plan(conference), {});
  const std::string text = text_by_day(conference, shown, {});
  CHECK(text.find("p2  Plenary, closing with a great many words of thanks   critical\n"
                  "                   to all who came, A\n") != std::string::npos);
  check_width(text, 80);
  check_width(text_by_day(conference, shown, {60, false}), 60);
}

TEST_CASE("the empty seats below a plan: required ones only, by tier") {
  std::string planning = report_planning;
  planning.replace(planning.find("id: p2,"), 7, "id: p2, priority: low,");
  const Conference conference = conference_of(planning);
  const Plan plan = report_plan(conference, "p1 lead bob");
  CHECK(text_open_seats(conference, plan, {}) ==
        "required seats that stay empty\n"
        "  tier      day             time         session  role\n"
        "  critical  Mon 2014-10-20  09:00-10:00  w1       lead, 2 seats\n"
        "  low       Tue 2014-10-21  09:00-10:00  p2       lead\n");
  CHECK(text_open_seats(conference, report_plan(conference, "p1 lead bob; w1 lead cid; p2 lead cid"), {}).find("p2") ==
        std::string::npos);
}

TEST_CASE("a summary in words") {
  const Conference conference = conference_of(report_planning);
  const Plan plan = report_plan(conference);
  CHECK(text_summary(conference, plan) == "3 of 4 required seats filled, 1 of 4 optional");
  CHECK(text_proof(plan) == "every level proved best");
  Plan open = plan;
  open.levels[0].bound -= 1;
  CHECK(text_proof(open) == "1 level not proved best");
  CHECK(text_levels(open.levels, {}).find("not proved\n") != std::string::npos);
}

TEST_CASE("nothing to show is said") {
  const Conference conference = conference_of(report_planning);
  CHECK(text_by_day(conference, {}, {}) == "no sessions to show\n");
}
