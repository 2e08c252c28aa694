// The components of an iCalendar file as they stand, before any time is understood: zones
// may be described after the events that use them, and a change to one occurrence may stand
// before its series.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plancover/programme/ics_clock.hpp"
#include "plancover/programme/programme_reader.hpp"

namespace plancover {

/// One property with a time in it, or several.
struct IcsProperty {
  std::string value;
  std::string tzid;
  Location where{};
};

struct IcsEvent {
  std::string uid;
  std::string summary;
  std::string location;
  std::string category;
  std::string language;
  bool cancelled = false;
  int sequence = 0;
  bool and_future = false;  ///< RANGE=THISANDFUTURE on its RECURRENCE-ID
  std::optional<IcsProperty> start, end, duration, recurrence_id, rule;
  std::vector<IcsProperty> excluded, added;
  Location where{};  ///< its BEGIN
};

struct IcsCalendar {
  std::string name;
  std::optional<IcsProperty> zone;  ///< X-WR-TIMEZONE
  std::map<std::string, IcsZone> zones;
  std::vector<IcsEvent> events;
};

/// Says lines that are none, components that do not end, and what stands outside a calendar.
[[nodiscard]] IcsCalendar read_ics_events(ProgrammeReader& reader);

}  // namespace plancover
