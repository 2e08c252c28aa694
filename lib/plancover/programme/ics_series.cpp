#include "plancover/programme/ics_series.hpp"

#include <algorithm>

#include "plancover/input/context.hpp"
#include "plancover/input/parse_time.hpp"
#include "plancover/programme/stamps.hpp"

namespace plancover {

namespace {

constexpr Minutes whole_day{24 * 60};

std::optional<Stamp> stamp_of(ProgrammeReader& reader, const IcsProperty& property, std::string_view what) {
  std::optional<Stamp> stamp = parse_stamp(property.value);
  if (!stamp) {
    std::string message(what);
    reader.say(Code::bad_programme_time, property.where, message + " cannot be read: " + quote(property.value),
               "an iCalendar time is 20141029T093000, with Z at its end in universal time");
  }
  return stamp;
}

}  // namespace

IcsClocks::IcsClocks(ProgrammeReader& reader, const IcsCalendar& calendar, std::optional<Zone> floating)
    : reader_(reader), calendar_(calendar), floating_(floating) {}

IcsClock IcsClocks::clock_of(const IcsProperty& property, bool universal) {
  if (universal) return {Zone{}, nullptr};
  if (property.tzid.empty()) return {floating_, nullptr};
  const auto known = found_.find(property.tzid);
  if (known != found_.end()) return known->second;
  return found_[property.tzid] = find(property);
}

IcsClock IcsClocks::find(const IcsProperty& property) {
  if (std::optional<Zone> zone = zone_of_tzid(property.tzid)) return {zone, nullptr};
  const auto own = calendar_.zones.find(property.tzid);
  if (own != calendar_.zones.end()) {
    if (std::optional<Zone> zone = zone_of_tzid(own->second.location)) return {zone, nullptr};
    const std::optional<Stamp> used = parse_stamp(property.value);
    const Day near = used ? used->day : Day{};
    IcsOffsets offsets = offsets_of(own->second, near, near + std::chrono::days{800});
    if (!offsets.changes.empty()) return {std::nullopt, &(offsets_[property.tzid] = std::move(offsets))};
  }
  const std::string city = zone_of_city(property.tzid);
  reader_.say(Code::bad_programme_zone, property.where,
              "no time zone is called " + quote(property.tzid) + "; its times are taken for those of the conference",
              city.empty() ? "" : "it may be " + city);
  return {floating_, nullptr};
}

std::optional<IcsSpan> ics_span(ProgrammeReader& reader, IcsClocks& clocks, const IcsEvent& event) {
  if (!event.start) {
    reader.say(Code::bad_programme_time, event.where, "an event without DTSTART is left out");
    return std::nullopt;
  }
  const std::optional<Stamp> start = stamp_of(reader, *event.start, "the start");
  if (!start) return std::nullopt;
  IcsSpan span;
  span.clock = clocks.clock_of(*event.start, start->offset.has_value());
  span.start = start->wall();
  span.all_day = !start->clock;
  if (event.duration && !event.end) {
    const std::optional<Minutes> length = parse_length(event.duration->value);
    if (!length) {
      reader.say(Code::bad_programme_time, event.duration->where,
                 "the duration cannot be read: " + quote(event.duration->value), "PT1H30M is an hour and a half");
      return std::nullopt;
    }
    span.length = *length;
  } else if (event.end) {
    const std::optional<Stamp> end = stamp_of(reader, *event.end, "the end");
    if (!end) return std::nullopt;
    const IcsClock clock = clocks.clock_of(*event.end, end->offset.has_value());
    const LocalTime wall = end->wall() + Minutes{end->seconds ? 1 : 0};  // an Instant is a minute; ends are rounded up
    const bool walls = span.all_day || clock.floating() || span.clock.floating();
    span.length = walls ? wall - span.start : clock.to_instant(wall) - span.clock.to_instant(span.start);
  } else {
    span.length = span.all_day ? whole_day : Minutes{0};
  }
  if (span.all_day) span.length = std::max(whole_day, span.length - span.length % whole_day);
  if (span.length < Minutes{0}) {
    reader.say(Code::bad_programme_time, event.end ? event.end->where : event.start->where,
               "this event ends before it begins and is left out", "", {{"it begins here", event.start->where}});
    return std::nullopt;
  }
  return span;
}

IcsTimes ics_times(ProgrammeReader& reader, IcsClocks& clocks, const IcsProperty& property, const IcsClock& clock) {
  constexpr std::size_t most = 10'000;
  IcsTimes times;
  std::string_view rest = property.value;
  while (!rest.empty() && times.walls.size() < most) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    // Of a period, its start.
    const std::string_view part = trimmed(rest.substr(0, std::min(comma, rest.find('/'))));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    const std::optional<Stamp> stamp =
        stamp_of(reader, {std::string(part), property.tzid, property.where}, "this time");
    if (!stamp) continue;
    times.dates = times.dates || !stamp->clock;
    LocalTime wall = stamp->wall();
    if (stamp->clock && !clock.floating()) {
      const IcsClock own = clocks.clock_of(property, stamp->offset.has_value());
      if (!own.floating()) wall = clock.to_wall(own.to_instant(wall));
    }
    times.walls.push_back(wall);
  }
  return times;
}

}  // namespace plancover
