#include <algorithm>

#include "plancover/input/context.hpp"
#include "plancover/programme/settle_parts.hpp"

namespace plancover {

namespace {

/// Etc/GMT-1 is an hour ahead of UTC: the names count the other way.
std::optional<Zone> zone_of_offset(Minutes offset) {
  if (offset % Minutes{60} != Minutes{0}) return std::nullopt;
  const std::int64_t hours = offset.count() / 60;
  if (hours == 0) return find_zone("Etc/UTC");
  return find_zone("Etc/GMT" + std::string(hours > 0 ? "-" : "+") + std::to_string(hours > 0 ? hours : -hours));
}

std::string advice(const Programme& programme) {
  const std::string zone = zone_of_city(programme.city);
  return "say --timezone " + (zone.empty() ? std::string("with its name, such as Europe/Berlin") : zone);
}

}  // namespace

std::optional<Zone> chosen_zone(const Programme& programme, std::uint32_t file, Diagnostics& diagnostics) {
  if (programme.zone) return programme.zone;
  const Location nowhere{file, 0, 0, 1};
  const auto guess = [&](const std::optional<Zone>& zone, const std::string& why) {
    diagnostics.push_back(
        {Code::guessed_zone, nowhere, why + "; its zone is taken to be " + zone->name(), {}, advice(programme), 1});
    return zone;
  };
  const auto clock_of_its_own = [](const ProgrammeEvent& event) { return !event.start.instant && !event.all_day; };
  const bool floating = std::any_of(programme.events.begin(), programme.events.end(), clock_of_its_own);
  if (programme.universal && !floating) return guess(find_zone("Etc/UTC"), "the file gives times in UTC only");
  if (programme.offsets.size() == 1 && !floating) {
    const std::optional<Zone> zone = zone_of_offset(programme.offsets.front());
    if (zone) return guess(zone, "the file gives times by their offset from UTC only");
  }
  diagnostics.push_back({Code::no_programme_zone,
                         nowhere,
                         "the file does not say in which time zone its times are",
                         {},
                         advice(programme),
                         1});
  return std::nullopt;
}

}  // namespace plancover
