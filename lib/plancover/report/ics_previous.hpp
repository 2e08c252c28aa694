// What an earlier export said, as far as a new one must know it: for each assignment its
// revision and what was shown. Reads plancover's own calendars; events of others, and
// everything that is no event, are passed over.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plancover {

struct PreviousEvent {
  std::string uid;
  std::int64_t sequence = 0;
  std::vector<std::string> lines;  ///< unfolded, without UID, SEQUENCE and DTSTAMP
  /// The value of a property of the event itself; empty where there is none.
  [[nodiscard]] std::string value(std::string_view property) const;
};

/// By attendee id and session id, as the UIDs name them.
using PreviousEvents = std::map<std::pair<std::string, std::string>, PreviousEvent>;

/// Adds the events of one calendar; of two with one UID the later revision stays. Empty on success,
/// otherwise what is wrong: no calendar, or an event whose times or SEQUENCE nobody can go on from.
[[nodiscard]] std::string read_previous(std::string_view calendar, PreviousEvents& events);

/// "wgpl-8~apc-1@itu-plenipotentiary-conference-2014": ids, and the conference's name as far as it is ASCII
/// letters and digits, else a number made of it. Neither time nor place, so that a session that moves keeps it.
[[nodiscard]] std::string event_uid(std::string_view session, std::string_view attendee, std::string_view conference);

}  // namespace plancover
