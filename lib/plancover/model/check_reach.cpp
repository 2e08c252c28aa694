#include <algorithm>

#include "plancover/model/check.hpp"
#include "plancover/model/eligibility.hpp"

namespace plancover {

namespace {

// Most questions have their answer soon: nearly everyone can sit somewhere.
constexpr std::size_t most_questions = 5'000'000;

// In questions: whoever looks through all bars or pins does the work of so many.
std::size_t cost_of_all(std::size_t bars_or_pins) {
  return 1 + bars_or_pins / 64;
}

void say_unfinished(std::string_view what, std::size_t left, Location where, Diagnostics& diagnostics) {
  std::string message = "the conference is too large to ask ";
  message.append(what).append("; ").append(std::to_string(left)).append(" from here on are not looked at");
  diagnostics.push_back({Code::reach_unfinished, where, std::move(message), {}, {}, 1});
}

void say_nobody(Location first_session, Diagnostics& diagnostics) {
  diagnostics.push_back({Code::no_attendees,
                         first_session,
                         "there are sessions but no attendees; every seat will stay empty",
                         {},
                         "list the people under 'attendees:', in this file or another one of the folder",
                         1});
}

bool sits_somewhere(const Conference& conference, const std::vector<SessionIndex>& live, AttendeeIndex attendee,
                    std::size_t& questions) {
  questions += cost_of_all(conference.barred.size() + conference.pinned.size());
  const Candidacy candidacy(conference, attendee);
  return std::any_of(live.begin(), live.end(), [&](SessionIndex session) {
    ++questions;
    const Candidacy::Standing standing = candidacy.at(session);
    const auto& seats = conference.sessions[session].seats.value;
    return standing.way &&
           std::any_of(seats.begin(), seats.end(), [&](const SeatCount& s) { return candidacy.in(standing, s.role); });
  });
}

void check_attendees(const Conference& conference, const Doubts& doubts, const std::vector<SessionIndex>& live,
                     Diagnostics& diagnostics) {
  std::size_t questions = 0;
  for (const AttendeeIndex index : conference.attendees.indexes()) {
    if (doubts.about(index)) continue;
    if (questions > most_questions) {
      return say_unfinished("whether each attendee can sit somewhere", conference.attendees.size() - index.value,
                            conference.attendees[index].where, diagnostics);
    }
    if (sits_somewhere(conference, live, index, questions)) continue;
    const Attendee& attendee = conference.attendees[index];
    Diagnostic said{Code::attendee_without_seat, attendee.where, {}, {}, {}, 1};
    said.message = "attendee '" + attendee.id + "' can sit in no session";
    if (attendee.on_site_windows.empty() && attendee.remote_windows.empty()) {
      said.notes.push_back({"there is no time at which the attendee can be used", {}});
    } else {
      said.help = "look at windows, badges, bars and what the roles need";
    }
    diagnostics.push_back(std::move(said));
  }
}

void check_sessions(const Conference& conference, const std::vector<SessionIndex>& live, Diagnostics& diagnostics) {
  std::size_t questions = 0;
  const std::vector<AttendeeIndex> attendees = conference.attendees.indexes();
  for (std::size_t i = 0; i < live.size(); ++i) {
    const SessionIndex index = live[i];
    if (questions > most_questions) {
      return say_unfinished("whether somebody can enter each session", live.size() - i,
                            conference.sessions[index].where, diagnostics);
    }
    const bool entered = std::any_of(attendees.begin(), attendees.end(), [&](AttendeeIndex attendee) {
      questions += cost_of_all(conference.pinned.size());
      return presence(conference, attendee, index, false).has_value();
    });
    if (entered) continue;
    const Session& session = conference.sessions[index];
    Diagnostic said{Code::session_without_candidate, session.where, {}, {}, {}, 1};
    said.message = "nobody can enter session '" + session.id + "'";
    if (session.admits.where.known()) said.notes.push_back({"its door is given here", session.admits.where});
    diagnostics.push_back(std::move(said));
  }
}

}  // namespace

void check_reach(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  std::vector<SessionIndex> live;
  bool all_sure = !doubts.lost_sessions;
  for (const SessionIndex index : conference.sessions.indexes()) {
    all_sure = all_sure && !doubts.about(index);
    if (conference.sessions[index].live() && !doubts.about(index)) live.push_back(index);
  }
  if (live.empty()) return;
  if (conference.attendees.empty()) {
    if (!doubts.lost_attendees) say_nobody(conference.sessions[live.front()].where, diagnostics);
    return;
  }
  if (all_sure) check_attendees(conference, doubts, live, diagnostics);
  const bool people_sure = !doubts.lost_attendees &&
                           std::find(doubts.attendees.begin(), doubts.attendees.end(), true) == doubts.attendees.end();
  if (people_sure) check_sessions(conference, live, diagnostics);
}

}  // namespace plancover
