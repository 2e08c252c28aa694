// A newer programme into files that planners went on to edit: only what the programme says
// changes, and every other byte stays.
#include "plancover/programme/merge.hpp"

#include <doctest/doctest.h>

#include "plancover/programme/text_edit.hpp"
#include "unit/programme/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

const std::string header =
    "# Sessions of a published programme, imported.\n"
    "conference: {name: C, timezone: Europe/Berlin, dates: 2027-03-08..2027-03-09}\n"
    "topics: [{id: internet}]\n"
    "slots: {early: 08:00-09:00}\n"
    "committees:\n"
    "  - {id: main, name: Main}   # the hall\n";

Timetable programme(const std::string& rows) {
  const Imported read = import_text("id,day,start,end,title,room,track,status\n" + rows, find_zone("Europe/Berlin"));
  REQUIRE(read.read.timetable);
  return *read.read.timetable;
}

struct Result {
  std::string text;
  std::string added;
  Lines changes;
  Lines codes;
};

Result merge(const std::string& planning, const std::string& rows, bool whole = true) {
  const Sources before{{"talks.yaml", planning}};
  const Merged merged = merge_timetable(before, programme(rows), whole);
  Result result{merged.texts.front(), merged.new_text, {}, {}};
  for (const MergeChange& each : merged.changes) {
    result.changes.push_back(
        std::string(word(each.kind)) + " " + each.session +
        (each.before.empty() && each.after.empty() ? "" : ": " + each.before + " -> " + each.after));
  }
  for (const Diagnostic& each : merged.diagnostics) {
    result.codes.push_back(std::string(name(each.code)) + " " + std::to_string(each.where.line));
  }
  // What check took before it takes after, and a second merge has nothing left to do.
  Sources after{{"talks.yaml", result.text}};
  if (!result.added.empty()) after.push_back({"more.yaml", result.added});
  if (read_conference(before).conference) CHECK(read_conference(after).conference);
  if (result.codes.empty()) CHECK(merge_timetable(after, programme(rows), whole).changes.empty());
  return result;
}

}  // namespace

TEST_CASE("a moved session keeps the planner's fields and comments, in flow and in block style") {
  const std::string before = header +
                             "sessions:\n"
                             "  # the one that matters\n"
                             "  - {id: a, committee: main, day: 2027-03-08, time: 09:00-10:00, room: \"A\", name: One, "
                             "seats: {lead: 2}, topics: [internet]}  # ours\n"
                             "  - id: b   # block\n"
                             "    committee: main\n"
                             "    priority: high\n"
                             "    day: 2027-03-08\n"
                             "    time: '11:00-12:00'   # late\n"
                             "    name: Two\n";
  const Result result = merge(before,
                              "a,2027-03-09,9:30,10:30,One,B,Main,\n"
                              "b,2027-03-08,11:00,12:30,Zwei: \"neu\",C,Main,\n");
  CHECK(result.text == header +
                           "sessions:\n"
                           "  # the one that matters\n"
                           "  - {id: a, committee: main, day: 2027-03-09, time: 09:30-10:30, room: B, name: One, "
                           "seats: {lead: 2}, topics: [internet]}  # ours\n"
                           "  - id: b   # block\n"
                           "    room: C\n"
                           "    committee: main\n"
                           "    priority: high\n"
                           "    day: 2027-03-08\n"
                           "    time: 11:00-12:30   # late\n"
                           "    name: \"Zwei: \\\"neu\\\"\"\n");
  // In the order of the newer programme, where b is the first.
  CHECK(result.changes == Lines{"moved b: 2027-03-08 11:00-12:00 -> 2027-03-08 11:00-12:30",
                                "moved a: 2027-03-08 09:00-10:00 -> 2027-03-09 09:30-10:30",
                                "renamed b: Two -> Zwei: \"neu\"", "room changed b:  -> C", "room changed a: A -> B"});
  CHECK(result.codes == Lines{});
}

TEST_CASE("a slot stays while it says the time, and becomes a time when it does not") {
  const std::string before =
      header + "sessions:\n  - {id: a, committee: main, day: 2027-03-08, slot: early, name: One}\n";
  CHECK(merge(before, "a,2027-03-08,8:00,9:00,One,,Main,\n").text == before);
  CHECK(merge(before, "a,2027-03-08,8:30,9:00,One,,Main,\n").text ==
        header + "sessions:\n  - {id: a, committee: main, day: 2027-03-08, time: 08:30-09:00, name: One}\n");
}

TEST_CASE("new sessions and committees go to the end of their lists, line ends and comments kept") {
  const std::string sessions =
      "sessions:\n- {id: a, committee: main, day: 2027-03-08, time: 09:00-10:00, name: One}\n\n# people\nattendees:\n  "
      "- {id: ana}\n";
  const std::string rows = "a,2027-03-08,9:00,10:00,One,,Main,\nb,2027-03-08,9:00,10:00,Two,B,Side room,\n";
  const Result result = merge(header + sessions, rows);
  CHECK(result.text == header +
                           "  - {id: side-room, name: Side room}\n"
                           "sessions:\n- {id: a, committee: main, day: 2027-03-08, time: 09:00-10:00, name: One}\n"
                           "- {id: b, committee: side-room, day: 2027-03-08, time: 09:00-10:00, room: B, name: Two}\n"
                           "\n# people\nattendees:\n  - {id: ana}\n");
  CHECK(result.added == "");
  CHECK(result.changes == Lines{"new b:  -> 2027-03-08 09:00-10:00, B, Two"});
  std::string windows = header + sessions;
  for (std::size_t at = windows.find('\n'); at != std::string::npos; at = windows.find('\n', at + 2))
    windows.replace(at, 1, "\r\n");
  const std::string merged = merge("\xEF\xBB\xBF" + windows, rows).text;
  CHECK(merged.starts_with("\xEF\xBB\xBF# Sessions"));
  CHECK(std::count(merged.begin(), merged.end(), '\n') == std::count(merged.begin(), merged.end(), '\r'));
}

