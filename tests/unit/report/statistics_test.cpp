#include "plancover/report/statistics.hpp"

#include <doctest/doctest.h>

#include "plancover/report/csv.hpp"
#include "unit/report/plans.hpp"

using namespace plancover;
using namespace plancover::test;

TEST_CASE("covered of wanted by tier and by topic") {
  const Conference conference = conference_of(report_planning);
  const Statistics s = statistics(conference, report_plan(conference), {});
  const Covered& critical = s.tiers[0];
  CHECK(critical.sessions == 3);
  CHECK(critical.required == 4);
  CHECK(critical.required_filled == 3);
  CHECK(critical.optional == 4);
  CHECK(critical.optional_filled == 1);
  CHECK(s.tiers[3].sessions == 1);
  const Covered& tax = s.topics[conference.topic_ids.find("tax")->second];
  CHECK(tax.sessions == 2);  // the working group is on both topics
  CHECK(tax.required_filled == 1);
  CHECK(s.abandoned == 0);
}

TEST_CASE("a session with required seats and nobody there is abandoned") {
  const Conference conference = conference_of(report_planning);
  CHECK(statistics(conference, report_plan(conference, "p1 lead bob; w1 lead cid"), {}).abandoned == 1);
}

TEST_CASE("the load of attendees and organisations") {
  const Conference conference = conference_of(report_planning);
  const Statistics s = statistics(conference, report_plan(conference), {});
  const Load& bob = s.attendees[conference.attendee_ids.find("bob")->second];
  CHECK(bob.sessions == 1);
  CHECK(bob.meetings == 1);
  CHECK(bob.time == Minutes{120});
  CHECK(bob.days == 1);
  const Load& ape = s.organisations.at("Ape");
  CHECK(ape.attendees == 2);
  CHECK(ape.sessions == 3);
  CHECK(ape.remote == 2);
  CHECK(ape.days == 3);
  CHECK(s.assignments == 6);
  CHECK(s.remote == 2);
}

TEST_CASE("as CSV every value is a whole number") {
  const Conference conference = conference_of(report_planning);
  const std::string csv = csv_of_statistics(conference, statistics(conference, report_plan(conference), {}));
  CHECK(csv.find("tiers,critical,required filled,3\r\ntiers,critical,required wanted,4\r\n") != std::string::npos);
  CHECK(csv.find("attendees,bob,minutes,120\r\n") != std::string::npos);
  for (std::size_t at = csv.find("\r\n") + 2; at < csv.size(); at = csv.find("\r\n", at) + 2) {
    const std::string line = csv.substr(at, csv.find("\r\n", at) - at);
    CHECK(line.substr(line.rfind(',') + 1).find_first_not_of("0123456789") == std::string::npos);
  }
}
