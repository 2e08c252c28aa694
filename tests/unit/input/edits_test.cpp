// The same events written into planning files of many styles: what is read afterwards is the
// conference after the events, and nothing else of the text has changed.
#include "plancover/input/edits.hpp"

#include <doctest/doctest.h>

#include "plancover/input/read_conference.hpp"
#include "plancover/input/read_events.hpp"

using namespace plancover;

namespace {

const std::string head = R"(conference: {name: C, timezone: Europe/Zurich, dates: 2026-03-07..2026-03-09}
committees: [{id: pl, webcast: true}]
)";

struct Typed {
  EventKind kind{};
  std::string text;
};

/// The text after the edits; the pins of ana count as dropped where `drop` says so.
std::string edited(const std::string& text, const std::vector<Typed>& typed, bool drop = false) {
  Sources sources{{"c.yaml", text}};
  const ConferenceRead read = read_conference(sources);
  REQUIRE(read.conference.has_value());
  std::vector<EventText> texts;
  for (const Typed& each : typed) {
    texts.push_back({each.kind, static_cast<std::uint32_t>(sources.size())});
    sources.push_back({"event", each.text});
  }
  const EventsRead events = read_events(*read.conference, sources, texts);
  REQUIRE_FALSE(has_errors(events.diagnostics));
  Conference today = after_events(*read.conference, events.events);
  std::vector<Pin> dropped;
  if (drop) {
    const AttendeeIndex ana = today.attendee_ids.at("ana");
    for (const Pin& pin : today.pinned) {
      if (pin.attendee == ana) dropped.push_back(pin);
    }
    std::erase_if(today.pinned, [&](const Pin& pin) { return pin.attendee == ana; });
  }
  const PermanentEdits edits = permanent_edits(*read.conference, today, sources, 1, events.events, dropped);
  if (!edits.sound) return "(unsound)";
  return spliced(text, 0, edits.splices);
}

const std::string sessions =
    "sessions: [{id: s1, committee: pl, day: 2026-03-07, time: 09:00-10:00}, {id: s2, committee: pl, day: 2026-03-09, "
    "time: 09:00-10:00}]\n";

void check_attendee(const std::string& before, const std::string& after, const std::vector<Typed>& typed) {
  const std::string start = head + sessions + "attendees:\n";
  CHECK(edited(start + before, typed) == start + after);
}

}  // namespace

TEST_CASE("a session is cancelled in flow and in block style") {
  const std::string people = "attendees: [{id: ana}]\n";
  CHECK(edited(head + people + "sessions:\n  - {id: s1, committee: pl, day: 2026-03-07, time: 09:00-10:00} # one\n",
               {{EventKind::cancel, "s1"}}) ==
        head + people +
            "sessions:\n  - {id: s1, cancelled: true, committee: pl, day: 2026-03-07, time: 09:00-10:00} # one\n");
  CHECK(edited(head + people +
                   "sessions:\n  - committee: pl\n    id: \"s1\" # one\n    day: 2026-03-07\n    time: "
                   "09:00-10:00\n",
               {{EventKind::cancel, "s1"}}) ==
        head + people +
            "sessions:\n  - committee: pl\n    id: \"s1\" # one\n    cancelled: true\n    day: 2026-03-07\n    time: "
            "09:00-10:00\n");
  CHECK(edited(head + people +
                   "sessions:\n  - day: 2026-03-07\n    time: 09:00-10:00\n    committee: pl\n    "
                   "cancelled: false # yet\n    id: s1",
               {{EventKind::cancel, "s1"}}) ==
        head + people +
            "sessions:\n  - day: 2026-03-07\n    time: 09:00-10:00\n    committee: pl\n    cancelled: true # yet\n    "
            "id: s1");
}

TEST_CASE("leaving changes the window that it ends, and takes out those after it") {
  const std::vector<Typed> leaves{{EventKind::leaves, "ana=2026-03-08 12:00"}};
  check_attendee("  - {id: ana, available: [2026-03-07, 2026-03-08..2026-03-09]} # flow\n",
                 "  - {id: ana, available: [2026-03-07, 2026-03-08..2026-03-08 12:00]} # flow\n", leaves);
  check_attendee("  - {id: ana, available: [2026-03-07..2026-03-08, 2026-03-09]}\n",
                 "  - {id: ana, available: [2026-03-07..2026-03-08 12:00]}\n", leaves);
  check_attendee(
      "  - id: ana\n    available:\n      - 2026-03-07..2026-03-08   # the first\n      - 2026-03-09 # gone\n",
      "  - id: ana\n    available:\n      - 2026-03-07..2026-03-08 12:00   # the first\n", leaves);
  check_attendee("  - id: ana\n    available:\n    - \"2026-03-08 09:00..15:00\"\n    name: A\n",
                 "  - id: ana\n    available:\n    - 2026-03-08 09:00..2026-03-08 12:00\n    name: A\n", leaves);
  check_attendee("  - id: ana\n    available: [2026-03-07,\n      2026-03-08..2026-03-09] # over two lines\n",
                 "  - id: ana\n    available: [2026-03-07,\n      2026-03-08..2026-03-08 12:00] # over two lines\n",
                 leaves);
}

