#include "plancover/report/words.hpp"

#include <fmt/format.h>

namespace plancover {

std::string day_text(Day day) {
  constexpr const char* names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return fmt::format("{} {}", names[std::chrono::weekday{day}.c_encoding()], to_string(day));
}

std::string span_text(const Zone& zone, const Window& time) {
  return clock_text(to_local(zone, time.from)) + "-" + clock_text(to_local(zone, time.until));
}

Day date_of(const Conference& conference, const Session& session) {
  return std::chrono::floor<std::chrono::days>(to_local(conference.zone, session.time.value.from));
}

std::string span_under_day(const Conference& conference, const Session& session) {
  const Day date = date_of(conference, session);
  return (date == session.day ? "" : day_text(date).substr(0, 4)) + span_text(conference.zone, session.time.value);
}

std::string session_title(const Conference& conference, const Session& session) {
  const std::string& committee = conference.committees[session.committee].name;
  if (session.name.empty() || session.name == session.id) return committee;
  return committee + ", " + session.name;
}

std::string attendee_label(const Attendee& attendee) {
  if (attendee.name.empty() || attendee.name == attendee.id) return attendee.id;
  return fmt::format("{} ({})", attendee.name, attendee.id);
}

std::string occupant_label(const Conference& conference, const Occupant& occupant) {
  const Attendee& attendee = conference.attendees[occupant.attendee];
  if (occupant.presence == Presence::on_site) return attendee_label(attendee);
  if (attendee.name.empty() || attendee.name == attendee.id) return attendee.id + " (remote)";
  return fmt::format("{} ({}, remote)", attendee.name, attendee.id);
}

std::string seat_text(const Conference& conference, const SeatView& seat) {
  std::string text;
  for (const Occupant& occupant : seat.occupants) {
    if (!text.empty()) text += ", ";
    text += occupant_label(conference, occupant);
  }
  const auto add = [&](int open, std::string_view one) {
    if (open == 0) return;
    if (!text.empty()) text += ", ";
    if (open > 1) text += fmt::format("{} ", open);
    text += one;
  };
  add(seat.open_required, "EMPTY");
  add(seat.open_optional, "empty (optional)");
  return text.empty() ? "nobody" : text;
}

std::string seats_text(const Conference& conference, const SessionView& session) {
  std::string text;
  for (const SeatView& seat : session.seats) {
    if (!text.empty()) text += "; ";
    text += conference.roles[seat.role].id + " " + seat_text(conference, seat);
  }
  return text;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace plancover
