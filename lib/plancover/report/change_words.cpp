#include "plancover/report/change_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "plancover/report/words.hpp"

namespace plancover {

namespace {

const Session* session_of(const Conference* conference, const std::string& id) {
  if (conference == nullptr) return nullptr;
  const auto known = conference->session_ids.find(id);
  return known == conference->session_ids.end() ? nullptr : &conference->sessions[known->second];
}

const Attendee* attendee_of(const Conference* conference, const std::string& id) {
  if (conference == nullptr) return nullptr;
  const auto known = conference->attendee_ids.find(id);
  return known == conference->attendee_ids.end() ? nullptr : &conference->attendees[known->second];
}

/// "Thu 2014-10-30 14:30-17:30, "; nothing where it is not known.
std::string when_text(const Conference* conference, const Session* session) {
  if (session == nullptr) return "";
  return day_text(date_of(*conference, *session)) + " " + span_text(conference->zone, session->time.value) + ", ";
}

/// "wgpl-7 (Working Group of the Plenary, 7th meeting)"
std::string what_text(const Conference* conference, const std::string& id, const Session* session) {
  return session == nullptr ? id : fmt::format("{} ({})", id, session_title(*conference, *session));
}

/// "remote, 08:30-11:30 in Africa/Nairobi", "room A"; begins with a comma unless it is empty.
std::string where_text(const Conference* conference, const Part& part, const Session* session,
                       const Attendee* attendee) {
  if (!part.remote.value_or(false)) {
    return session == nullptr || session->room.empty() ? "" : ", room " + session->room;
  }
  std::string text = ", remote";
  if (session == nullptr || attendee == nullptr || !attendee->remote) return text;
  const Zone& zone = attendee->remote->zone;
  if (zone.name() == conference->zone.name()) return text;
  const auto day = [&](const Zone& in) {
    return std::chrono::floor<std::chrono::days>(to_local(in, session->time.value.from));
  };
  text += ", ";
  if (day(zone) != day(conference->zone)) text += day_text(day(zone)).substr(0, 3) + " ";
  return text + fmt::format("{} in {}", span_text(zone, session->time.value), zone.name());
}

/// A seat that everyone may take is nobody's to take over.
bool open_to_all(const Conference* conference, const Session* session, const std::string& role) {
  if (session == nullptr) return false;
  return std::any_of(session->seats.value.begin(), session->seats.value.end(),
                     [&](const SeatCount& seat) { return seat.all && conference->roles[seat.role].id == role; });
}

/// What became of a seat that was lost, or how a new one came about.
std::string fate_text(const PartChange& change, const Conference* conference, const Session* session) {
  if (!change.now && session != nullptr && session->cancelled) return "; cancelled";
  const Part& part = change.was ? *change.was : *change.now;
  if (change.instead.empty() || open_to_all(conference, session, part.role)) return "";
  return fmt::format("; {} {}", change.was ? "now" : "was", fmt::join(change.instead, ", "));
}

std::string part_line(const PartChange& change, const Conference* conference, const Attendee* attendee) {
  const Session* session = session_of(conference, change.session);
  const std::string when = when_text(conference, session);
  const std::string what = what_text(conference, change.session, session);
  const Part& part = change.now ? *change.now : *change.was;
  const std::string where = where_text(conference, part, session, attendee);
  if (!change.now)
    return "no longer: " + when + part.role + " in " + what + where + fate_text(change, conference, session);
  if (!change.was) return "new: " + when + part.role + " in " + what + where + fate_text(change, conference, session);
  if (change.was->role != change.now->role) {
    return "changed: " + when + part.role + " instead of " + change.was->role + " in " + what + where;
  }
  return "changed: " + when + part.role + " in " + what +
         (part.remote.value_or(false) ? where + "; was on site" : where + "; was remote");
}

std::string_view obstacle_text(Obstacle obstacle, bool many) {
  switch (obstacle) {
    case Obstacle::barred:
      return many ? "are barred" : "is barred";
    case Obstacle::away:
      return many ? "are away" : "is away";
    case Obstacle::no_badge:
      return many ? "have no badge for the door" : "has no badge for the door";
    case Obstacle::not_webcast:
      return "could only follow remotely";
    case Obstacle::asleep:
      return many ? "follow remotely, outside their hours" : "follows remotely, outside the daily hours";
    case Obstacle::onsite_role:
      return many ? "follow remotely, and it is a role on site" : "follows remotely, and it is a role on site";
    case Obstacle::cannot:
      return "may not do what the role needs";
    case Obstacle::silent:
      return many ? "are silent on the topic" : "is silent on the topic";
    case Obstacle::expertise:
      return many ? "have too little expertise" : "has too little expertise";
    case Obstacle::language:
      return many ? "speak no language of it" : "speaks no language of it";
  }
  return "";
}

std::string held_text(const Conference& conference, const HeldBack& held) {
  const std::string& who = conference.attendees[held.attendee].id;
  if (!held.conflict || !held.elsewhere) return who + " is at a limit";
  const std::string& other = conference.sessions[*held.elsewhere].id;
  switch (*held.conflict) {
    case Conflict::overlap:
      return who + " sits in " + other;
    case Conflict::transfer:
      return who + " sits in " + other + ", too near to it";
    case Conflict::rest:
      return who + " must rest, because of " + other;
  }
  return who;
}

}  // namespace

std::string change_summary(const ChangeList& changes) {
  std::vector<std::string> parts;
  const auto add = [&](int count, std::string_view what) {
    if (count > 0) parts.push_back(fmt::format("{} {}", count, what));
  };
  const auto gap_word = [](int count) { return count == 1 ? "gap" : "gaps"; };
  add(changes.reassigned, "reassigned");
  add(changes.switched, "switched between on site and remote");
  add(changes.closed, fmt::format("{} closed", gap_word(changes.closed)));
  add(changes.opened, changes.closed > 0 ? "opened" : fmt::format("{} opened", gap_word(changes.opened)));
  add(changes.added, "added");
  add(changes.released, "released");
  parts.push_back(fmt::format("{} unchanged", changes.unchanged));
  std::string text = fmt::format("{}", fmt::join(parts, ", "));
  if (!changes.attendees.empty()) text += fmt::format("; affects {}", fmt::join(changes.attendees, ", "));
  return text;
}

std::vector<ChangeBlock> change_blocks(const ChangeList& changes, const Conference* conference) {
  std::vector<ChangeBlock> blocks;
  const std::string* last = nullptr;
  for (const PartChange& change : changes.parts) {
    const Attendee* attendee = attendee_of(conference, change.attendee);
    if (last == nullptr || *last != change.attendee) {
      std::string title = attendee == nullptr ? change.attendee : attendee_label(*attendee);
      if (attendee != nullptr && !attendee->organisation.empty()) title += ", " + attendee->organisation;
      blocks.push_back({std::move(title), {}});
      last = &change.attendee;
    }
    blocks.back().lines.push_back(part_line(change, conference, attendee));
  }
  return blocks;
}

std::string reason_text(const Conference& conference, const GapReason& reason) {
  std::vector<std::string> held;
  for (const HeldBack& each : reason.held_back) held.push_back(held_text(conference, each));
  for (const AttendeeIndex each : reason.free) held.push_back(conference.attendees[each].id + " could");
  if (held.empty()) held.emplace_back("nobody can fill it");
  std::vector<std::string> refused;
  for (const auto& [obstacle, count] : reason.refused) {
    refused.push_back(fmt::format("{} {}", count, obstacle_text(obstacle, count != 1)));
  }
  std::string text = fmt::format("{}", fmt::join(held, ", "));
  if (!refused.empty()) text += fmt::format("; {}", fmt::join(refused, ", "));
  return text;
}

std::vector<ChangeBlock> opened_blocks(const ChangeList& changes, const std::vector<GapReason>& reasons,
                                       const Conference* conference) {
  ChangeBlock block{"Gaps that opened", {}};
  for (const GapChange& gap : changes.gaps) {
    if (gap.now <= gap.was) continue;
    const Session* session = session_of(conference, gap.session);
    std::string line = when_text(conference, session) + gap.role + " in " +
                       what_text(conference, gap.session, session) + (gap.required ? ", required" : ", optional");
    if (session != nullptr) line += ", " + std::string(to_string(session->priority.value));
    if (gap.now > 1) line += fmt::format(", {} seats", gap.now);
    for (const GapReason& reason : reasons) {
      const Gap& why = reason.gap;
      if (conference == nullptr || conference->sessions[why.session].id != gap.session ||
          conference->roles[why.role].id != gap.role || why.required != gap.required)
        continue;
      line += ": " + reason_text(*conference, reason);
      break;
    }
    block.lines.push_back(std::move(line));
  }
  if (block.lines.empty()) return {};
  return {std::move(block)};
}

}  // namespace plancover
