#include "plancover/programme/frab_event.hpp"

#include <algorithm>

#include "plancover/input/context.hpp"
#include "plancover/programme/stamps.hpp"

namespace plancover {

namespace {

constexpr Minutes usual_day_change{4 * 60};
constexpr Minutes noon{12 * 60};

/// `de`, `de-formal` and `de_CH` are `de`; words are no codes and are dropped.
std::string language_code(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') {
      code += c;
    } else if (c >= 'A' && c <= 'Z') {
      code += static_cast<char>(c - 'A' + 'a');
    } else {
      break;
    }
  }
  return code.size() == 2 || code.size() == 3 ? code : std::string{};
}

}  // namespace

void FrabReader::conference(const FrabConference& conference) {
  Programme& programme = reader_.programme;
  programme.name = one_line(conference.title.value);
  programme.city = one_line(conference.city);
  const auto day_of = [&](const FrabText& text) -> std::optional<Day> {
    if (text.value.empty()) return std::nullopt;
    const std::optional<Stamp> stamp = parse_stamp(text.value);
    if (stamp) return stamp->day;
    reader_.say(Code::bad_programme_time, text.where, "this day cannot be read: " + quote(text.value),
                "the days of the sessions are taken");
    return std::nullopt;
  };
  programme.first_day = day_of(conference.start);
  programme.last_day = day_of(conference.end);
  if (!conference.day_change.value.empty()) {
    day_change_ = parse_wall_clock(conference.day_change.value);
    if (!day_change_) {
      reader_.say(Code::bad_programme_time, conference.day_change.where,
                  "the change of days cannot be read: " + quote(conference.day_change.value), "04:00 is taken");
    }
    change_given_ = day_change_.has_value();
    if (day_change_ && *day_change_ != usual_day_change) programme.day_change = day_change_;
  }
  if (conference.zone.value.empty()) return;
  programme.zone = find_zone(conference.zone.value);
  if (programme.zone) return;
  const std::string city = zone_of_city(conference.zone.value);
  reader_.say(Code::bad_programme_zone, conference.zone.where, "no time zone is called " + quote(conference.zone.value),
              city.empty() ? "say which one with --timezone" : "it may be " + city);
}

void FrabReader::day(const FrabDay& day) {
  today_.reset();
  if (!day.date.value.empty()) {
    const std::optional<Stamp> stamp = parse_stamp(day.date.value);
    if (stamp) today_ = stamp->day;
    if (!stamp) {
      reader_.say(Code::bad_programme_time, day.date.where, "this day cannot be read: " + quote(day.date.value));
    }
  }
  if (change_given_) return;
  // A day that lasts into the next morning changes when it ends.
  day_change_.reset();
  const std::optional<Stamp> end = parse_stamp(day.end.value);
  if (today_ && end && end->clock && end->day > *today_ && *end->clock <= noon) day_change_ = end->clock;
}

std::optional<ProgrammeTime> FrabReader::start_of(const FrabEvent& event) {
  ProgrammeTime start;
  const std::optional<Stamp> date = parse_stamp(event.date.value);
  if (!event.date.value.empty() && !date) {
    reader_.say(Code::bad_programme_time, event.date.where, "the date cannot be read: " + quote(event.date.value),
                "a date is 2014-12-27T11:00:00+01:00");
    return std::nullopt;
  }
  if (date && date->clock) {
    start.wall = date->wall();
    if (date->offset) {
      reader_.see_offset(*date->offset);
      start.instant = Instant{date->wall().time_since_epoch() - *date->offset};
    }
    return start;
  }
  const std::optional<Minutes> clock = parse_wall_clock(event.start.value);
  const std::optional<Day> day = date ? std::optional(date->day) : today_;
  if (!clock || !day) {
    const bool no_clock = !clock;
    reader_.say(Code::bad_programme_time, event.start.where.known() ? event.start.where : event.where,
                !no_clock                   ? "an event without a day is left out"
                : event.start.value.empty() ? "an event without a start is left out"
                                            : "the start cannot be read: " + quote(event.start.value));
    return std::nullopt;
  }
  // After midnight, and yet of the day that began the morning before.
  const bool next = *clock < day_change_.value_or(usual_day_change);
  start.wall = LocalTime{*day + std::chrono::days{next ? 1 : 0}} + *clock;
  return start;
}

std::optional<Minutes> FrabReader::length_of(const FrabEvent& event, const ProgrammeTime& start) {
  if (!event.duration.value.empty()) {
    const std::optional<Minutes> length = parse_length(event.duration.value);
    if (length) return length;
    reader_.say(Code::bad_programme_time, event.duration.where,
                "the duration cannot be read: " + quote(event.duration.value), "0:30 and 01:30 are durations");
    return std::nullopt;
  }
  const std::optional<Stamp> end = parse_stamp(event.end.value);
  if (end && end->clock) {
    const bool universal = end->offset && start.instant;
    const Minutes length =
        universal ? Instant{end->wall().time_since_epoch() - *end->offset} - *start.instant : end->wall() - start.wall;
    if (length >= Minutes{0}) return length + Minutes{end->seconds ? 1 : 0};
  }
  reader_.say(Code::bad_programme_time, event.end.where.known() ? event.end.where : event.where,
              event.end.value.empty() ? "an event without a duration is left out"
                                      : "the end cannot be read or is before the start: " + quote(event.end.value));
  return std::nullopt;
}

void FrabReader::event(const FrabEvent& event) {
  const std::optional<ProgrammeTime> start = start_of(event);
  if (!start) return;
  const std::optional<Minutes> length = length_of(event, *start);
  if (!length) return;
  ProgrammeEvent made;
  // The number is what people know an event by; it is unique in all but files joined from several.
  made.key = !event.id.empty() ? event.id : !event.guid.empty() ? event.guid : event.slug;
  made.title = event.title.value;
  made.room = event.room;
  made.track = event.track;
  std::string language = language_code(event.language);
  if (!language.empty()) made.languages.push_back(std::move(language));
  made.start = *start;
  made.length = *length;
  const std::string& status = event.status;
  made.cancelled = status == "cancelled" || status == "canceled" || status == "withdrawn";
  made.where = event.where;
  reader_.add(std::move(made));
}

}  // namespace plancover
