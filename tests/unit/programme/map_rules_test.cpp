// Rules that give sessions of a programme committees, topics and priorities.
#include "plancover/programme/map_rules.hpp"

#include <doctest/doctest.h>

#include "unit/programme/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

Timetable small_programme() {
  return *import_text(
              "id,day,start,end,title,room,track\n"
              "a,2027-03-08,9:00,10:00,Opening,A,Main\n"
              "b,2027-03-08,9:00,10:00,Internet policy,B,Side\n"
              "c,2027-03-08,11:00,12:00,Budget,B,\n",
              find_zone("Europe/Berlin"))
              .read.timetable;
}

/// "a main [t] high" for each session, by id, and the codes of what is said.
Lines mapped(const std::string& rules_text) {
  Timetable timetable = small_programme();
  Diagnostics said;
  const auto rules = read_map_rules({"rules.yaml", rules_text}, 0, said);
  Lines lines;
  if (rules) {
    apply_map_rules(*rules, timetable, said);
    for (const TimetableSession& each : timetable.sessions) {
      std::string line = each.id + " " + each.committee;
      for (const std::string& topic : each.topics) line += " " + topic;
      lines.push_back(line + (each.priority.empty() ? "" : " " + each.priority));
    }
    CHECK(read_conference({{"out.yaml", planning_yaml(timetable)}}).conference);
  }
  for (const Diagnostic& each : said)
    lines.push_back(std::string(name(each.code)) + " " + std::to_string(each.where.line));
  return lines;
}

}  // namespace

TEST_CASE("patterns fit the whole text, whatever the case of its letters") {
  CHECK(fits_pattern("Main", "main"));
  CHECK(fits_pattern("*net*", "Internet policy"));
  CHECK(fits_pattern("?udget", "Budget"));
  CHECK(fits_pattern("?", "é"));
  CHECK(fits_pattern("*", ""));
  CHECK(fits_pattern("a*b*c", "a--b-b--c"));
  CHECK_FALSE(fits_pattern("Main", "Mainly"));
  CHECK_FALSE(fits_pattern("a*b", "a-c"));
  CHECK_FALSE(fits_pattern("", "x"));
  CHECK_FALSE(fits_pattern(std::string(200, '*') + "x", std::string(400, 'y')));
}

TEST_CASE("the first committee and priority count, topics are joined") {
  CHECK(mapped("rules:\n"
               "  - {title: '*internet*', topics: [internet, rights], priority: critical}\n"
               "  - {room: B, committee: com5, name: Committee 5, topics: [rights, money], priority: low}\n"
               "  - {track: Side, committee: other}\n") ==
        Lines{"a main", "b com5 internet rights money critical", "c com5 rights money low"});
  CHECK(mapped("rules:\n  - {track: '', committee: none}\n") == Lines{"a main", "b side", "c none"});
}

TEST_CASE("a rule that fits nothing is said, and one that says nothing is refused") {
  CHECK(mapped("rules:\n  - {track: Plenary, committee: pl}\n") == Lines{"a main", "b side", "c programme", "PC419 2"});
  CHECK(mapped("rules:\n  - {committee: pl}\n") == Lines{"PC418 2"});
  CHECK(mapped("rules:\n  - {track: Main}\n") == Lines{"PC418 2"});
  CHECK(mapped("rules:\n  - {track: Main, name: x, priority: low}\n") == Lines{"PC418 2"});
  CHECK(mapped("rules:\n  - {trak: Main, committee: pl}\n").front() == "PC014 2");
  CHECK(mapped("rules:\n  - {track: Main, priority: urgent}\n").front() == "PC033 2");
  CHECK(mapped("rules:\n  - {track: Main, committee: a b}\n").front() == "PC030 2");
  CHECK(mapped("").front().starts_with("PC0"));
}
