#include "plancover/programme/planning_yaml.hpp"

#include "plancover/report/plan_yaml.hpp"

namespace plancover {

namespace {

constexpr Minutes last_midnight{24 * 60};

/// After midnight; the midnight at the end of the day is 24:00.
std::string clock_after(Minutes time, bool end) {
  if (end && time == last_midnight) return "24:00";
  return clock_text(LocalTime{} + time % last_midnight);
}

std::string words_yaml(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + yaml_text(word);
  return "[" + list + "]";
}

}  // namespace

std::string span_text(const TimetableSession& session) {
  return clock_after(session.from, false) + "-" + clock_after(session.until, true);
}

std::string session_yaml(const TimetableSession& session) {
  std::string text = "{id: " + yaml_text(session.id) + ", committee: " + yaml_text(session.committee) +
                     ", day: " + to_string(session.day) + ", time: " + span_text(session);
  if (!session.room.empty()) text += ", room: " + yaml_text(session.room);
  if (!session.name.empty()) text += ", name: " + yaml_text(session.name);
  if (!session.topics.empty()) text += ", topics: " + words_yaml(session.topics);
  if (!session.priority.empty()) text += ", priority: " + yaml_text(session.priority);
  if (!session.languages.empty()) text += ", languages: " + words_yaml(session.languages);
  if (session.all_day) text += ", seats: {}";
  if (session.cancelled) text += ", cancelled: true";
  return text + "}";
}

std::string entry_yaml(const TimetableEntry& entry) {
  return "{id: " + yaml_text(entry.id) +
         (entry.name.empty() || entry.name == entry.id ? "" : ", name: " + yaml_text(entry.name)) + "}";
}

std::string planning_yaml(const Timetable& timetable) {
  std::string text(imported_mark);
  text +=
      ". Seats, topics, priorities and comments that you\n"
      "# add stay when `plancover import --into` brings in a newer one, which marks sessions of\n"
      "# this file that it no longer has as cancelled: keep sessions of your own in another file.\n"
      "plancover: 1\n\n"
      "conference:\n";
  text += "  name: " + yaml_text(timetable.name) + "\n";
  text += "  timezone: " + timetable.zone.name() + "\n";
  text += "  dates: " + to_string(timetable.first_day) +
          (timetable.first_day == timetable.last_day ? "" : ".." + to_string(timetable.last_day)) + "\n";
  if (timetable.day_change) text += "  day_change: " + clock_after(*timetable.day_change, false) + "\n";
  if (!timetable.topics.empty()) text += "\ntopics:\n";
  for (const TimetableEntry& topic : timetable.topics) text += "  - " + entry_yaml(topic) + "\n";
  text += "\ncommittees:\n";
  for (const TimetableEntry& committee : timetable.committees) text += "  - " + entry_yaml(committee) + "\n";
  text += "\nsessions:\n";
  std::optional<Day> day;
  for (const TimetableSession& session : timetable.sessions) {
    if (day && *day != session.day) text += "\n";
    day = session.day;
    text += "  - " + session_yaml(session) + "\n";
  }
  return text;
}

}  // namespace plancover
