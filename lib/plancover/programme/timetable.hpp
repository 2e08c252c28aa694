// A programme settled into what planning files can say: one zone, sessions within a day
// with ids of our spelling, committees and topics. Nothing refers to the file any more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/time.hpp"
#include "plancover/base/zone.hpp"
#include "plancover/programme/programme.hpp"

namespace plancover {

struct TimetableSession {
  std::string id;
  std::string committee;  ///< its id
  std::string name;       ///< may be empty
  std::string room;
  std::string track;  ///< as the file has it, for rules
  Day day{};          ///< of its start, on the wall
  Minutes from{0};    ///< after the midnight of `day`
  Minutes until{0};   ///< likewise; past 24 h where it ends the next day
  std::vector<std::string> languages;
  std::vector<std::string> topics;
  std::string priority;
  bool cancelled = false;
  bool all_day = false;  ///< a note in the calendar, in which nobody sits
  Location where{};
};

/// A committee or a topic.
struct TimetableEntry {
  std::string id;
  std::string name;
};

struct Timetable {
  std::string name;
  Zone zone;
  Day first_day{};
  Day last_day{};  ///< included
  std::optional<Minutes> day_change;
  std::vector<TimetableEntry> committees;  ///< by id
  std::vector<TimetableEntry> topics;      ///< by id
  std::vector<TimetableSession> sessions;  ///< by start, then id
};

/// Settles every event and says what had to be changed or left out. `zone` wins over what
/// the file says; without either an error is said and nothing comes back, as where no
/// session is left.
[[nodiscard]] std::optional<Timetable> settle(const Programme& programme, const std::optional<Zone>& zone,
                                              std::uint32_t file, Diagnostics& diagnostics);

}  // namespace plancover
