#include "plancover/insight/input_change.hpp"

#include <algorithm>
#include <stdexcept>

namespace plancover {

namespace {

using Kind = InputChange::Kind;

std::vector<Window> values(const std::vector<Sourced<Window>>& windows) {
  std::vector<Window> plain;
  plain.reserve(windows.size());
  for (const auto& window : windows) plain.push_back(window.value);
  return plain;
}

void remake_windows(Attendee& attendee) {
  const std::vector<Window> taken = values(attendee.unavailable);
  attendee.on_site_windows = without(values(attendee.available), taken);
  if (attendee.remote) attendee.remote_windows = without(values(attendee.remote->available), taken);
}

void replace(std::vector<Sourced<Window>>& windows, const InputChange& change) {
  const auto found = std::find_if(windows.begin(), windows.end(), [&](const Sourced<Window>& window) {
    return window.value == change.before && window.where == change.where;
  });
  if (found == windows.end()) throw std::logic_error("a change names a window that is not there");
  found->value = change.after;
}

void cut(std::vector<Sourced<Window>>& windows, const InputChange& change) {
  std::vector<Sourced<Window>> left;
  for (const auto& window : windows) {
    if (window.value != change.before || window.where != change.where) {
      left.push_back(window);
      continue;
    }
    for (const Window& part : without({window.value}, {change.after})) left.push_back({part, window.where});
  }
  windows = std::move(left);
}

void lift_silence(Conference& conference, const InputChange& change) {
  for (Attendee& attendee : conference.attendees) {
    std::erase_if(attendee.silent_on,
                  [&](const auto& topic) { return topic.value == change.topic && topic.where == change.where; });
  }
}

void move(Conference& conference, const InputChange& change) {
  Session& session = conference.sessions[change.session];
  session.time.value = change.after;
  session.day = day_of(conference, change.after.from);
}

}  // namespace

Day day_of(const Conference& conference, Instant start) {
  return std::chrono::floor<std::chrono::days>(to_local(conference.zone, start) - conference.day_change);
}

void change_attendee(Attendee& attendee, const InputChange& change) {
  Limits& limits = attendee.limits;
  switch (change.kind) {
    case Kind::on_site_window:
      replace(attendee.available, change);
      return remake_windows(attendee);
    case Kind::remote_window:
      replace(attendee.remote.value().available, change);
      return remake_windows(attendee);
    case Kind::unavailable:
      cut(attendee.unavailable, change);
      return remake_windows(attendee);
    case Kind::daily_hours:
      attendee.remote.value().hours = {change.hours, change.where};
      return;
    case Kind::badge:
      attendee.badges.push_back({change.word, change.where});
      return;
    case Kind::ability:
      attendee.can.push_back({change.word, change.where});
      return;
    case Kind::language:
      attendee.languages.value().push_back(change.word);
      return;
    case Kind::expertise:
      attendee.expertise[change.topic] = static_cast<int>(change.amount);
      return;
    case Kind::sessions_per_day:
      limits.sessions_per_day = {static_cast<int>(change.amount), change.where};
      return;
    case Kind::hours_per_day:
      limits.hours_per_day = {Minutes{change.amount}, change.where};
      return;
    case Kind::hours:
      limits.hours = {Minutes{change.amount}, change.where};
      return;
    case Kind::rest:
      limits.rest = {Minutes{change.amount}, change.where};
      return;
    case Kind::silence:
    case Kind::pin_removed:
    case Kind::pin_added:
    case Kind::bar_removed:
    case Kind::moved:
      break;
  }
  throw std::logic_error("a change is not of one attendee");
}

Conference changed(const Conference& conference, const InputChange& change) {
  Conference result = conference;
  switch (change.kind) {
    case Kind::silence:
      lift_silence(result, change);
      break;
    case Kind::pin_removed:
      std::erase_if(result.pinned, [&](const Pin& pin) {
        return pin.attendee == change.attendee && pin.session == change.session && pin.role == change.role;
      });
      break;
    case Kind::pin_added:
      result.pinned.push_back({change.attendee, change.session, change.role, change.where});
      break;
    case Kind::bar_removed:
      std::erase_if(result.barred,
                    [&](const Bar& bar) { return bar.attendee == change.attendee && bar.where == change.where; });
      break;
    case Kind::moved:
      move(result, change);
      break;
    default:
      change_attendee(result.attendees[change.attendee], change);
  }
  return result;
}

}  // namespace plancover
