#include "plancover/model/events.hpp"

#include <algorithm>
#include <string>

#include "plancover/model/eligibility.hpp"

namespace plancover {

namespace {

std::vector<Window> values_of(const std::vector<Sourced<Window>>& windows) {
  std::vector<Window> values;
  values.reserve(windows.size());
  for (const Sourced<Window>& each : windows) values.push_back(each.value);
  return values;
}

void travel(Attendee& attendee, const Arrival* arrival, const Leaving* leaving) {
  const auto arrives = arrival != nullptr ? std::optional{arrival->when} : std::nullopt;
  const auto leaves = leaving != nullptr ? std::optional{leaving->when} : std::nullopt;
  std::vector<Sourced<Window>> changed;
  for (const WindowLeft& left : windows_left(attendee.available, arrives, leaves)) {
    const Sourced<Window>& was = attendee.available[left.index];
    Location where = was.where;
    if (left.value.from != was.value.from) where = arrival->where;
    if (left.value.until != was.value.until) where = leaving->where;
    changed.push_back({left.value, where});
  }
  attendee.available = std::move(changed);
}

const Leaving* leaving_of(AttendeeIndex attendee, const Events& events) {
  const auto found = std::find_if(events.leavings.begin(), events.leavings.end(),
                                  [&](const Leaving& each) { return each.attendee == attendee; });
  return found == events.leavings.end() ? nullptr : &*found;
}

/// The event that touched the attendee or the session, for the note of a pin.
Location event_of(const Pin& pin, const Events& events) {
  for (const Cancellation& each : events.cancellations) {
    if (each.session == pin.session) return each.where;
  }
  for (const Absence& each : events.absences) {
    if (each.attendee == pin.attendee) return each.where;
  }
  for (const Leaving& each : events.leavings) {
    if (each.attendee == pin.attendee) return each.where;
  }
  for (const Arrival& each : events.arrivals) {
    if (each.attendee == pin.attendee) return each.where;
  }
  return {};
}

}  // namespace

std::vector<WindowLeft> windows_left(const std::vector<Sourced<Window>>& windows, std::optional<Instant> arrival,
                                     std::optional<Instant> leaving) {
  std::vector<WindowLeft> left;
  for (std::size_t i = 0; i < windows.size(); ++i) left.push_back({i, windows[i].value});
  if (left.empty()) return left;
  if (arrival) {
    const auto first = std::min_element(
        left.begin(), left.end(), [](const WindowLeft& a, const WindowLeft& b) { return a.value.from < b.value.from; });
    first->value.from = std::min(first->value.from, *arrival);
    std::erase_if(left, [&](const WindowLeft& each) { return each.value.until <= *arrival; });
    for (WindowLeft& each : left) each.value.from = std::max(each.value.from, *arrival);
  }
  if (leaving && !left.empty()) {
    const auto last = std::max_element(left.begin(), left.end(), [](const WindowLeft& a, const WindowLeft& b) {
      return a.value.until < b.value.until;
    });
    last->value.until = std::max(last->value.until, *leaving);
    std::erase_if(left, [&](const WindowLeft& each) { return each.value.from >= *leaving; });
    for (WindowLeft& each : left) each.value.until = std::min(each.value.until, *leaving);
  }
  return left;
}

void settle_windows(Attendee& attendee) {
  const std::vector<Window> taken = values_of(attendee.unavailable);
  attendee.on_site_windows = without(values_of(attendee.available), taken);
  attendee.remote_windows.clear();
  if (attendee.remote) attendee.remote_windows = without(values_of(attendee.remote->available), taken);
}

Conference after_events(Conference conference, const Events& events) {
  for (const Arrival& arrival : events.arrivals) {
    travel(conference.attendees[arrival.attendee], &arrival, leaving_of(arrival.attendee, events));
  }
  for (const Leaving& leaving : events.leavings) {
    const bool arrives_too = std::any_of(events.arrivals.begin(), events.arrivals.end(),
                                         [&](const Arrival& each) { return each.attendee == leaving.attendee; });
    if (!arrives_too) travel(conference.attendees[leaving.attendee], nullptr, &leaving);
  }
  for (const Absence& each : events.absences) {
    conference.attendees[each.attendee].unavailable.push_back({each.time, each.where});
  }
  for (Attendee& attendee : conference.attendees) settle_windows(attendee);
  for (const Cancellation& each : events.cancellations) conference.sessions[each.session].cancelled = true;
  return conference;
}

PinsLeft pins_left(const Conference& today, const Past& past, const Events& events) {
  PinsLeft left;
  for (const Pin& pin : today.pinned) {
    const Session& session = today.sessions[pin.session];
    const bool possible = candidate(today, pin.attendee, pin.session, pin.role).has_value();
    const Location event = event_of(pin, events);
    const bool cancelled_today = std::any_of(events.cancellations.begin(), events.cancellations.end(),
                                             [&](const Cancellation& each) { return each.session == pin.session; });
    if (session.cancelled ? !cancelled_today : possible) {
      left.kept.push_back(pin);
      continue;
    }
    if (past.is_history(session) && !session.cancelled) {
      left.dropped.push_back(pin);
      continue;
    }
    const bool held = std::any_of(past.previous.begin(), past.previous.end(), [&](const Assignment& a) {
      return a.session == pin.session && a.role == pin.role && a.attendee == pin.attendee;
    });
    const std::string what = "attendee '" + today.attendees[pin.attendee].id + "' is pinned in session '" + session.id +
                             "' as '" + today.roles[pin.role].id + "'";
    std::vector<Note> notes;
    if (event.known()) notes.push_back({"the event of the day", event});
    if (session.cancelled) {
      left.diagnostics.push_back({Code::pin_dropped,
                                  pin.where,
                                  "the pin is dropped: " + what + ", which is cancelled",
                                  std::move(notes),
                                  {},
                                  1});
      left.kept.push_back(pin);
    } else if (held) {
      left.diagnostics.push_back({Code::pin_dropped, pin.where, "the pin is dropped: " + what + " and cannot be there",
                                  std::move(notes), "take the pin out of the file", 1});
      left.dropped.push_back(pin);
    } else {
      left.diagnostics.push_back({Code::pin_presence, pin.where, what + " and cannot be there (rule 2)",
                                  std::move(notes), "the previous plan does not hold it; take the pin out", 1});
      left.dropped.push_back(pin);
    }
  }
  return left;
}

}  // namespace plancover
