// The schedule of frab, pentabarf and pretalx, in the words that its XML and its JSON have
// in common, and what they mean: which date a start after midnight has, how long "0:30" is.
#pragma once

#include <optional>
#include <string>

#include "plancover/programme/programme_reader.hpp"

namespace plancover {

using FrabText = Sourced<std::string>;

/// One day of the schedule, for events that give no date themselves.
struct FrabDay {
  FrabText date;
  FrabText start;
  FrabText end;
};

struct FrabEvent {
  std::string guid, id, slug;
  FrabText title;
  std::string room, track, language, status;
  FrabText date;
  FrabText start;
  FrabText end;
  FrabText duration;
  Location where{};
};

struct FrabConference {
  FrabText title, start, end, day_change, zone;
  std::string city;
};

class FrabReader {
 public:
  explicit FrabReader(ProgrammeReader& reader) : reader_(reader) {}

  /// Before the first event.
  void conference(const FrabConference& conference);
  void day(const FrabDay& day);
  /// Says what cannot be read of it and leaves it out.
  void event(const FrabEvent& event);

 private:
  [[nodiscard]] std::optional<ProgrammeTime> start_of(const FrabEvent& event);
  [[nodiscard]] std::optional<Minutes> length_of(const FrabEvent& event, const ProgrammeTime& start);

  ProgrammeReader& reader_;
  std::optional<Minutes> day_change_;  // as the file says it, of the conference or of the day
  bool change_given_ = false;
  std::optional<Day> today_;
};

}  // namespace plancover
