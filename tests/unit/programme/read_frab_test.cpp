// schedule.xml and schedule.json in the shapes that were seen.
#include <doctest/doctest.h>

#include "unit/programme/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

std::string xml(const std::string& days, const std::string& conference = "") {
  return "<?xml version=\"1.0\"?>\n<schedule>\n<conference><title>Talks</title><time_zone_name>Europe/Berlin"
         "</time_zone_name>" +
         conference + "</conference>\n" + days + "</schedule>\n";
}

std::string json(const std::string& events, const std::string& more = "") {
  return R"({"schedule": {"conference": {"title": "Talks", "days": [{"index": 1, "date": "2014-12-27", )" + more +
         R"("rooms": {"Hall 1": [)" + events + R"(]}}], "time_zone_name": "Europe/Berlin"}}})";
}

}  // namespace

TEST_CASE("the date with its offset is the truth") {
  const Imported read = import_text(xml(
      "<day date='2014-12-27' index='1'><room name='Hall'><event id='7' guid='g'><date>2014-12-28T00:30:00+01:00</date>"
      "<start>00:30</start><duration>01:00</duration><title>A &amp; B</title><track>Ethics &amp; Law</track>"
      "<language>de-formal</language></event></room></day>"));
  CHECK(read.sessions == Lines{"7 2014-12-28 00:30-01:30 A & B @Hall"});
  CHECK(read.codes == Lines{});
  REQUIRE(read.read.timetable);
  CHECK(read.read.timetable->committees.front().id == "ethics-law");
  CHECK(read.read.timetable->sessions.front().languages == std::vector<std::string>{"de"});
  CHECK(to_string(read.read.timetable->first_day) == "2014-12-27");  // before the change of days
  CHECK(passes_check(read));
}

TEST_CASE("a start after midnight is on the next day until the change of days") {
  const std::string days =
      "<day date='2014-12-27' index='1'><event id='1'><start>00:15</start><duration>1:00</duration><room>R</room>"
      "</event><event id='2'><start>05:00</start><duration>0:30</duration></event></day>";
  CHECK(import_text(xml(days)).sessions == Lines{"2 2014-12-27 05:00-05:30", "1 2014-12-28 00:15-01:15 @R"});
  CHECK(import_text(xml(days, "<day_change>09:00:00</day_change>")).sessions ==
        Lines{"1 2014-12-28 00:15-01:15 @R", "2 2014-12-28 05:00-05:30"});
  const std::string ends = "<day date='2014-12-27' end='2014-12-28T05:30:00+01:00'" + days.substr(22);
  CHECK(import_text(xml(ends)).sessions == Lines{"1 2014-12-28 00:15-01:15 @R", "2 2014-12-28 05:00-05:30"});
}

TEST_CASE("broken values are said at their place, and the rest is imported") {
  const Imported read = import_text(
      xml("<day date='2014-12-27'>\n<event id='1'><start>10:00</start>\n <duration>long</duration></event>\n"
          "<event id='2'><start>25:00</start><duration>1:00</duration></event>\n"
          "<event id='3'><start>10:00</start><duration>0:00</duration></event>\n"
          "<event id='4'><start>10:00</start><duration>1:00</duration></event></day>\n",
          "<start>20141227</start><end>20008-02-24</end>"));
  CHECK(read.sessions == Lines{"4 2014-12-27 10:00-11:00"});
  CHECK(read.codes == Lines{"PC402 3:107", "PC402 6:12", "PC402 7:22", "PC406 8:2"});
}

TEST_CASE("XML that ends too early gives what stands before") {
  const Imported read = import_text(
      xml("<day date='2014-12-27'><event id='1'><start>10:00</start><duration>1:00</duration></event>\n<event id='2'>"
          "<start>11:00</sta"));
  CHECK(read.sessions.size() >= 1);
  CHECK(read.sessions.front() == "1 2014-12-27 10:00-11:00");
  CHECK(says(read, "PC401"));
}

