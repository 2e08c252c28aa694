#include <algorithm>

#include "plancover/input/context.hpp"
#include "plancover/programme/settle_parts.hpp"

namespace plancover {

namespace {

constexpr Minutes day_length{24 * 60};

bool exists_once(const Zone& zone, LocalTime time) {
  return std::holds_alternative<Instant>(to_instant(zone, time));
}

/// A planning file writes wall-clock times, and none that a clock change skips or doubles:
/// the next time in that direction that exists once.
LocalTime nearest_clear(const Zone& zone, LocalTime time, Minutes step) {
  constexpr int longest_change = 26 * 60;
  for (int i = 0; i < longest_change && !exists_once(zone, time); ++i) time += step;
  return time;
}

Day day_of(LocalTime time) {
  return std::chrono::floor<std::chrono::days>(time);
}

struct Stretch {
  LocalTime from{};
  LocalTime until{};
};

/// From one change of days to the next; the night between two days goes with neither.
std::vector<Stretch> days_of(const Stretch& whole, Minutes change) {
  constexpr std::size_t most = 366;
  std::vector<Stretch> days;
  LocalTime from = whole.from;
  while (from < whole.until && days.size() < most) {
    const Day date = day_of(from);
    const LocalTime midnight = LocalTime{date + std::chrono::days{1}};
    LocalTime until = std::min(whole.until, midnight);
    // Where it all ends in the night that follows, that night is part of the last day.
    if (whole.until > midnight && whole.until <= midnight + change && whole.until - from < day_length)
      until = whole.until;
    days.push_back({from, until});
    from = until == whole.until ? until : midnight + change;
  }
  return days;
}

}  // namespace

std::vector<TimetableSession> pieces_of(const ProgrammeEvent& event, const Timetable& timetable, std::uint32_t,
                                        Diagnostics& diagnostics) {
  const auto say = [&](Code code, std::string message) {
    diagnostics.push_back({code, event.where, std::move(message), {}, {}, 1});
  };
  const std::string called = event.title.empty() ? quote(event.key) : quote(event.title);
  if (event.length == Minutes{0}) {
    say(Code::session_without_length, "the session " + called + " has no length and is left out");
    return {};
  }
  const Minutes change = timetable.day_change.value_or(Minutes{4 * 60});
  const auto wall = [&](Minutes after) {
    return event.start.instant ? to_local(timetable.zone, *event.start.instant + after) : event.start.wall + after;
  };
  Stretch whole{wall(Minutes{0}), wall(event.length)};
  // A day in a calendar is the day people live, which begins when the night is over.
  if (event.all_day) whole.from += change;
  const Stretch clear{nearest_clear(timetable.zone, whole.from, Minutes{-1}),
                      nearest_clear(timetable.zone, whole.until, Minutes{1})};
  if (clear.from != whole.from || clear.until != whole.until || clear.until <= clear.from) {
    say(Code::clock_change_widened, "the clock is changed during the session " + called + ": it is written as " +
                                        to_string(clear.from) + " to " +
                                        to_string(std::max(clear.until, clear.from + Minutes{1})));
  }
  whole = {clear.from, std::max(clear.until, clear.from + Minutes{1})};
  std::vector<Stretch> stretches{whole};
  if (whole.until - whole.from >= day_length &&
      (whole.until - whole.from > day_length || day_of(whole.from) != whole.from)) {
    stretches = days_of(whole, change);
    say(Code::session_of_days, "the session " + called + " is longer than a day and becomes " +
                                   std::to_string(stretches.size()) + " sessions");
  }
  std::vector<TimetableSession> pieces;
  for (const Stretch& each : stretches) {
    TimetableSession piece;
    piece.name = event.title;
    piece.room = event.room;
    piece.track = event.track;
    piece.languages = event.languages;
    piece.day = day_of(each.from);
    piece.from = each.from - LocalTime{piece.day};
    piece.until = each.until - LocalTime{piece.day};
    piece.cancelled = event.cancelled;
    piece.all_day = event.all_day;
    piece.where = event.where;
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace plancover
