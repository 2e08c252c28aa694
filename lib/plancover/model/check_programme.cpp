#include <algorithm>
#include <map>
#include <set>

#include "plancover/model/check.hpp"

namespace plancover {

namespace {

std::vector<Note> dates_note(const Conference& conference) {
  return {{"the conference runs " + to_string(conference.first_day) + ".." + to_string(conference.last_day),
           conference.dates_where}};
}

void check_dates(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  for (const SessionIndex index : conference.sessions.indexes()) {
    const Session& session = conference.sessions[index];
    if (session.cancelled || doubts.about(index)) continue;
    if (session.day >= conference.first_day && session.day <= conference.last_day) continue;
    diagnostics.push_back(
        {Code::session_outside,
         session.time.where,
         "session '" + session.id + "' is on " + to_string(session.day) + ", outside the dates of the conference",
         dates_note(conference),
         {},
         1});
  }
}

/// An end before the start is on the next day. Sessions at night are a few hours long; more is a slip.
void check_lengths(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  constexpr std::chrono::hours longest{12};
  const auto date = [&](Instant time) {
    return std::chrono::floor<std::chrono::days>(to_local(conference.zone, time));
  };
  for (const SessionIndex index : conference.sessions.indexes()) {
    const Session& session = conference.sessions[index];
    const Window& time = session.time.value;
    if (!session.live() || doubts.about(index) || time.length() <= longest) continue;
    if (date(time.from) == date(time.until - Minutes{1})) continue;
    diagnostics.push_back({Code::session_into_next_day,
                           session.time.where,
                           "session '" + session.id + "' lasts " + to_string(time.length()) + ", into the next day",
                           {},
                           "an end before the start is on the next day",
                           1});
  }
}

// A window may begin before and end after the conference; one that misses it is a slip.
void check_windows(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  const std::chrono::days day{1};
  const Window dates{
      to_instant_leniently(conference.zone, LocalTime{conference.first_day}),
      to_instant_leniently(conference.zone, LocalTime{conference.last_day + day} + conference.day_change)};
  const auto look = [&](const std::vector<Sourced<Window>>& windows) {
    for (const Sourced<Window>& each : windows) {
      if (!each.where.known() || overlap(each.value, dates)) continue;
      diagnostics.push_back({Code::window_outside,
                             each.where,
                             "the window lies outside the dates of the conference",
                             dates_note(conference),
                             {},
                             1});
    }
  };
  for (const AttendeeIndex index : conference.attendees.indexes()) {
    if (doubts.about(index)) continue;
    const Attendee& attendee = conference.attendees[index];
    look(attendee.available);
    look(attendee.unavailable);
    if (attendee.remote) look(attendee.remote->available);
  }
}

void check_clocks(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  std::map<std::string, Location> unknown;  // by zone, where it is asked for first
  const auto look = [&](const Zone& zone, Location where) {
    if (!clock_known(zone, conference.last_day)) unknown.try_emplace(zone.name(), where);
  };
  look(conference.zone, conference.dates_where);
  for (const AttendeeIndex index : conference.attendees.indexes()) {
    const Attendee& attendee = conference.attendees[index];
    if (attendee.remote && !doubts.about(index)) look(attendee.remote->zone, attendee.remote->where);
  }
  for (const auto& [zone, where] : unknown) {
    diagnostics.push_back({Code::clock_unknown,
                           where,
                           "the changes of the clock in " + zone + " are known up to 2037 only",
                           {},
                           "times in summer may be an hour off",
                           1});
  }
}

void check_rooms(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  std::map<std::string_view, std::vector<SessionIndex>> rooms;
  for (const SessionIndex index : conference.sessions.indexes()) {
    const Session& session = conference.sessions[index];
    if (!session.room.empty() && !session.cancelled && !doubts.about(index)) rooms[session.room].push_back(index);
  }
  for (auto& [room, sessions] : rooms) {
    std::stable_sort(sessions.begin(), sessions.end(), [&](SessionIndex a, SessionIndex b) {
      return conference.sessions[a].time.value < conference.sessions[b].time.value;
    });
    const Session* longest = nullptr;  // of those before, the one that ends last
    for (const SessionIndex index : sessions) {
      const Session& session = conference.sessions[index];
      if (longest != nullptr && overlap(longest->time.value, session.time.value)) {
        diagnostics.push_back({Code::room_twice,
                               session.time.where,
                               "session '" + session.id + "' is in room '" + session.room + "' while '" + longest->id +
                                   "' is still there",
                               {{"that session", longest->where}},
                               {},
                               1});
      }
      if (longest == nullptr || longest->time.value.until < session.time.value.until) longest = &session;
    }
  }
}

void check_topics(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  if (doubts.lost_sessions) return;
  if (std::find(doubts.sessions.begin(), doubts.sessions.end(), true) != doubts.sessions.end()) return;
  std::set<TopicIndex> used;
  for (const Session& session : conference.sessions) {
    if (!session.cancelled) used.insert(session.topics.value.begin(), session.topics.value.end());
  }
  for (const TopicIndex index : conference.topics.indexes()) {
    if (used.contains(index)) continue;
    const Topic& topic = conference.topics[index];
    diagnostics.push_back(
        {Code::topic_without_session, topic.where, "no session has topic '" + topic.id + "'", {}, {}, 1});
  }
}

/// Is everybody known, so that what nobody has is a slip?
bool is_everybody_known(const Conference& conference, const Doubts& doubts) {
  if (conference.attendees.empty() || doubts.lost_attendees) return false;
  return std::find(doubts.attendees.begin(), doubts.attendees.end(), true) == doubts.attendees.end();
}

std::string meant(const std::string& word, const std::set<std::string>& known) {
  const std::string near = nearest(word, {known.begin(), known.end()});
  return near.empty() ? "" : "did you mean '" + near + "'";
}

void check_needs(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  if (!is_everybody_known(conference, doubts)) return;
  std::set<std::string> known;
  for (const Attendee& attendee : conference.attendees) {
    for (const Sourced<std::string>& ability : attendee.can) known.insert(ability.value);
  }
  std::set<RoleIndex> asked;
  for (const Session& session : conference.sessions) {
    for (const SeatCount& seat : session.seats.value) {
      if (session.live()) asked.insert(seat.role);
    }
  }
  for (const RoleIndex index : asked) {
    const Role& role = conference.roles[index];
    for (const std::string& need : role.needs) {
      if (known.contains(need)) continue;
      diagnostics.push_back({Code::need_of_nobody,
                             role.where,
                             "nobody can '" + need + "', as role '" + role.id + "' needs",
                             {},
                             meant(need, known),
                             1});
    }
  }
}

void check_languages(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  if (!is_everybody_known(conference, doubts)) return;
  std::set<std::string> known;
  for (const Attendee& attendee : conference.attendees) {
    if (!attendee.languages) return;  // who names none can follow all
    known.insert(attendee.languages->begin(), attendee.languages->end());
  }
  std::set<Location> said;  // a committee's languages are those of all its sessions
  for (const SessionIndex index : conference.sessions.indexes()) {
    const Session& session = conference.sessions[index];
    const auto& spoken = session.languages.value;
    if (!session.live() || doubts.about(index) || !spoken || spoken->empty()) continue;
    const auto is_known = [&](const std::string& language) { return known.contains(language); };
    if (std::any_of(spoken->begin(), spoken->end(), is_known) || !said.insert(session.languages.where).second) continue;
    diagnostics.push_back({Code::language_of_nobody,
                           session.languages.where,
                           "nobody has a language of session '" + session.id + "'",
                           {},
                           meant(spoken->front(), known),
                           1});
  }
}

void check_badges(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  if (!is_everybody_known(conference, doubts)) return;
  std::set<std::string> held;
  for (const Attendee& attendee : conference.attendees) {
    for (const Sourced<std::string>& badge : attendee.badges) held.insert(badge.value);
  }
  std::set<std::pair<std::string, Location>> asked;
  const auto look = [&](const std::vector<std::string>& badges, Location where) {
    for (const std::string& badge : badges) {
      if (!held.contains(badge)) asked.insert({badge, where});
    }
  };
  for (const SessionIndex index : conference.sessions.indexes()) {
    const Session& session = conference.sessions[index];
    if (session.cancelled || doubts.about(index)) continue;
    look(session.admits.value.badges, session.admits.where);
    look(session.webcast.value.badges, session.webcast.where);
  }
  const std::string* last = nullptr;
  std::string help;
  for (const auto& [badge, where] : asked) {
    if (last == nullptr || *last != badge) {
      help = meant(badge, held);
      last = &badge;
    }
    diagnostics.push_back({Code::badge_of_nobody, where, "nobody holds badge '" + badge + "'", {}, help, 1});
  }
}

}  // namespace

void check_programme(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  check_dates(conference, doubts, diagnostics);
  check_windows(conference, doubts, diagnostics);
  check_clocks(conference, doubts, diagnostics);
  check_rooms(conference, doubts, diagnostics);
  check_topics(conference, doubts, diagnostics);
  check_badges(conference, doubts, diagnostics);
  check_lengths(conference, doubts, diagnostics);
  check_needs(conference, doubts, diagnostics);
  check_languages(conference, doubts, diagnostics);
}

}  // namespace plancover
