#include <fmt/format.h>

#include <algorithm>

#include "plancover/report/html_parts.hpp"
#include "plancover/report/print_size.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

std::string html_seats(const Conference& conference, const SessionView& shown) {
  std::string text;
  for (const SeatView& seat : shown.seats) {
    text += "<li>" + conference.roles[seat.role].id;
    std::string_view before = " ";
    for (const Occupant& occupant : seat.occupants) {
      const Attendee& attendee = conference.attendees[occupant.attendee];
      text += fmt::format("{}{}{}", before, html_apart(attendee.name.empty() ? attendee.id : attendee.name),
                          occupant.presence == Presence::remote ? " (remote)" : "");
      before = ", ";
    }
    if (seat.open_required > 0) {
      text += fmt::format("{}<span class=\"shout\">{}EMPTY</span>", before,
                          seat.open_required > 1 ? fmt::format("{} ", seat.open_required) : "");
      before = ", ";
    }
    if (seat.open_optional > 0) text += fmt::format("{}<span class=\"soft\">empty, optional</span>", before);
    text += "\n";
  }
  return text;
}

std::string html_session(const Conference& conference, const SessionView& shown, const std::string& area) {
  const Session& session = conference.sessions[shown.session];
  std::string attendees;
  for (const SeatView& seat : shown.seats) {
    for (const Occupant& occupant : seat.occupants) attendees += fmt::format("{} ", occupant.attendee.value);
  }
  std::string topics;
  for (const TopicIndex topic : session.topics.value) topics += fmt::format("{} ", topic.value);
  std::string classes(to_string(session.priority.value));
  if (session.cancelled || shown.history) classes += " off";
  if (shown.has_open_required()) classes += " gap";
  const std::string state = session.cancelled ? ", cancelled" : shown.history ? ", past" : "";
  return fmt::format(
      "<article id=\"s{}\" class=\"{}\" style=\"grid-area:{}\" data-a=\"{}\" data-c=\"{}\" data-t=\"{}\" data-d=\"{}\">"
      "<h3><time>{}</time> {}</h3><p>{}{} <span class=\"soft\">{}{}</span><ul>\n{}</ul></article>\n",
      shown.session.value, classes, area, attendees, session.committee.value, topics, to_string(session.day),
      span_under_day(conference, session), session.id, html_apart(session_title(conference, session)),
      session.room.empty() ? "" : ", " + html_apart(session.room), to_string(session.priority.value), state,
      html_seats(conference, shown));
}

}  // namespace

std::string html_day(const Conference& conference, const DayGrid& grid) {
  const std::vector<const SessionView*>& sessions = grid.sessions;
  const std::vector<Instant> times = moments_of(conference, grid);
  const auto row = [&](Instant time) {
    return static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), time) - times.begin());
  };

  std::string articles;
  std::vector<PrintedCell> cells;
  cells.reserve(sessions.size());
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const Window& time = conference.sessions[sessions[i]->session].time.value;
    const auto first = row(time.from);
    const auto last = row(time.until);
    const std::string article =
        html_session(conference, *sessions[i], fmt::format("{}/{}/{}", first + 2, grid.column_of[i] + 2, last + 2));
    cells.push_back({first, last - first, lines_in_markup(article)});
    articles += article;
  }
  const int size = print_size(grid.columns, times.size(), cells);
  std::string text = fmt::format(
      "<section class=\"day\" id=\"d{0}\"><h2>{1}</h2><div class=\"grid\" role=\"group\" aria-label=\"{1}\" "
      "tabindex=\"0\" style=\"--columns:{2};--print:{3}.{4}pt\">\n",
      to_string(grid.day), day_text(grid.day), grid.columns.size(), size / 10, size % 10);
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    text += fmt::format("<div class=\"column\" aria-hidden=\"true\" style=\"grid-area:1/{}\">{}</div>\n", i + 2,
                        html_apart(grid.columns[i]));
  }
  for (const Instant time : times) {
    text += fmt::format("<div class=\"hour\" aria-hidden=\"true\" style=\"grid-area:{}/1\">{}</div>\n", row(time) + 2,
                        clock_text(to_local(conference.zone, time)));
  }
  return text + articles + "</div></section>\n";
}

}  // namespace plancover
