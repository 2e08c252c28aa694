// One event of an iCalendar file, understood: its clock, its start, its length; and every
// occurrence of it where it repeats, less those that are excluded or changed.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "plancover/programme/ics_events.hpp"

namespace plancover {

/// Finds the clock of a TZID once, and says once that there is none.
class IcsClocks {
 public:
  IcsClocks(ProgrammeReader& reader, const IcsCalendar& calendar, std::optional<Zone> floating);
  [[nodiscard]] IcsClock clock_of(const IcsProperty& property, bool universal);

 private:
  [[nodiscard]] IcsClock find(const IcsProperty& property);

  ProgrammeReader& reader_;
  const IcsCalendar& calendar_;
  std::optional<Zone> floating_;
  std::map<std::string, IcsClock> found_;
  std::map<std::string, IcsOffsets> offsets_;
};

struct IcsSpan {
  IcsClock clock;
  LocalTime start{};
  Minutes length{0};
  bool all_day = false;
};

/// When it is; says what cannot be read.
[[nodiscard]] std::optional<IcsSpan> ics_span(ProgrammeReader& reader, IcsClocks& clocks, const IcsEvent& event);
/// A property's times on the wall of `clock`; a bare date is its midnight, `dates` tells so.
struct IcsTimes {
  std::vector<LocalTime> walls;
  bool dates = false;
};
[[nodiscard]] IcsTimes ics_times(ProgrammeReader& reader, IcsClocks& clocks, const IcsProperty& property,
                                 const IcsClock& clock);

}  // namespace plancover
