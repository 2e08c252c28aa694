// Time zones by IANA name, and the way between a zone's wall clock and universal time.
// Reads the system's zone database (Howard Hinnant's date library); prints nothing
// that depends on its version.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plancover/base/time.hpp"

namespace plancover {

/// A zone that exists. Cheap to copy; the default is UTC.
class Zone {
 public:
  Zone() = default;
  [[nodiscard]] const std::string& name() const;

 private:
  friend std::optional<Zone> find_zone(std::string_view name);
  friend std::variant<Instant, struct ClockChange> to_instant(const Zone&, LocalTime);
  friend LocalTime to_local(const Zone&, Instant);
  friend bool clock_known(const Zone&, Day);
  const void* handle_ = nullptr;  // the library's zone; null is UTC
};

/// Why a wall-clock time names no single minute: the clock was put forward over it
/// (`twice` false) or back over it (`twice` true). `first` and `second` are the two
/// readings when it exists twice, and both the minute of the change when it does not exist.
struct ClockChange {
  bool twice = false;
  Instant first{};
  Instant second{};
};

[[nodiscard]] std::optional<Zone> find_zone(std::string_view name);
/// Why zones cannot be found at all (no database on this machine); empty when they can.
[[nodiscard]] std::string zone_database_problem();
/// Every name the database knows, sorted.
[[nodiscard]] std::vector<std::string> zone_names();
/// The zone of a city that is no zone itself ("Asia/Doha", "Busan", "Geneva"); empty if unknown.
[[nodiscard]] std::string zone_of_city(std::string_view name);

[[nodiscard]] std::variant<Instant, ClockChange> to_instant(const Zone& in, LocalTime time);
/// For bounds of bare days, which are never an error: the first reading of a time that
/// exists twice, and the minute of the change for one that does not exist.
[[nodiscard]] Instant to_instant_leniently(const Zone& in, LocalTime time);
[[nodiscard]] LocalTime to_local(const Zone& in, Instant time);
/// False where the clock of the zone is changed every year and the day lies after the last
/// changes that the database lists: it lists them up to 2037, and times after that may be an hour off.
[[nodiscard]] bool clock_known(const Zone& in, Day day);

}  // namespace plancover
