#include "plancover/report/text_by_day.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plancover/report/text_width.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

constexpr std::size_t text_column = 15;  // after "  09:30-12:30  "

Ink ink_of(const SeatView& seat) {
  if (seat.open_required > 0) return Ink::red;
  return seat.occupants.empty() ? Ink::dim : Ink::plain;
}

/// The first line has what and where at the left, the tier at the right margin; a title that wraps stays under itself.
std::string heading_of(const Conference& conference, const SessionView& shown, const TextStyle& style) {
  const Session& session = conference.sessions[shown.session];
  std::string right(to_string(session.priority.value));
  if (session.cancelled) right = "cancelled";
  if (shown.history) right += ", past";
  std::string title = session_title(conference, session);
  if (!session.room.empty()) title += ", " + session.room;
  const Day date = date_of(conference, session);  // the column of times has no room for another day
  if (date != session.day) title += ", on " + day_text(date).substr(0, 3);
  const std::size_t whole = std::max<std::size_t>(style.width - text_column - text_width(right) - 2, 20);
  // Beside a long id a title would be a tall, thin column: then it stands under the id.
  const std::size_t id_width = text_width(session.id) + 2;
  const std::size_t hang = id_width <= whole / 2 ? id_width : 0;
  std::vector<std::string> lines = wrapped(printable(title), whole - hang);
  if (hang > 0) {
    lines.front().insert(0, session.id + "  ");
  } else {
    lines.insert(lines.begin(), session.id);
  }
  std::string text = "  " + pad_right(span_text(conference.zone, session.time.value), text_column - 4) + "  ";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) text += std::string(text_column + hang, ' ');
    text += painted(style, Ink::bold, lines[i]);
    if (i == 0) {
      text += std::string(whole + 2 - std::min(whole, text_width(lines[i])), ' ');
      text += painted(style, session.cancelled || shown.history ? Ink::dim : Ink::plain, right);
    }
    text += "\n";
  }
  return text;
}

std::string seats_of(const Conference& conference, const SessionView& shown, const TextStyle& style) {
  std::size_t role_width = 5;
  for (const SeatView& seat : shown.seats)
    role_width = std::max(role_width, text_width(conference.roles[seat.role].id));
  const std::size_t name_column = text_column + role_width + 2;
  std::string text;
  for (const SeatView& seat : shown.seats) {
    std::string line = std::string(text_column, ' ') + pad_right(conference.roles[seat.role].id, role_width) + "  ";
    const std::size_t room = std::max<std::size_t>(style.width > name_column ? style.width - name_column : 0, 20);
    for (const std::string& part : wrapped(printable(seat_text(conference, seat)), room)) {
      text += line + painted(style, ink_of(seat), part) + "\n";
      line = std::string(name_column, ' ');
    }
  }
  return text;
}

}  // namespace

std::string text_heading(const Conference& conference, const TextStyle& style) {
  return painted(style, Ink::bold, printable(conference.name)) + ", times in " + conference.zone.name() + "\n";
}

std::string text_by_day(const Conference& conference, const PlanView& plan, const TextStyle& style) {
  if (plan.sessions.empty()) return "no sessions to show\n";
  std::string text;
  std::optional<Day> day;
  for (const SessionView& shown : plan.sessions) {
    const Session& session = conference.sessions[shown.session];
    if (!day || *day != session.day) {
      if (day) text += "\n";
      day = session.day;
      text += painted(style, Ink::bold, day_text(*day)) + "\n";
    }
    text += heading_of(conference, shown, style);
    text += seats_of(conference, shown, style);
  }
  return text;
}

}  // namespace plancover
