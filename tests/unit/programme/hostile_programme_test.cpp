// Files made to exhaust the machine or to smuggle something in: bounded, said, harmless.
#include <doctest/doctest.h>

#include <ctime>

#include "unit/programme/texts.hpp"

using namespace plancover;
using namespace plancover::test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::string many_events(int count) {
  std::string events;
  for (int i = 0; i < count; ++i) {
    events += "BEGIN:VEVENT\nUID:" + std::to_string(i) + "\nSUMMARY:Talk " + std::to_string(i) +
              "\nDTSTART:20141027T120000\nDURATION:PT1H\nEND:VEVENT\n";
  }
  return "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Berlin\n" + events + "END:VCALENDAR\n";
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("ten thousand events in a second") {
  const std::string text = many_events(10'000);
  const double begun = cpu_seconds();
  const Imported read = import_text(text);
  CHECK(read.sessions.size() == 10'000);
  if (!sanitized) CHECK(cpu_seconds() - begun < 1.0);
}

TEST_CASE("more events than a conference has are said, and the first ones imported") {
  const Imported read = import_text(many_events(static_cast<int>(most_programme_events) + 2));
  CHECK(read.sessions.size() == most_programme_events);
  REQUIRE(read.codes.size() == 1);
  CHECK(says(read, "PC412"));
}

TEST_CASE("rules that repeat for ever, many of them") {
  std::string events;
  for (int i = 0; i < 3000; ++i) {
    events += event("UID:" + std::to_string(i) +
                    "\nDTSTART:20141027T120000\nDURATION:PT1H\n"
                    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9\n");
  }
  for (int i = 0; i < 200; ++i) {
    events += event("UID:d" + std::to_string(i) + "\nDTSTART:20141027T120000\nDURATION:PT1H\nRRULE:FREQ=DAILY\n");
  }
  const Imported read = import_text(calendar(events));
  CHECK(read.sessions.size() >= 3200);
  CHECK(read.sessions.size() <= most_programme_events);
}

TEST_CASE("changes of one series by the thousand, all of one time") {
  std::string events = event("UID:s\nDTSTART:20141027T120000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=100\n");
  for (int i = 0; i < 20'000; ++i) {
    events += event("UID:s\nRECURRENCE-ID:20141028T120000\nDTSTART:20141028T1" + std::to_string(i % 10) +
                    "0000\nSUMMARY:" + std::to_string(i) + "\nDURATION:PT1H\n");
  }
  const Imported read = import_text(calendar(events));
  CHECK(read.sessions.size() == 99 + 20'000);
}

TEST_CASE("entities that grow are not expanded") {
  std::string text = "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'k'; ++c) {
    const std::string before = "&" + std::string(1, static_cast<char>(c - 1)) + ";";
    text += "<!ENTITY " + std::string(1, c) + " \"" + repeated(before, 10) + "\">";
  }
  text +=
      "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><schedule><conference><time_zone_name>Asia/Seoul</time_zone_name>"
      "</conference><day date='2014-12-27'><event id='1'><title>&k;&x;</title><start>9:00</start>"
      "<duration>1:00</duration></event></day></schedule>";
  const Imported read = import_text(text);
  CHECK(read.sessions == Lines{"1 2014-12-27 09:00-10:00 &k;&x;"});
}

TEST_CASE("nesting without end") {
  CHECK(says(import_text(std::string(1'000'000, '{')), "PC401"));
  CHECK(says(import_text("{\"a\": " + std::string(1'000'000, '[')), "PC401"));
  CHECK(says(import_text("<schedule>" + repeated("<day>", 200'000)), "PC401"));
  CHECK(says(import_text("BEGIN:VCALENDAR\n" + repeated("BEGIN:VEVENT\n", 20'000)), "PC401"));
}

TEST_CASE("a file larger than a planning file may be is refused whole") {
  const Imported read = import_text(calendar(event(
      "UID:a\nDTSTART:20141027T120000\nDURATION:PT1H\nSUMMARY:" + std::string(std::size_t{17} << 20, 'x') + "\n")));
  CHECK(read.codes == Lines{"PC003 0:0"});
  CHECK_FALSE(read.read.timetable);
}

TEST_CASE("a line of many megabytes") {
  const std::string words = repeated("word \xE2\x82\xAC ", 800'000);
  const Imported read =
      import_text(calendar(event("UID:a\nDTSTART:20141027T120000\nDURATION:PT1H\nSUMMARY:" + words + "\n")));
  REQUIRE(read.sessions.size() == 1);
  CHECK(read.sessions.front().size() < 600);
  CHECK(read.codes == Lines{"PC415 6:9"});
  CHECK(passes_check(read));
  const Imported folds = import_text(
      calendar(event("UID:a\nDTSTART:20141027T120000\nDURATION:PT1H\nSUMMARY:" + repeated("x\n ", 1'000'000) + "\n")));
  CHECK(folds.sessions.size() == 1);
}

TEST_CASE("bytes that are no text are replaced and said") {
  const Imported read = import_text(
      calendar(event(std::string("UID:a\nDTSTART:20141027T120000\nDURATION:PT1H\nSUMMARY:\xFFx\x00y\x1Bz\n", 59))));
  CHECK(read.sessions == Lines{"a 2014-10-27 12:00-13:00 \xEF\xBF\xBDx\xEF\xBF\xBDy\xEF\xBF\xBDz"});
  CHECK(read.codes == Lines{"PC413 8:9", "PC413 8:11", "PC413 8:13"});
  CHECK(passes_check(read));
  CHECK(import_text(std::string(1'000'000, '\xFF')).codes.size() < 10);
}

TEST_CASE("line breaks and YAML in a title stay a title") {
  const Imported read = import_text(
      calendar(event("UID:a\nDTSTART:20141027T120000\nDURATION:PT1H\nSUMMARY:x\\n  - {id: evil}\\n\\, \"a: {b} # c\n") +
               event("UID:no\nDTSTART:20141027T140000\nDURATION:PT1H\nSUMMARY:- *a &b !c %d @e `f\nLOCATION:1\n")));
  CHECK(read.sessions == Lines{"a 2014-10-27 12:00-13:00 x - {id: evil} , \"a: {b} # c",
                               "no 2014-10-27 14:00-15:00 - *a &b !c %d @e `f @1"});
  const std::string yaml = planning_yaml(*read.read.timetable);
  const ConferenceRead again = read_conference({{"out.yaml", yaml}});
  REQUIRE(again.conference);
  CHECK(again.conference->sessions.size() == 2);
  CHECK(again.conference->sessions[SessionIndex{std::size_t{0}}].name == "x - {id: evil} , \"a: {b} # c");
  CHECK(again.conference->sessions[SessionIndex{std::size_t{1}}].room == "1");
}
