#include <algorithm>
#include <map>
#include <set>

#include "plancover/programme/event_ids.hpp"
#include "plancover/programme/settle_parts.hpp"
#include "plancover/programme/timetable.hpp"

namespace plancover {

namespace {

/// Tracks become committees. Two names that come to one id both get a hash behind it,
/// whichever stands first in the file.
std::map<std::string, std::string> committee_ids(const Programme& programme) {
  std::set<std::string> names;
  for (const ProgrammeEvent& event : programme.events) names.insert(event.track);
  std::map<std::string, int> wanted;
  for (const std::string& name : names) ++wanted[name.empty() ? "programme" : id_of_name(name)];
  std::map<std::string, std::string> ids;
  for (const std::string& name : names) {
    std::string id = name.empty() ? "programme" : id_of_name(name);
    if (wanted[id] > 1 && !name.empty()) id += "-" + short_hash(name);
    ids[name] = std::move(id);
  }
  return ids;
}

std::vector<TimetableEntry> committees_of(const Timetable& timetable, const std::map<std::string, std::string>& ids) {
  std::set<std::string> used;
  for (const TimetableSession& session : timetable.sessions) used.insert(session.committee);
  std::vector<TimetableEntry> committees;
  for (const auto& [track, id] : ids) {
    if (used.contains(id)) committees.push_back({id, track.empty() ? timetable.name : track});
  }
  std::sort(committees.begin(), committees.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return committees;
}

/// The days the file gives where they are sound, and every day on which something is.
void set_dates(const Programme& programme, Timetable& timetable) {
  const Minutes change = timetable.day_change.value_or(Minutes{4 * 60});
  std::optional<Day> first;
  std::optional<Day> last;
  const auto see = [&](Day day) {
    first = first ? std::min(*first, day) : day;
    last = last ? std::max(*last, day) : day;
  };
  for (const TimetableSession& session : timetable.sessions) {
    if (!session.cancelled) see(session.day - std::chrono::days{session.from < change ? 1 : 0});
  }
  if (!first) see(timetable.sessions.front().day);
  constexpr std::chrono::days longest{366};
  if (programme.first_day && programme.last_day && *programme.first_day <= *programme.last_day &&
      *programme.last_day - *programme.first_day <= longest) {
    see(*programme.first_day);
    see(*programme.last_day);
  }
  timetable.first_day = *first;
  timetable.last_day = *last;
}

/// A key that is none: events without a name of their own are called by their title.
std::string key_of(const ProgrammeEvent& event) {
  if (!event.key.empty()) return event.key;
  return event.title.empty() ? "untitled" : id_of_name(event.title);
}

}  // namespace

std::optional<Timetable> settle(const Programme& programme, const std::optional<Zone>& zone, std::uint32_t file,
                                Diagnostics& diagnostics) {
  const auto say_nothing_there = [&] {
    diagnostics.push_back({Code::no_sessions, {file, 0, 0, 1}, "there is no session in this file", {}, {}, 1});
    return std::nullopt;
  };
  if (programme.events.empty()) return say_nothing_there();
  const std::optional<Zone> chosen = zone ? zone : chosen_zone(programme, file, diagnostics);
  if (!chosen) return std::nullopt;
  Timetable timetable;
  timetable.zone = *chosen;
  timetable.day_change = programme.day_change;
  timetable.name = programme.name.empty() ? "Conference" : programme.name;
  const std::map<std::string, std::string> committees = committee_ids(programme);
  IdsGiven given;
  for (const ProgrammeEvent& event : programme.events) {
    const std::string id = given.unique(id_of_key(key_of(event)));
    std::vector<TimetableSession> pieces = pieces_of(event, timetable, file, diagnostics);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      TimetableSession& piece = pieces[i];
      piece.id = pieces.size() == 1 ? id : given.unique(id + "." + std::to_string(i + 1));
      piece.committee = committees.at(event.track);
      timetable.sessions.push_back(std::move(piece));
    }
    if (timetable.sessions.size() > most_programme_events) break;
  }
  if (timetable.sessions.empty()) return say_nothing_there();
  std::sort(timetable.sessions.begin(), timetable.sessions.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.day, a.from, std::string_view(a.id)) < std::tuple(b.day, b.from, std::string_view(b.id));
  });
  timetable.committees = committees_of(timetable, committees);
  set_dates(programme, timetable);
  return timetable;
}

}  // namespace plancover
