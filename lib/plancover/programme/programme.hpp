// Somebody else's programme as its file gives it: events with times, rooms and tracks, and
// what the file says of the whole. Nothing is decided here yet: times without a zone stay
// readings of a wall clock, long events stay whole, and ids are those of the file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/base/location.hpp"
#include "plancover/base/time.hpp"
#include "plancover/base/zone.hpp"

namespace plancover {

/// A start: universal where the file gives a zone or an offset, else a reading of the wall
/// clock of the conference.
struct ProgrammeTime {
  std::optional<Instant> instant;
  LocalTime wall{};
};

struct ProgrammeEvent {
  std::string key;  ///< what the file calls it, for good: never made of its time or place
  std::string title;
  std::string room;
  std::string track;
  std::vector<std::string> languages;
  ProgrammeTime start;
  Minutes length{0};
  bool all_day = false;  ///< then `start` is a midnight on the wall and `length` whole days
  bool cancelled = false;
  Location where{};
};

struct Programme {
  std::string name;
  std::string city;
  std::optional<Zone> zone;      ///< as the file says it, or as most of its events do
  bool universal = false;        ///< no zone, and times in UTC
  std::vector<Minutes> offsets;  ///< no zone, but offsets from UTC: each that was seen, once
  std::optional<Day> first_day;
  std::optional<Day> last_day;  ///< included
  std::optional<Minutes> day_change;
  std::vector<ProgrammeEvent> events;
};

/// What no honest programme reaches, so that no file can exhaust the machine.
inline constexpr std::size_t most_programme_events = 50'000;

}  // namespace plancover
