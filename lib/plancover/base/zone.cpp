#include "plancover/base/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>

namespace plancover {

namespace {

// A zone of the machine, or one that counts leap seconds: the same file would mean
// different times on different machines.
bool portable(std::string_view name) {
  return name != "localtime" && name != "posixrules" && name != "Factory" && !name.starts_with("right/") &&
         !name.starts_with("posix/");
}

const date::time_zone* zone(const void* handle) {
  return static_cast<const date::time_zone*>(handle);
}

date::local_seconds to_date(LocalTime time) {
  return date::local_seconds{std::chrono::seconds{time.time_since_epoch()}};
}

// Offsets of old local mean times have seconds; an Instant is the minute they lie in.
Instant to_minute(date::sys_seconds time) {
  return Instant{std::chrono::floor<Minutes>(time.time_since_epoch())};
}

Instant with_offset(LocalTime time, std::chrono::seconds offset) {
  return to_minute(date::sys_seconds{to_date(time).time_since_epoch() - offset});
}

}  // namespace

const std::string& Zone::name() const {
  static const std::string utc = "UTC";
  return handle_ == nullptr ? utc : zone(handle_)->name();
}

std::optional<Zone> find_zone(std::string_view name) {
  if (!portable(name) || name.empty()) return std::nullopt;
  try {
    Zone found;
    found.handle_ = date::locate_zone(std::string(name));
    return found;
  } catch (const std::exception&) {
    return std::nullopt;  // the library has no question "is there such a zone"
  }
}

std::string zone_database_problem() {
  try {
    if (!date::get_tzdb().zones.empty()) return {};
    return "the time zone database of this machine is empty";
  } catch (const std::exception&) {
    return "this machine has no time zone database";
  }
}

std::vector<std::string> zone_names() {
  std::vector<std::string> names;
  if (!zone_database_problem().empty()) return names;
  for (const date::time_zone& each : date::get_tzdb().zones) {
    if (portable(each.name())) names.push_back(each.name());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::variant<Instant, ClockChange> to_instant(const Zone& in, LocalTime time) {
  if (in.handle_ == nullptr) return with_offset(time, std::chrono::seconds{0});
  const date::local_info info = zone(in.handle_)->get_info(to_date(time));
  switch (info.result) {
    case date::local_info::nonexistent:
      return ClockChange{false, to_minute(info.first.end), to_minute(info.first.end)};
    case date::local_info::ambiguous:
      return ClockChange{true, with_offset(time, info.first.offset), with_offset(time, info.second.offset)};
    default:
      return with_offset(time, info.first.offset);
  }
}

Instant to_instant_leniently(const Zone& in, LocalTime time) {
  const std::variant<Instant, ClockChange> exact = to_instant(in, time);
  if (const auto* instant = std::get_if<Instant>(&exact)) return *instant;
  return std::get<ClockChange>(exact).first;
}

LocalTime to_local(const Zone& in, Instant time) {
  const std::chrono::seconds since{time.time_since_epoch()};
  if (in.handle_ == nullptr) return LocalTime{time.time_since_epoch()};
  const date::sys_info info = zone(in.handle_)->get_info(date::sys_seconds{since});
  return LocalTime{std::chrono::floor<Minutes>(since + info.offset)};
}

bool clock_known(const Zone& in, Day day) {
  using namespace std::chrono;
  constexpr year last_listed{2037};
  if (in.handle_ == nullptr || year_month_day{day}.year() <= last_listed) return true;
  // A change listed for the last year stands for the rule of all years after it.
  const date::sys_seconds first_of_year{sys_days{last_listed / January / 1}.time_since_epoch()};
  const date::sys_info then = zone(in.handle_)->get_info(first_of_year);
  return then.end >= first_of_year + days{365};
}

}  // namespace plancover
