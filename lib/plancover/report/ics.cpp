#include "plancover/report/ics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "plancover/report/ics_text.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

namespace {

struct CalendarEvent {
  std::string attendee;
  std::string session;
  std::string start;
  std::string text;
};

/// All of one attendee in one session; two roles there break a rule, but never make two events of one UID.
struct Sitting {
  AttendeeIndex attendee;
  SessionIndex session;
  std::vector<RoleIndex> roles;
  Presence presence = Presence::on_site;
};

using Sittings = std::map<std::pair<std::string, std::string>, Sitting>;

Sittings sittings(const Conference& conference, const Plan& plan) {
  Sittings all;
  for (const Assignment& a : plan.assignments) {
    Sitting& one = all[{conference.attendees[a.attendee].id, conference.sessions[a.session].id}];
    one.attendee = a.attendee;
    one.session = a.session;
    one.roles.push_back(a.role);
    one.presence = a.presence;
  }
  return all;
}

/// Not for the eyes of those with whom a calendar is shared.
bool is_private(const Conference& conference, const Session& session) {
  return conference.committees[session.committee].kind == CommitteeKind::meeting ||
         session.admits.value.kind == Door::Kind::pinned;
}

std::string roles_in_capitals(const Conference& conference, const Sitting& sitting) {
  std::string text;
  for (const RoleIndex role : sitting.roles) {
    if (!text.empty()) text += " + ";
    for (const char c : conference.roles[role].id) text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c;
  }
  return text;
}

std::string description(const Conference& conference, const Session& session) {
  std::string text = fmt::format("{}\\npriority {}", ics_escaped(session.id), to_string(session.priority.value));
  if (is_private(conference, session) || session.topics.value.empty()) return text;
  text += "\\n";
  for (std::size_t i = 0; i < session.topics.value.size(); ++i) {
    text += (i > 0 ? "\\, " : "") + ics_escaped(conference.topics[session.topics.value[i]].name);
  }
  return text;
}

/// What calendars show; two events that agree in it are one revision.
std::vector<std::string> content(const Conference& conference, const Sitting& sitting, bool named,
                                 const std::optional<Minutes>& alarm) {
  const Session& session = conference.sessions[sitting.session];
  const Attendee& attendee = conference.attendees[sitting.attendee];
  const bool remote = sitting.presence == Presence::remote;
  const auto is_backup = [&](RoleIndex role) { return conference.roles[role].id == "backup"; };
  const bool backup = std::all_of(sitting.roles.begin(), sitting.roles.end(), is_backup);
  const std::string summary = ics_escaped((named ? attendee.name + ": " : "") + roles_in_capitals(conference, sitting) +
                                          " " + session_title(conference, session) + (remote ? " (remote)" : ""));
  std::vector<std::string> lines{session.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
                                 "DTSTART:" + ics_time(session.time.value.from),
                                 "DTEND:" + ics_time(session.time.value.until), "SUMMARY:" + summary};
  const std::string place = remote ? "remote" : session.room;
  if (!place.empty()) lines.push_back("LOCATION:" + ics_escaped(place));
  lines.push_back("DESCRIPTION:" + description(conference, session));
  lines.emplace_back(backup || session.cancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
  if (is_private(conference, session)) lines.emplace_back("CLASS:PRIVATE");
  if (alarm && !session.cancelled) {
    lines.insert(lines.end(), {"BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + summary,
                               fmt::format("TRIGGER:-PT{}M", alarm->count()), "END:VALARM"});
  }
  return lines;
}

/// Without a clock, a revision's time is the first minute of the conference's first day and a minute for each
/// revision before: the same for the same input, and never earlier than that of the revision it replaces.
std::string event_text(const Conference& conference, const std::string& uid, std::int64_t sequence,
                       const std::vector<std::string>& lines) {
  const Instant first = to_instant_leniently(conference.zone, LocalTime{conference.first_day.time_since_epoch()});
  std::string text = "BEGIN:VEVENT\r\n" + ics_folded("UID:" + uid) +
                     ics_folded("DTSTAMP:" + ics_time(first + Minutes{sequence})) +
                     ics_folded(fmt::format("SEQUENCE:{}", sequence));
  for (const std::string& line : lines) text += ics_folded(line);
  return text + "END:VEVENT\r\n";
}

/// The last that was shown of it, struck out; of a file that others may have touched only what we write ourselves.
std::vector<std::string> struck_out(const PreviousEvent& event) {
  std::vector<std::string> lines{"STATUS:CANCELLED"};
  for (const std::string_view property : {"DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION"}) {
    const std::string value = event.value(property);
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (value.empty() || std::any_of(value.begin(), value.end(), control)) continue;
    lines.push_back(fmt::format("{}:{}", property, value));
  }
  lines.emplace_back("TRANSP:TRANSPARENT");
  if (event.value("CLASS") == "PRIVATE") lines.emplace_back("CLASS:PRIVATE");
  return lines;
}

/// Would the filter have shown it? What names nobody and nothing any more passes only where nothing is asked.
bool passes(const Conference& conference, const PlanFilter& filter, const std::string& attendee,
            const std::string& session) {
  const auto person = conference.attendee_ids.find(attendee);
  const bool of_people = filter.attendee || filter.organisation;
  if (of_people && (person == conference.attendee_ids.end() || !shows(conference, filter, person->second))) {
    return false;
  }
  if (!filter.day && !filter.committee) return true;
  const auto sitting = conference.session_ids.find(session);
  if (sitting == conference.session_ids.end()) return false;
  const Session& known = conference.sessions[sitting->second];
  return (!filter.day || known.day == *filter.day) && (!filter.committee || known.committee == *filter.committee);
}

std::vector<CalendarEvent> calendar_events(const Conference& conference, const Plan& plan, const PlanFilter& filter,
                                           const CalendarWishes& wishes, bool named) {
  std::vector<CalendarEvent> events;
  for (const auto& [ids, sitting] : sittings(conference, filtered(conference, plan, filter))) {
    const auto& [attendee, session] = ids;
    const std::vector<std::string> lines = content(conference, sitting, named, wishes.alarm);
    std::string uid = event_uid(session, attendee, conference.name);
    std::int64_t sequence = 0;
    if (const auto before = wishes.previous.find(ids); before != wishes.previous.end()) {
      uid = before->second.uid;  // also where the conference has got another name
      sequence = before->second.sequence + (before->second.lines == lines ? 0 : 1);
    }
    events.push_back({attendee, session, ics_time(conference.sessions[sitting.session].time.value.from),
                      event_text(conference, uid, sequence, lines)});
  }
  const Sittings whole = sittings(conference, plan);
  for (const auto& [ids, before] : wishes.previous) {
    const auto& [attendee, session] = ids;
    if (whole.contains(ids) || !passes(conference, filter, attendee, session)) continue;
    const bool known = before.value("STATUS") == "CANCELLED";
    if (known && plan.now && before.value("DTEND") <= ics_time(*plan.now)) continue;
    events.push_back({attendee, session, before.value("DTSTART"),
                      event_text(conference, before.uid, before.sequence + (known ? 0 : 1), struck_out(before))});
  }
  std::sort(events.begin(), events.end(), [](const CalendarEvent& a, const CalendarEvent& b) {
    return std::tie(a.start, a.session, a.attendee) < std::tie(b.start, b.session, b.attendee);
  });
  return events;
}

std::string calendar_head(const std::string& name) {
  std::string text;
  for (const std::string& line :
       {std::string("BEGIN:VCALENDAR"), std::string("VERSION:2.0"), std::string("PRODID:-//plancover//plancover//EN"),
        std::string("CALSCALE:GREGORIAN"), std::string("METHOD:PUBLISH"), "NAME:" + ics_escaped(name),
        "X-WR-CALNAME:" + ics_escaped(name), std::string("REFRESH-INTERVAL;VALUE=DURATION:PT1H"),
        std::string("X-PUBLISHED-TTL:PT1H")}) {
    text += ics_folded(line);
  }
  return text;
}

std::string name_of(const Conference& conference, const std::string& attendee) {
  const auto known = conference.attendee_ids.find(attendee);
  return known == conference.attendee_ids.end() ? attendee : conference.attendees[known->second].name;
}

constexpr std::string_view calendar_end = "END:VCALENDAR\r\n";

}  // namespace

std::string calendar_of(const Conference& conference, const Plan& plan, const PlanFilter& filter,
                        const CalendarWishes& wishes) {
  std::string name = conference.name;
  if (filter.attendee) name += ": " + conference.attendees[*filter.attendee].name;
  std::string text = calendar_head(name);
  for (const CalendarEvent& event : calendar_events(conference, plan, filter, wishes, !filter.attendee)) {
    text += event.text;
  }
  return text.append(calendar_end);
}

std::vector<AttendeeCalendar> calendars_by_attendee(const Conference& conference, const Plan& plan,
                                                    const PlanFilter& filter, const CalendarWishes& wishes) {
  std::map<std::string, std::string> by_id;
  for (const CalendarEvent& event : calendar_events(conference, plan, filter, wishes, false)) {
    std::string& text = by_id[event.attendee];
    if (text.empty()) text = calendar_head(conference.name + ": " + name_of(conference, event.attendee));
    text += event.text;
  }
  std::vector<AttendeeCalendar> all;
  all.reserve(by_id.size());
  for (auto& [id, text] : by_id) all.push_back({id, text.append(calendar_end)});
  return all;
}

}  // namespace plancover