TEST_CASE("where the planner renamed a committee's id, its name finds it") {
  const std::string before =
      "# Sessions of a published programme\nconference: {name: C, timezone: Europe/Berlin, dates: 2027-03-08}\n"
      "committees:\n  - {id: pl, name: Main}\nsessions:\n  - {id: a, committee: pl, day: 2027-03-08, time: "
      "09:00-10:00, name: One}";
  const Result result = merge(before, "a,2027-03-08,9:00,10:00,One,,Main,\nb,2027-03-08,9:00,10:00,Two,,Main,\n");
  CHECK(result.text == before + "\n  - {id: b, committee: pl, day: 2027-03-08, time: 09:00-10:00, name: Two}\n");
}

TEST_CASE("without an imported file the new sessions are a file of their own") {
  const Result result = merge("conference: {name: C, timezone: Europe/Berlin, dates: 2027-03-08}\n",
                              "a,2027-03-08,9:00,10:00,One,,Main,\n");
  CHECK(result.added ==
        "# Sessions of a published programme.\ncommittees:\n  - {id: main, name: Main}\nsessions:\n"
        "  - {id: a, committee: main, day: 2027-03-08, time: 09:00-10:00, name: One}\n");
}

TEST_CASE("cancelled, vanished and back, never deleted") {
  const std::string before = header +
                             "sessions:\n"
                             "  - {id: a, committee: main, day: 2027-03-08, time: 09:00-10:00}\n"
                             "  - {id: b, committee: main, day: 2027-03-08, time: 09:00-10:00, cancelled: true}\n"
                             "  - {id: c, committee: main, day: 2027-03-08, time: 09:00-10:00, cancelled: false}\n"
                             "  - id: d\n    committee: main\n    day: 2027-03-08\n    time: 09:00-10:00\n";
  const std::string rows = "a,2027-03-08,9:00,10:00,,,Main,cancelled\nb,2027-03-08,9:00,10:00,,,Main,\n";
  const Result result = merge(before, rows);
  CHECK(result.text ==
        header +
            "sessions:\n"
            "  - {id: a, cancelled: true, committee: main, day: 2027-03-08, time: 09:00-10:00}\n"
            "  - {id: b, committee: main, day: 2027-03-08, time: 09:00-10:00, cancelled: false}\n"
            "  - {id: c, committee: main, day: 2027-03-08, time: 09:00-10:00, cancelled: true}\n"
            "  - id: d\n    cancelled: true\n    committee: main\n    day: 2027-03-08\n    time: 09:00-10:00\n");
  CHECK(result.changes == Lines{"cancelled a", "vanished c", "vanished d", "back b"});
  const Result partly = merge(before, rows, false);
  CHECK(partly.changes == Lines{"cancelled a", "back b"});
}

TEST_CASE("sessions of another file, or of another programme, do not vanish") {
  const std::string own =
      "conference: {name: C, timezone: Europe/Berlin, dates: 2027-03-08}\ncommittees: [{id: main}]\n"
      "sessions:\n  - {id: ours, committee: main, day: 2027-03-08, time: 09:00-10:00}\n";
  CHECK(merge(own, "a,2027-03-08,9:00,10:00,One,,main,\n").changes == Lines{"new a:  -> 2027-03-08 09:00-10:00, One"});
  CHECK(merge(header + "sessions:\n  - {id: ours, committee: main, day: 2027-03-08, time: 09:00-10:00}\n",
              "a,2027-03-08,9:00,10:00,One,,main,\n")
            .changes == Lines{"new a:  -> 2027-03-08 09:00-10:00, One"});
}

TEST_CASE("what cannot be changed where it stands is said and left") {
  const std::string before =
      header +
      "sessions:\n"
      "  - id: a\n    committee: main\n    day: 2027-03-08\n    time: 09:00-10:00\n    name: >\n      One\n"
      "  - {id: b, committee: main, day: &d 2027-03-08, time: 09:00-10:00}\n"
      "  - {id: c, committee: main, day: *d, time: 09:00-10:00}\n";
  const Result result = merge(before,
                              "a,2027-03-08,9:00,10:00,Uno,,Main,\nb,2027-03-09,9:00,10:00,,,Main,\n"
                              "c,2027-03-09,9:00,10:00,,,Main,\n");
  CHECK(result.text == before);
  CHECK(result.codes.size() == 3);
  CHECK(result.codes.front().starts_with("PC420"));
  CHECK(result.changes == Lines{});
  const Result broken = merge("sessions: [", "a,2027-03-08,9:00,10:00,Uno,,Main,\n");
  CHECK(broken.text == "sessions: [");
  CHECK(broken.codes.front().starts_with("PC004"));
}

TEST_CASE("the zone of the planning files") {
  CHECK(zone_of_planning({{"a.yaml", "sessions: []"}, {"b.yaml", header}})->name() == "Europe/Berlin");
  CHECK_FALSE(zone_of_planning({{"a.yaml", "conference: {timezone: Mars}"}}));
}
