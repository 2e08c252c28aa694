// The forms of a report: sheets, Markdown, CSV, plain and JSON.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "plancover/report/csv.hpp"
#include "plancover/report/markdown.hpp"
#include "plancover/report/plain.hpp"
#include "plancover/report/plan_json.hpp"
#include "plancover/report/sheets.hpp"
#include "plancover/report/view_json.hpp"
#include "unit/report/plans.hpp"

using namespace plancover;
using namespace plancover::test;

TEST_CASE("a remote shift has a second row with the attendee's own clock") {
  const Conference conference = conference_of(report_planning);
  const auto sheets = sheets_by_attendee(conference, roster(conference, report_plan(conference), {}));
  REQUIRE(sheets.size() == 3);
  const Sheet& ann = sheets[0];
  CHECK(ann.title == "Ann (ann), Ape");
  CHECK(ann.subtitle == "2 sessions, 2h30m");
  REQUIRE(ann.rows.size() == 4);
  CHECK(ann.rows[0][1] == "09:00-10:30");
  CHECK(ann.rows[1] == std::vector<std::string>{"", "19:00-20:30", "", "", "in America/Bogota, on Sun"});
  CHECK(sheets[1].rows.size() == 2);  // on site: one clock
}

TEST_CASE("every row of every sheet has a cell for each column") {
  const Conference conference = conference_of(report_planning);
  const Plan plan = report_plan(conference);
  const PlanView shown = view(conference, plan, {});
  for (const auto& sheets :
       {sheets_by_day(conference, shown), sheets_by_session(conference, shown), sheets_by_committee(conference, shown),
        sheets_by_attendee(conference, roster(conference, plan, {})),
        sheets_of_statistics(conference, statistics(conference, plan, {}))}) {
    CHECK_FALSE(sheets.empty());
    for (const Sheet& sheet : sheets) {
      for (const auto& row : sheet.rows) CHECK(row.size() == sheet.columns.size());
    }
  }
}

TEST_CASE("Markdown: nothing from a file is markup") {
  CHECK(markdown_escaped("a|b <i> *c* [d](e) _f_ `g` #h") == "a\\|b \\<i\\> \\*c\\* \\[d\\](e) \\_f\\_ \\`g\\` \\#h");
  CHECK(markdown_escaped("x\ny\x1b[0m") == "x\\\\ny\\\\x1b\\[0m");
  CHECK(markdown_escaped("http://x") == "http\\://x");
}

TEST_CASE("Markdown: a long text is folded, one too long is cut at a row, and says so") {
  const Sheet sheet{"<b> & day", "", {{"what"}}, {100, {std::string(50, 'x')}}};
  CHECK(markdown_of("T", {sheet}).find("<details>") == std::string::npos);
  const std::string folded = markdown_of("T", {5, sheet});
  CHECK(folded.find("<details><summary>&lt;b&gt; &amp; day</summary>\n\n| what |") != std::string::npos);
  CHECK(folded.find("left out") == std::string::npos);
  CHECK(folded.ends_with("|\n\n</details>\n"));
  const std::string cut = markdown_of("T", {20, sheet});
  CHECK(cut.size() <= markdown_limit);
  CHECK(cut.size() > markdown_limit - 400);
  CHECK(cut.ends_with("|\n\n</details>\n"));
  std::size_t rows = 0;
  for (std::size_t at = 0; (at = cut.find("| xxx", at)) != std::string::npos; ++at) ++rows;
  CHECK(cut.find(std::to_string(2000 - rows) + " of 2000 rows are left out") != std::string::npos);
  CHECK(markdown_of("T", {Sheet{"one", "", {{"what"}}, {2000, {std::string(50, 'x')}}}}).size() <= markdown_limit);
}

TEST_CASE("CSV: quotes, line breaks and formulas") {
  CHECK(csv_cell("plain") == "plain");
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
  for (const char* formula : {"=1+1", "+1", "-1", "@x", "\tx"}) CHECK(csv_cell(formula).starts_with("'"));
  CHECK(csv_cell("\xEF\xBC\x9D"
                 "1") ==
        "'\xEF\xBC\x9D"
        "1");  // = as wide as a Chinese character
  CHECK(csv_cell("\nx") == "\"'\nx\"");
  CHECK(csv_cell("\rx") == "\"'\rx\"");
  CHECK(csv_cell("") == "");
}

TEST_CASE("plain: a tab in a name adds no field") {
  CHECK(plain_of({{"a\tb", "c\nd"}, {"", "e"}}) == "a\\tb\tc\\nd\n\te\n");
}

TEST_CASE("records: one a seat, filled or empty") {
  const Conference conference = conference_of(report_planning);
  const PlanView shown = view(conference, report_plan(conference), {});
  const auto rows = records(conference, shown, RecordOrder::day);
  CHECK(rows.size() == 10);  // 6 filled; w1 lead; backup of p1; notes and backup of p2
  for (const Record& row : rows) CHECK(row.size() == record_fields().size());
  CHECK(records(conference, shown, RecordOrder::attendee).size() == 6);
  CHECK(records(conference, shown, RecordOrder::attendee).front().at(9) == "ann");
  CHECK(records(conference, shown, RecordOrder::committee).front().at(4) == "co");
}

TEST_CASE("the plan as JSON has the keys of the plan file and no others") {
  const Conference conference = conference_of(report_planning);
  const Plan plan = report_plan(conference);
  const auto json = nlohmann::ordered_json::parse(plan_json(conference, plan));
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"plan", "assignments", "gaps"});
  CHECK(json["plan"]["levels"].size() == 9);
  CHECK(json["plan"]["levels"][0]["name"] == "required critical");
  CHECK_FALSE(json["plan"].contains("now"));
  int remote = 0;
  for (const auto& line : json["assignments"]) {
    if (line.contains("remote")) remote += line["remote"] == true ? 1 : 100;
  }
  CHECK(remote == 2);
  CHECK(json["gaps"][0]["session"] == "p1");
  CHECK(json["gaps"][0]["required"] == false);
}

TEST_CASE("JSON per attendee has the own clock for remote shifts only") {
  const Conference conference = conference_of(report_planning);
  const auto json =
      nlohmann::json::parse(json_by_attendee(conference, roster(conference, report_plan(conference), {})));
  const auto& ann = json["attendees"][0];
  CHECK(ann["id"] == "ann");
  CHECK(ann["assignments"][0]["local"]["start"] == "2014-10-19 19:00");
  CHECK_FALSE(json["attendees"][1]["assignments"][0].contains("local"));
}

TEST_CASE("JSON per session and committee") {
  const Conference conference = conference_of(report_planning);
  const PlanView shown = view(conference, report_plan(conference), {});
  const auto sessions = nlohmann::json::parse(json_by_session(conference, shown))["sessions"];
  REQUIRE(sessions.size() == 5);
  CHECK(sessions[2]["id"] == "w1");
  CHECK(sessions[2]["seats"][0]["gaps"][0]["open"] == 1);
  CHECK(sessions[3]["cancelled"] == true);
  const auto committees = nlohmann::json::parse(json_by_committee(conference, shown))["committees"];
  CHECK(committees[0]["id"] == "co");
  CHECK(committees[0]["kind"] == "meeting");
}
