// Small programmes for the tests: a calendar around its events, and what is read of a text
// in a few words a test can compare.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "plancover/input/read_conference.hpp"
#include "plancover/programme/planning_yaml.hpp"
#include "plancover/programme/read_programme.hpp"

namespace plancover::test {

inline std::string calendar(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Europe/Berlin\r\n" + events + "END:VCALENDAR\r\n";
}

inline std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n";
}

struct Imported {
  ProgrammeRead read;
  std::vector<std::string> sessions;  ///< "id day time name @room"
  std::vector<std::string> codes;     ///< "PC402 3:9"
};

inline Imported import_text(const std::string& text, const std::optional<Zone>& zone = std::nullopt) {
  Imported imported{read_programme({"programme", text}, 0, zone), {}, {}};
  for (const Diagnostic& each : imported.read.diagnostics) {
    imported.codes.push_back(std::string(name(each.code)) + " " + std::to_string(each.where.line) + ":" +
                             std::to_string(each.where.column));
  }
  if (!imported.read.timetable) return imported;
  for (const TimetableSession& each : imported.read.timetable->sessions) {
    imported.sessions.push_back(each.id + " " + to_string(each.day) + " " + span_text(each) +
                                (each.name.empty() ? "" : " " + each.name) +
                                (each.room.empty() ? "" : " @" + each.room) + (each.cancelled ? " cancelled" : ""));
  }
  return imported;
}

/// Does `check` take what comes of it?
inline bool passes_check(const Imported& imported) {
  if (!imported.read.timetable) return false;
  return read_conference({{"out.yaml", planning_yaml(*imported.read.timetable)}}).conference.has_value();
}

using Lines = std::vector<std::string>;

inline bool says(const Imported& imported, const std::string& code) {
  return std::any_of(imported.codes.begin(), imported.codes.end(),
                     [&](const std::string& each) { return each.starts_with(code); });
}

}  // namespace plancover::test

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += "\n  " + line;
    return all.c_str();
  }
};
}  // namespace doctest
