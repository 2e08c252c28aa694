#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plancover/report/html_parts.hpp"
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
      span_text(conference.zone, session.time.value), session.id, html_apart(session_title(conference, session)),
      session.room.empty() ? "" : ", " + html_apart(session.room), to_string(session.priority.value), state,
      html_seats(conference, shown));
}

/// The columns of a day: one a room or committee, and more of it where two meet there at once.
struct Lanes {
  std::vector<std::string> names;
  std::vector<std::size_t> of_session;  ///< by position in the day
};

Lanes lanes_of(const Conference& conference, const std::vector<const SessionView*>& sessions) {
  const auto session = [&](std::size_t i) -> const Session& { return conference.sessions[sessions[i]->session]; };
  const bool by_room = std::all_of(sessions.begin(), sessions.end(), [&](const SessionView* shown) {
    return !conference.sessions[shown->session].room.empty();
  });
  // A page of many narrow committees reads worse than columns that all of them share, without names.
  constexpr std::size_t most_committees = 10;
  std::set<CommitteeIndex> committees;
  for (std::size_t i = 0; i < sessions.size(); ++i) committees.insert(session(i).committee);
  const bool by_committee = !by_room && committees.size() <= most_committees;
  const auto name_of_column = [&](std::size_t i) {
    if (by_room) return session(i).room;
    return by_committee ? conference.committees[session(i).committee].name : std::string();
  };
  std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> held;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const std::string name = name_of_column(i);
    for (std::size_t again = 0;; ++again) {
      auto& lane = held[{name, again}];
      if (!lane.empty() && overlap(session(lane.back()).time.value, session(i).time.value)) continue;
      lane.push_back(i);
      break;
    }
  }
  Lanes lanes;
  lanes.of_session.resize(sessions.size());
  for (const auto& [key, lane] : held) {
    for (const std::size_t i : lane) lanes.of_session[i] = lanes.names.size();
    lanes.names.push_back(key.first);
  }
  return lanes;
}

}  // namespace

std::string html_day(const Conference& conference, const std::vector<const SessionView*>& sessions) {
  const Lanes lanes = lanes_of(conference, sessions);
  std::vector<Instant> times;
  for (const SessionView* shown : sessions) {
    const Window& time = conference.sessions[shown->session].time.value;
    times.insert(times.end(), {time.from, time.until});
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  const auto row = [&](Instant time) { return std::lower_bound(times.begin(), times.end(), time) - times.begin() + 2; };

  const Day day = conference.sessions[sessions.front()->session].day;
  // On paper a day is one page, so letters shrink with what stands beside and below one another.
  const std::size_t crowd = std::max(lanes.names.size() * 2, sessions.size() / 2);
  const std::string print = crowd > 32 ? "4.5pt" : crowd > 18 ? "5.4pt" : crowd > 12 ? "7pt" : "9pt";
  std::string text = fmt::format(
      "<section class=\"day\" id=\"d{0}\"><h2>{1}</h2><div class=\"grid\" role=\"group\" aria-label=\"{1}\" "
      "tabindex=\"0\" style=\"--columns:{2};--print:{3}\">\n",
      to_string(day), day_text(day), lanes.names.size(), print);
  for (std::size_t i = 0; i < lanes.names.size(); ++i) {
    text += fmt::format("<div class=\"column\" aria-hidden=\"true\" style=\"grid-area:1/{}\">{}</div>\n", i + 2,
                        html_apart(lanes.names[i]));
  }
  for (const Instant time : times) {
    text += fmt::format("<div class=\"hour\" aria-hidden=\"true\" style=\"grid-area:{}/1\">{}</div>\n", row(time),
                        clock_text(to_local(conference.zone, time)));
  }
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    const Window& time = conference.sessions[sessions[i]->session].time.value;
    const std::string area = fmt::format("{}/{}/{}", row(time.from), lanes.of_session[i] + 2, row(time.until));
    text += html_session(conference, *sessions[i], area);
  }
  return text + "</div></section>\n";
}

}  // namespace plancover
