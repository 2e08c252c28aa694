// What a wall-clock time of an iCalendar file is read by: universal time, an IANA zone, the
// rules that the file itself gives in a VTIMEZONE, or nothing (a floating time).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plancover/base/location.hpp"
#include "plancover/base/time.hpp"
#include "plancover/base/zone.hpp"
#include "plancover/programme/recurrence.hpp"

namespace plancover {

/// When the offset changes, by the rules of one VTIMEZONE; sorted by `onset`.
struct IcsOffsets {
  struct Change {
    LocalTime onset{};  ///< on the clock before the change
    Minutes before{0};
    Minutes after{0};
  };
  std::vector<Change> changes;
};

struct IcsClock {
  std::optional<Zone> zone;
  const IcsOffsets* offsets = nullptr;  ///< owned by the reader of the file

  [[nodiscard]] bool floating() const { return !zone && offsets == nullptr; }
  /// Times that a clock change doubles or skips as to_instant_leniently takes them. Not for a floating clock.
  [[nodiscard]] Instant to_instant(LocalTime wall) const;
  [[nodiscard]] LocalTime to_wall(Instant instant) const;
};

/// One STANDARD or DAYLIGHT part as written.
struct IcsObservance {
  std::string start;
  std::string offset_from;
  std::string offset_to;
  std::string rule;
};
struct IcsZone {
  std::string location;  ///< X-LIC-LOCATION
  std::vector<IcsObservance> observances;
};

/// Changes from `first` on, for the years of a conference. Empty where nothing can be read.
[[nodiscard]] IcsOffsets offsets_of(const IcsZone& zone, Day first, Day last);

/// The IANA zone of a TZID: by its name, the end of it behind a slash, or the name Windows has for it.
[[nodiscard]] std::optional<Zone> zone_of_tzid(std::string_view tzid);
/// "W. Europe Standard Time" to "Europe/Berlin"; empty for what Windows has not.
[[nodiscard]] std::string_view zone_of_windows(std::string_view name);

}  // namespace plancover
