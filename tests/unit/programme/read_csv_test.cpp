// Tables as planners paste them.
#include <doctest/doctest.h>

#include "plancover/programme/csv_table.hpp"
#include "unit/programme/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

Imported table(const std::string& text) {
  return import_text(text, find_zone("Asia/Seoul"));
}

}  // namespace

TEST_CASE("cells in quotes, with separators, breaks and quotes in them") {
  CsvTable rows("a;\"b;\"\"c\"\"\n d\"; e \n;;\n\nf");
  CHECK(rows.next()->at(1).text == "b;\"c\" d");
  CHECK(rows.next()->at(0).text == "f");
  CHECK_FALSE(rows.next());
  CsvTable open("a,\"b\nc");
  CHECK(open.next()->at(1).text == "b c");
  CHECK(open.open_quote() == 2);
  CsvTable told("sep=\t\na\tb;c");
  CHECK(told.next()->at(1).text == "b;c");
}

TEST_CASE("commas, semicolons and tabs, with and without a byte order mark") {
  for (const char separator : {',', ';', '\t'}) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
      std::string text = "Day|Start|End|Title|Room\r\n2014-10-20|10.00|1130|Opening|A\r\n";
      std::replace(text.begin(), text.end(), '|', separator);
      const Imported read = table(mark + text);
      CHECK(read.sessions == Lines{"opening 2014-10-20 10:00-11:30 Opening @A"});
      CHECK(read.codes == Lines{});
      CHECK(passes_check(read));
    }
  }
}

TEST_CASE("a day and a room written once hold for the rows below") {
  const Imported read = table(
      "day,room,track,title,time,duration\n"
      "20 Oct 2014,Room A,Plenary,One,10:00-12:00,\n"
      ",,,Two,1400,1:30\n"
      ",Room B,,Three,16.00,45\n"
      "21 Oct 2014,,,Four,10:00,45\n"
      ",,,Five,22:00 - 01:00,\n");
  CHECK(read.sessions == Lines{"one 2014-10-20 10:00-12:00 One @Room A", "two 2014-10-20 14:00-15:30 Two @Room A",
                               "three 2014-10-20 16:00-16:45 Three @Room B", "four 2014-10-21 10:00-10:45 Four",
                               "five 2014-10-21 22:00-01:00 Five @Room B"});
  CHECK(read.codes == Lines{});
}

TEST_CASE("a row that names only a day begins it") {
  const Imported read = table("day,start,end,title\nMonday 20 October 2014,,,\n,10:00,11:00,One\n");
  CHECK(read.sessions == Lines{"one 2014-10-20 10:00-11:00 One"});
}

TEST_CASE("one day above twelve tells the order of all") {
  CHECK(table("day,start,end,title\n03/04/2014,10:00,11:00,A\n25/04/2014,10:00,11:00,B\n").sessions ==
        Lines{"a 2014-04-03 10:00-11:00 A", "b 2014-04-25 10:00-11:00 B"});
  CHECK(table("day,start,end,title\n03/04/2014,10:00,11:00,A\n04/25/2014,10:00,11:00,B\n").sessions ==
        Lines{"a 2014-03-04 10:00-11:00 A", "b 2014-04-25 10:00-11:00 B"});
  const Imported unknown = table("day,start,end,title\n03/04/2014,10:00,11:00,A\n2014-04-25,10:00,11:00,B\n");
  CHECK(unknown.sessions == Lines{"b 2014-04-25 10:00-11:00 B"});
  CHECK(unknown.codes == Lines{"PC402 2:1"});
}

TEST_CASE("full dates in the start, offsets, ids, languages and cancelled sessions") {
  const Imported read = table(
      "id,start,end,title,language,status\n"
      "w-1,2014-10-20T10:00,2014-10-20T11:00,A,fr,\n"
      "w-2,2014-10-20T10:00+02:00,18:30,B,,cancelled\n");
  CHECK(read.sessions == Lines{"w-1 2014-10-20 10:00-11:00 A", "w-2 2014-10-20 17:00-01:30 B cancelled"});
  CHECK(read.read.timetable->sessions.front().languages == std::vector<std::string>{"fr"});
}

TEST_CASE("what cannot be read is said at its cell, and the rest is imported") {
  const Imported read = table(
      "day,start,end,title\n"
      "someday,10:00,11:00,A\n"
      "2014-10-20,ten,11:00,B\n"
      "2014-10-20,10:00,later,C\n"
      "2014-10-20,10:00,,D\n"
      "2014-10-20,10:00,10:00,E\n"
      "2014-10-20,,,F\n"
      "2014-10-20,10:00,11:00,G\n"
      "2014-10-20,12:00,13:00,\"H\n");
  CHECK(read.sessions == Lines{"g 2014-10-20 10:00-11:00 G", "h 2014-10-20 12:00-13:00 H"});
  CHECK(read.codes ==
        Lines{"PC402 2:1", "PC402 3:12", "PC402 4:18", "PC402 5:12", "PC406 6:12", "PC402 7:14", "PC401 9:24"});
}

TEST_CASE("a table that lacks a column, and one that is none") {
  CHECK(table("day,room\n1,2\n").codes == Lines{"PC416 0:0", "PC417 1:1"});
  CHECK(table("apples,pears\n1,2\n").codes == Lines{"PC400 1:1"});
}

TEST_CASE("hostile tables are bounded") {
  std::string wide = "day,start,end,title\n";
  for (int i = 0; i < 1'000'000; ++i) wide += ',';
  CHECK(table(wide).codes == Lines{"PC416 0:0"});
  std::string quotes = "day,start,end,title\n";
  for (int i = 0; i < 300'000; ++i) quotes += "\"\n";
  CHECK(table(quotes).codes.size() < 200);
}
