// Being there: longer windows and hours, badges, and a pin where only the pinned get in.
#include <algorithm>

#include "plancover/insight/changes_for.hpp"

namespace plancover {

namespace {

using ChangeKind = InputChange::Kind;

InputChange change_of(ChangeKind kind, AttendeeIndex attendee, Location where) {
  InputChange change;
  change.kind = kind;
  change.attendee = attendee;
  change.where = where;
  return change;
}

void add_window(ChangeKind kind, AttendeeIndex attendee, const Sourced<Window>& window, const Window& time,
                std::vector<InputChange>& found) {
  if (window.value.empty() || contains(window.value, time)) return;
  InputChange change = change_of(kind, attendee, window.where);
  change.before = window.value;
  change.after = {std::min(window.value.from, time.from), std::max(window.value.until, time.until)};
  change.size = (change.after.length() - change.before.length()).count();
  found.push_back(change);
}

/// The hours reach out from one end or the other; the shorter way comes first by its size.
void add_hours(AttendeeIndex attendee, const Remote& remote, const Window& time, std::vector<InputChange>& found) {
  if (!remote.hours) return;
  const Minutes day{24 * 60};
  const DailyHours hours = remote.hours->value;
  const LocalTime first = to_local(remote.zone, time.from);
  const LocalTime last = to_local(remote.zone, time.until);
  const Minutes into = ((first - std::chrono::floor<std::chrono::days>(first)) - hours.from + 2 * day) % day;
  const Minutes length = std::max(last - first, time.length());
  const Minutes stretch = hours.until - hours.from;
  const auto add = [&](DailyHours wider) {
    if (wider.until - wider.from > day || wider.until - wider.from <= stretch) return;
    InputChange change = change_of(ChangeKind::daily_hours, attendee, remote.hours->where);
    change.hours = wider;
    change.size = (wider.until - wider.from - stretch).count();
    found.push_back(change);
  };
  add({hours.from, hours.from + into + length});
  const Minutes earlier = day - into;  // from the session's start to the next begin of the hours
  DailyHours before{hours.from - earlier, std::max(hours.until, hours.from - earlier + length)};
  if (before.from < Minutes{0}) before = {before.from + day, before.until + day};
  add(before);
}

bool holds(const std::vector<Sourced<std::string>>& held, const std::string& word) {
  return std::any_of(held.begin(), held.end(), [&](const auto& each) { return each.value == word; });
}

}  // namespace

std::vector<InputChange> changes_of_presence(const Conference& conference, AttendeeIndex attendee, SeatKey seat) {
  const Attendee& who = conference.attendees[attendee];
  const Session& session = conference.sessions[seat.session];
  const Window& time = session.time.value;
  std::vector<InputChange> found;
  for (const auto& window : who.available) add_window(ChangeKind::on_site_window, attendee, window, time, found);
  if (who.remote) {
    for (const auto& window : who.remote->available) {
      add_window(ChangeKind::remote_window, attendee, window, time, found);
    }
    add_hours(attendee, *who.remote, time, found);
  }
  for (const auto& window : who.unavailable) {
    if (!overlap(window.value, time)) continue;
    InputChange change = change_of(ChangeKind::unavailable, attendee, window.where);
    change.before = window.value;
    change.after = {std::max(window.value.from, time.from), std::min(window.value.until, time.until)};
    change.size = change.after.length().count();
    found.push_back(change);
  }
  std::vector<std::string> badges = session.admits.value.badges;
  const auto& more = session.webcast.value.badges;
  badges.insert(badges.end(), more.begin(), more.end());
  std::sort(badges.begin(), badges.end());
  badges.erase(std::unique(badges.begin(), badges.end()), badges.end());
  for (const std::string& badge : badges) {
    if (holds(who.badges, badge)) continue;
    InputChange change = change_of(ChangeKind::badge, attendee, who.where);
    change.word = badge;
    found.push_back(change);
  }
  if (session.admits.value.kind == Door::Kind::pinned) {
    InputChange change = change_of(ChangeKind::pin_added, attendee, session.admits.where);
    change.session = seat.session;
    change.role = seat.role;
    found.push_back(change);
  }
  return found;
}

}  // namespace plancover
