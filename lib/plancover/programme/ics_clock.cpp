#include "plancover/programme/ics_clock.hpp"

#include <algorithm>

#include "plancover/programme/stamps.hpp"

namespace plancover {

namespace {

/// +0100, -0330, +010000.
std::optional<Minutes> utc_offset(std::string_view text) {
  if (text.size() != 5 && text.size() != 7) return std::nullopt;
  const std::optional<Minutes> clock = parse_wall_clock(text.substr(1, 4));
  if (!clock || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  return text[0] == '-' ? -*clock : *clock;
}

void add_changes(const IcsObservance& part, Day first, Day last, std::vector<IcsOffsets::Change>& changes) {
  const std::optional<Stamp> start = parse_stamp(part.start);
  const std::optional<Minutes> before = utc_offset(part.offset_from);
  const std::optional<Minutes> after = utc_offset(part.offset_to);
  if (!start || !after) return;
  const auto add = [&](LocalTime onset) { changes.push_back({onset, before.value_or(*after), *after}); };
  add(start->wall());
  if (part.rule.empty()) return;
  const auto read = parse_recurrence(part.rule);
  const auto* rule = std::get_if<RecurrenceRule>(&read);
  if (rule == nullptr || rule->count) return;
  LocalTime end = LocalTime{last};
  if (const std::optional<Stamp> until = parse_stamp(rule->until))
    end = std::min(end, until->wall() + Minutes{24 * 60});
  // Many rules begin in 1601 or 1970; their years alike, the walk may begin near the conference.
  const std::chrono::year_month_day written{start->day};
  const std::chrono::year near = std::chrono::year_month_day{first}.year() - std::chrono::years{1};
  Day from = start->day;
  if (near > written.year() && rule->interval == 1 && rule->unit == RecurrenceRule::Unit::year) {
    from = Day{near / std::chrono::January / 1};
  }
  RecurrenceRule yearly = *rule;
  if (yearly.weekdays.empty() && yearly.month_days.empty()) {
    yearly.month_days = {static_cast<int>(static_cast<unsigned>(written.day()))};
  }
  if (yearly.months.empty()) yearly.months = {static_cast<int>(static_cast<unsigned>(written.month()))};
  std::size_t work = 20'000;
  const std::vector<LocalTime> found =
      occurrences(yearly, LocalTime{from} + start->clock.value_or(Minutes{0}), end, 200, work).starts;
  for (std::size_t i = 1; i < found.size(); ++i) add(found[i]);  // the first is `from`, which is no change
}

}  // namespace

IcsOffsets offsets_of(const IcsZone& zone, Day first, Day last) {
  IcsOffsets offsets;
  for (const IcsObservance& part : zone.observances) add_changes(part, first, last, offsets.changes);
  std::sort(offsets.changes.begin(), offsets.changes.end(),
            [](const auto& a, const auto& b) { return a.onset < b.onset; });
  return offsets;
}

Instant IcsClock::to_instant(LocalTime wall) const {
  if (zone) return to_instant_leniently(*zone, wall);
  Minutes offset = offsets->changes.front().before;
  for (const IcsOffsets::Change& change : offsets->changes) {
    if (wall >= change.onset) offset = change.after;
  }
  return Instant{wall.time_since_epoch() - offset};
}

LocalTime IcsClock::to_wall(Instant instant) const {
  if (zone) return to_local(*zone, instant);
  Minutes offset = offsets->changes.front().before;
  for (const IcsOffsets::Change& change : offsets->changes) {
    if (instant >= Instant{change.onset.time_since_epoch() - change.before}) offset = change.after;
  }
  return LocalTime{instant.time_since_epoch() + offset};
}

std::optional<Zone> zone_of_tzid(std::string_view tzid) {
  // "/freeassociation.sourceforge.net/Europe/Berlin": what the zone is called stands at the end.
  for (std::string_view name = tzid; !name.empty();) {
    if (std::optional<Zone> zone = find_zone(name)) return zone;
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos) break;
    name.remove_prefix(slash + 1);
  }
  const std::string_view windows = zone_of_windows(tzid);
  return windows.empty() ? std::nullopt : find_zone(windows);
}

}  // namespace plancover
