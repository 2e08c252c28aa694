// The plan as a grid on a terminal: what stands where, and that it fits.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "plancover/report/day_grid.hpp"
#include "plancover/report/text_grid.hpp"
#include "plancover/report/text_width.hpp"
#include "unit/report/plans.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string without_ink(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b')
      at = text.find('m', at);
    else
      plain += text[at];
  }
  return plain;
}

/// So many rooms side by side, all at one time, of names that take two columns a letter or none.
std::string crowded(int rooms) {
  std::string sessions;
  for (int i = 0; i < rooms; ++i) {
    sessions += "  - {id: s" + std::to_string(i) + ", committee: pl, day: 2014-10-20, time: 09:00-" +
                std::to_string(10 + i % 3) + ":30, room: \"\xED\x9A\x8C\xEC\x9D\x98\xEC\x8B\xA4 " + std::to_string(i) +
                "\", name: \"e\xCC\x81tude of everything, \xE7\xB7\x8F\xE4\xBC\x9A\"}\n";
  }
  return "conference: {name: T, timezone: Asia/Seoul, dates: 2014-10-20}\n"
         "committees:\n  - {id: pl, name: \"\xEB\xB3\xB8\xED\x9A\x8C\xEC\x9D\x98 of the whole of the union\"}\n"
         "sessions:\n" +
         sessions + "attendees:\n  - {id: bob, name: \"\xEA\xB9\x80\xEB\xAF\xBC\xEC\xA7\x80 of Busan\"}\n";
}

}  // namespace

TEST_CASE("times down, committees across, who sits where, a gap where it is") {
  const Conference conference = conference_of(report_planning);
  PlanFilter filter;
  filter.day = conference.sessions[conference.session_ids.find("p1")->second].day;
  const PlanView shown = view(conference, report_plan(conference), filter);
  CHECK(text_grid(conference, shown, {90, false}) ==
        "Mon 2014-10-20\n"
        "       Plenary                     Working group               co\n"
        "08:00                                                          + 08:00-08:30 c1\n"
        "                                                               | low\n"
        "                                                               | member Bob (bob), cid\n"
        "08:30\n"
        "09:00  + 09:00-10:30 p1            + 09:00-10:00 w1\n"
        "       | A (critical)              | critical\n"
        "       | lead Bob (bob)            | lead cid, EMPTY\n"
        "10:00  | notes Ann (ann, remote)\n"
        "       | backup empty (optional)\n"
        "10:30\n"
        "12:00                              + 12:00-13:00 w2 cancelled\n"
        "                                   | critical\n"
        "13:00\n");
}

TEST_CASE("the grid fits any width, whatever stands in it, and nothing is lost in pieces") {
  for (const int rooms : {1, 2, 7, 30}) {
    const Conference conference = conference_of(crowded(rooms));
    const PlanView shown = view(conference, report_plan(conference, "s0 lead bob"), {});
    for (const std::size_t width : {40, 41, 60, 80, 133, 200, 1000}) {
      CAPTURE(rooms);
      CAPTURE(width);
      const std::string text = text_grid(conference, shown, {width, false});
      for (const std::string& line : lines_in(text)) {
        CAPTURE(line);
        CHECK(text_width(line) <= width);
        CHECK_FALSE(line.ends_with(' '));
      }
      CHECK(std::count(text.begin(), text.end(), '+') == rooms);
      // Colours change nothing but colours.
      CHECK(without_ink(text_grid(conference, shown, {width, true})) == text);
    }
  }
}

TEST_CASE("columns stay under one another with letters of every width") {
  const Conference conference = conference_of(crowded(3));
  const std::string text =
      text_grid(conference, view(conference, report_plan(conference, "s0 lead bob"), {}), {80, false});
  std::size_t rows = 0;
  for (const std::string& line : lines_in(text)) {
    std::size_t column = 0;
    for (std::string_view rest = line; !rest.empty();) {
      const Character c = first_character(rest);
      if (c.code == '|' || c.code == '+') {
        CHECK((column == 7 || column == 32 || column == 57));
        ++rows;
      }
      column += static_cast<std::size_t>(character_width(c.code));
      rest.remove_prefix(c.bytes.size());
    }
  }
  CHECK(rows > 12);
}

TEST_CASE("gaps are red, and so is the edge of their session") {
  const Conference conference = conference_of(report_planning);
  const std::string text = text_grid(conference, view(conference, report_plan(conference), {}), {90, true});
  CHECK(text.find("\x1b[1;31m|\x1b[0m \x1b[1;31mlead cid, EMPTY\x1b[0m") != std::string::npos);
  CHECK(text.find("\x1b[2m|\x1b[0m lead Bob (bob)") != std::string::npos);
}

TEST_CASE("a day is cut into even pieces") {
  const Conference conference = conference_of(crowded(7));
  const PlanView shown = view(conference, report_plan(conference, "s0 lead bob"), {});
  const std::vector<DayGrid> days = day_grids(conference, shown);
  REQUIRE(days.size() == 1);
  CHECK(days.front().kind == ColumnKind::room);
  const std::vector<DayGrid> pieces = cut(days.front(), 3);
  REQUIRE(pieces.size() == 3);
  std::size_t sessions = 0;
  for (const DayGrid& piece : pieces) {
    CHECK(piece.columns.size() >= 2);
    CHECK(piece.columns.size() <= 3);
    for (const std::size_t column : piece.column_of) CHECK(column < piece.columns.size());
    sessions += piece.sessions.size();
  }
  CHECK(sessions == 7);
}

TEST_CASE("an empty grid says so") {
  CHECK(text_grid(conference_of(report_planning), {}, {}) == "no sessions to show\n");
}