TEST_CASE("without windows left the list is empty, in either style") {
  const std::vector<Typed> leaves{{EventKind::leaves, "ana=2026-03-07 00:00"}};
  check_attendee("  - {id: ana, available: [2026-03-07, 2026-03-08]}\n", "  - {id: ana, available: []}\n", leaves);
  check_attendee("  - id: ana\n    available: # days\n      - 2026-03-07\n      - 2026-03-08\n    name: A\n",
                 "  - id: ana\n    available: [] # days\n    name: A\n", leaves);
}

TEST_CASE("who has no windows gets one") {
  check_attendee("  - {id: ana}\n", "  - {id: ana, available: [2026-03-07..2026-03-08 12:00]}\n",
                 {{EventKind::leaves, "ana=2026-03-08 12:00"}});
  check_attendee("  - id: ana\n    name: A\n", "  - id: ana\n    available: [2026-03-08..2026-03-09]\n    name: A\n",
                 {{EventKind::arrives, "ana=2026-03-08"}});
  check_attendee("  - id: ana", "  - id: ana\n    available: [2026-03-08 10:00..2026-03-09]",
                 {{EventKind::arrives, "ana=2026-03-08 10:00"}, {EventKind::leaves, "ana=2026-03-09"}});
}

TEST_CASE("arriving changes the window that it begins") {
  check_attendee("  - {id: ana, available: [2026-03-07 08:00..20:00, 2026-03-09]}\n",
                 "  - {id: ana, available: [2026-03-07 18:00..2026-03-07 20:00, 2026-03-09]}\n",
                 {{EventKind::arrives, "ana=2026-03-07 18:00"}});
  check_attendee("  - {id: ana, available: [2026-03-08..2026-03-09]}\n",
                 "  - {id: ana, available: [2026-03-07..2026-03-09]}\n", {{EventKind::arrives, "ana=2026-03-07"}});
}

TEST_CASE("absences are added, all of one attendee at once") {
  const std::vector<Typed> absent{{EventKind::absent, "ana=2026-03-08"},
                                  {EventKind::absent, "ana=2026-03-07 12:00..13:00"}};
  check_attendee("  - {id: ana}\n", "  - {id: ana, unavailable: [2026-03-08, 2026-03-07 12:00..13:00]}\n", absent);
  check_attendee("  - {id: ana, unavailable: [2026-03-09]}\n",
                 "  - {id: ana, unavailable: [2026-03-09, 2026-03-08, 2026-03-07 12:00..13:00]}\n", absent);
  check_attendee("  - {id: ana, unavailable: []}\n",
                 "  - {id: ana, unavailable: [2026-03-08, 2026-03-07 12:00..13:00]}\n", absent);
  check_attendee(
      "  - id: ana\n    unavailable:\n      - 2026-03-09\n",
      "  - id: ana\n    unavailable:\n      - 2026-03-09\n      - 2026-03-08\n      - 2026-03-07 12:00..13:00\n",
      absent);
}

TEST_CASE("a shared list is copied where it is used, and not touched where it is given") {
  const std::string start = head + sessions + "attendees:\n  - {id: bo, available: &days [2026-03-07..2026-03-09]}\n";
  CHECK(edited(start + "  - {id: ana, available: *days}\n", {{EventKind::leaves, "ana=2026-03-08"}}) ==
        start + "  - {id: ana, available: [2026-03-07..2026-03-08]}\n");
  CHECK(edited(start + "  - {id: ana, available: *days}\n", {{EventKind::leaves, "bo=2026-03-08"}}) == "(unsound)");
}

TEST_CASE("lines keep their ends") {
  CHECK(edited(head + sessions + "attendees:\r\n  - id: ana\r\n    name: A\r\n",
               {{EventKind::absent, "ana=2026-03-08"}}) ==
        head + sessions + "attendees:\r\n  - id: ana\r\n    unavailable: [2026-03-08]\r\n    name: A\r\n");
}

TEST_CASE("dropped pins are taken out, in either style") {
  const std::string start = head + sessions + "attendees: [{id: ana}, {id: bo}]\n";
  const std::vector<Typed> absent{{EventKind::absent, "ana=2026-03-07"}};
  const std::string after = head + sessions + "attendees: [{id: ana, unavailable: [2026-03-07]}, {id: bo}]\n";
  CHECK(edited(start + "pinned:\n  - {attendee: ana, session: s1, role: lead} # hers\n", absent, true) ==
        after + "pinned: []\n");
  CHECK(edited(start + "pinned:\n  - attendee: ana\n    session: s1\n    role: lead\n# end\n", absent, true) ==
        after + "pinned: []\n# end\n");
  CHECK(edited(start + "pinned: [{attendee: ana, session: s1, role: lead}]\n", absent, true) == after + "pinned: []\n");
}