TEST_CASE("Latin-1 is read where the XML says so") {
  const Imported read = import_text(
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><schedule><conference><time_zone_name>Asia/Seoul"
      "</time_zone_name></conference><day date='2014-12-27'><event id='1'><title>Gr\xF6\xDF"
      "e</title><start>9:00</start><duration>60</duration></event></day></schedule>");
  CHECK(read.sessions == Lines{"1 2014-12-27 09:00-10:00 Größe"});
}

TEST_CASE("schedule.json, its keys in any order") {
  const Imported read = import_text(json(
      R"({"id": 7, "date": "2014-12-27T11:00:00+01:00", "duration": "00:30", "title": "\"A\" \ud83d\ude00", "persons": [{"id": 1}]},)"
      R"({"title": "B", "start": "01:00", "duration": "1:00", "room": "Hall 2", "guid": "g-2", "logo": null})"));
  CHECK(read.sessions == Lines{"7 2014-12-27 11:00-11:30 \"A\" 😀 @Hall 1", "g-2 2014-12-28 01:00-02:00 B @Hall 2"});
  CHECK(read.codes == Lines{});
  CHECK(read.read.timetable->name == "Talks");
}

TEST_CASE("broken values of a JSON have their place, and a JSON that ends early gives what stands before") {
  const Imported read = import_text(json("\n{\"id\": 7, \"start\": \"11:00\", \"duration\": \"x\"},\n"
                                         "{\"id\": 8, \"start\": \"11:00\", \"duration\": \"1:00\"}, {\"id\": \n"),
                                    find_zone("Europe/Berlin"));
  CHECK(read.sessions == Lines{"8 2014-12-27 11:00-12:00 @Hall 1"});
  CHECK(read.codes == Lines{"PC402 2:42", "PC401 4:1"});
}

TEST_CASE("offsets alone name a zone of whole hours, and only one of them") {
  const auto with = [](const std::string& a, const std::string& b) {
    return "{\"schedule\": {\"conference\": {\"days\": [{\"rooms\": {\"R\": [{\"id\": 1, \"duration\": \"1:00\", "
           "\"date\": \"" +
           a + "\"}, {\"id\": 2, \"duration\": \"1:00\", \"date\": \"" + b + "\"}]}}]}}}";
  };
  const Imported one = import_text(with("2014-12-27T11:00:00+01:00", "2014-12-27T12:00:00+01:00"));
  CHECK(one.sessions == Lines{"1 2014-12-27 11:00-12:00 @R", "2 2014-12-27 12:00-13:00 @R"});
  CHECK(one.codes == Lines{"PC405 0:0"});
  CHECK(one.read.timetable->zone.name() == "Etc/GMT-1");
  CHECK(passes_check(one));
  CHECK(import_text(with("2014-12-27T11:00:00+01:00", "2014-12-27T12:00:00+02:00")).codes == Lines{"PC404 0:0"});
  CHECK(import_text(with("2014-12-27T11:00:00+05:30", "2014-12-27T12:00:00+05:30")).codes == Lines{"PC404 0:0"});
}

TEST_CASE("two tracks of one id are two committees, whichever stands first") {
  const auto ids = [](const char* a, const char* b) {
    const Imported read =
        import_text(json("{\"id\": 1, \"start\": \"9:00\", \"duration\": \"1:00\", \"track\": \"" + std::string(a) +
                         "\"}, {\"id\": 2, \"start\": \"10:00\", \"duration\": \"1:00\", \"track\": \"" + b + "\"}"));
    std::string all;
    for (const TimetableEntry& each : read.read.timetable->committees) all += each.id + "=" + each.name + " ";
    CHECK(passes_check(read));
    return all;
  };
  CHECK(ids("C++", "C#") == ids("C#", "C++"));
  CHECK(ids("C++", "D").starts_with("c=C++ d=D"));
}

TEST_CASE("what is no programme says so") {
  CHECK(import_text("").codes == Lines{"PC400 1:1"});
  CHECK(import_text("<!doctype html><html></html>").codes == Lines{"PC400 1:1"});
  CHECK(import_text("<feed/>").codes == Lines{"PC400 1:1"});
  CHECK(import_text("{\"a\": 1}").codes == Lines{"PC400 1:1"});
  CHECK(import_text("hello").codes == Lines{"PC400 1:1"});
}
