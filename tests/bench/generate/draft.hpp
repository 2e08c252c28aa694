// A made-up conference before it is text: what the generator decided, in the words of
// the planning files. Values that are already text (seats, badges) are kept as YAML.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/random.hpp"

namespace plancover::bench {

using reference::Random;

/// How big, and how hard. Tight: few attendees with short stays, so that many required
/// seats stay empty. Loose: as many attendees to a session as in the folder of PP-14.
struct Shape {
  std::string size;  ///< S, M, L or XL
  int sessions = 0;
  int attendees = 0;
  int days = 0;
  int topics = 0;
  bool tight = false;
};

struct DraftTopic {
  std::string id;
  std::string priority;
};

/// Fields that are empty are not written.
struct DraftCommittee {
  std::string id;
  std::string kind;
  std::string parent;
  std::string priority;
  std::string admits;
  std::string webcast;
  std::vector<int> topics;
  std::string languages;
  std::string seats;
  std::string room;      ///< where it meets when that is free
  int from = 0;          ///< the first day it meets
  int until = 0;         ///< after the last
  bool evening = false;  ///< it may also meet late
};

struct DraftSession {
  std::string id;
  int committee = 0;
  int day = 0;
  int start = 0;  ///< minutes after midnight; from 1440 on: after the next one, before day_change
  int end = 0;    ///< above 1440: on the next day
  std::string slot;
  std::string room;
  std::vector<int> topics;  ///< empty: the committee's
  std::string priority;
  std::string admits;
  std::string webcast;
  std::string languages;
  std::string seats;
  bool cancelled = false;
};

struct DraftDelegation {
  std::string id;
  std::string badges;
  std::string can;
  std::string silent_on;
};

struct DraftAttendee {
  std::string id;
  std::string delegation;
  std::string available;
  std::string unavailable;
  std::string remote;
  std::string badges;
  std::string can;
  std::string silent_on;
  std::string expertise;
  std::string languages;
  std::string prefers;
  std::string avoids;
  std::string limits;
  std::vector<bool> there;  ///< by day: on site from morning to night
};

struct Draft {
  Shape shape;
  std::vector<DraftTopic> topics;
  std::vector<DraftCommittee> committees;
  std::vector<DraftSession> sessions;
  std::vector<DraftDelegation> delegations;
  std::vector<DraftAttendee> attendees;
  std::vector<std::string> pins;  ///< lines
  std::vector<std::string> bars;  ///< lines
};

/// One file of the planning folder.
struct DraftFile {
  std::string name;
  std::string text;
};

void draft_programme(Draft& draft, Random& random);
void draft_people(Draft& draft, Random& random);
/// The pins of the private meetings, whose doors open to nobody else, come with the
/// people; these are the others. Needs the files as they are so far, to ask the library
/// who may sit where. At most one pin an attendee: then no two can be at odds.
void draft_pins(Draft& draft, Random& random);

/// In the order in which a folder is read.
[[nodiscard]] std::vector<DraftFile> write(const Draft& draft);
/// `2026-03-02` plus 0 to 59 days.
[[nodiscard]] std::string date(int day);
/// `09:30`; 1530 is `01:30`.
[[nodiscard]] std::string clock(int minute);

}  // namespace plancover::bench
