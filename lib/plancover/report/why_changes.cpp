// A change of the input as an order to the planner.
#include <fmt/format.h>

#include "plancover/report/why_words.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

std::string moment_text(const Zone& zone, Instant moment) {
  return to_string(to_local(zone, moment));
}

std::string window_change(const std::string& who, const Zone& zone, const InputChange& change, std::string_view here) {
  const bool earlier = change.after.from < change.before.from;
  const bool later = change.after.until > change.before.until;
  const std::string longer = to_string(Minutes{change.size}) + " longer";
  if (earlier && later) {
    return fmt::format("{} {} from {} to {}, {}", who, here, moment_text(zone, change.after.from),
                       moment_text(zone, change.after.until), longer);
  }
  if (earlier) return fmt::format("{} {} from {} on, {}", who, here, moment_text(zone, change.after.from), longer);
  return fmt::format("{} {} until {}, {}", who, here, moment_text(zone, change.after.until), longer);
}

std::string clock_of(Minutes minute) {
  return clock_text(LocalTime{minute % Minutes{24 * 60}});
}

}  // namespace

std::string change_text(const Conference& conference, const InputChange& change) {
  const Attendee* attendee =
      conference.attendees.contains(change.attendee) ? &conference.attendees[change.attendee] : nullptr;
  const std::string who = attendee == nullptr ? "" : attendee->id;
  const auto session = [&] { return conference.sessions[change.session].id; };
  const auto role = [&] { return conference.roles[change.role].id; };
  switch (change.kind) {
    case InputChange::Kind::on_site_window:
      return "have " + window_change(who, conference.zone, change, "on site");
    case InputChange::Kind::remote_window:
      return "have " + window_change(who, attendee->remote->zone, change, "follow from elsewhere");
    case InputChange::Kind::unavailable:
      return fmt::format("free {} from {} to {}", who, moment_text(conference.zone, change.after.from),
                         moment_text(conference.zone, change.after.until));
    case InputChange::Kind::daily_hours:
      return fmt::format("have {} follow at {}-{} on their own clock, {} longer", who, clock_of(change.hours.from),
                         clock_of(change.hours.until), to_string(Minutes{change.size}));
    case InputChange::Kind::badge:
      return fmt::format("get {} the badge {}", who, change.word);
    case InputChange::Kind::ability:
      return fmt::format("get {} the right to {}", who, change.word);
    case InputChange::Kind::silence:
      return fmt::format("lift the silence of {} on {}", who, conference.topics[change.topic].id);
    case InputChange::Kind::language:
      return fmt::format("have {} speak {}", who, change.word);
    case InputChange::Kind::expertise:
      return fmt::format("raise the expertise of {} in {} to {}", who, conference.topics[change.topic].id,
                         change.amount);
    case InputChange::Kind::sessions_per_day:
      return fmt::format("raise the limit of {} to {} a day", who, counted(change.amount, "session", "sessions"));
    case InputChange::Kind::hours_per_day:
      return fmt::format("raise the limit of {} to {} a day", who, to_string(Minutes{change.amount}));
    case InputChange::Kind::hours:
      return fmt::format("raise the limit of {} to {} in all", who, to_string(Minutes{change.amount}));
    case InputChange::Kind::rest:
      return fmt::format("lower the rest of {} to {}", who, to_string(Minutes{change.amount}));
    case InputChange::Kind::pin_removed:
      return fmt::format("remove the pin of {} as {} of {}", who, role(), session());
    case InputChange::Kind::pin_added:
      return fmt::format("pin {} as {} of {}", who, role(), session());
    case InputChange::Kind::bar_removed:
      return fmt::format("remove the bar of {}", who);
    case InputChange::Kind::moved:
      return fmt::format("move {} to {}", session(), span_text(conference.zone, change.after));
  }
  return "";
}

std::string change_word(InputChange::Kind kind) {
  switch (kind) {
    case InputChange::Kind::on_site_window:
      return "available";
    case InputChange::Kind::remote_window:
      return "remote";
    case InputChange::Kind::unavailable:
      return "unavailable";
    case InputChange::Kind::daily_hours:
      return "hours_of_day";
    case InputChange::Kind::badge:
      return "badge";
    case InputChange::Kind::ability:
      return "can";
    case InputChange::Kind::silence:
      return "silent_on";
    case InputChange::Kind::language:
      return "language";
    case InputChange::Kind::expertise:
      return "expertise";
    case InputChange::Kind::sessions_per_day:
      return "sessions_per_day";
    case InputChange::Kind::hours_per_day:
      return "hours_per_day";
    case InputChange::Kind::hours:
      return "hours";
    case InputChange::Kind::rest:
      return "rest";
    case InputChange::Kind::pin_removed:
      return "pin_removed";
    case InputChange::Kind::pin_added:
      return "pin_added";
    case InputChange::Kind::bar_removed:
      return "bar_removed";
    case InputChange::Kind::moved:
      return "moved";
  }
  return "";
}

}  // namespace plancover
