// The events of a day as they are typed on a command line: ID=WHEN, ID=FROM..TO, a session.
// Each text is a source of its own, so that what is wrong with it has a place like any other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"
#include "plancover/model/events.hpp"

namespace plancover {

enum class EventKind { leaves, arrives, absent, cancel };

struct EventText {
  EventKind kind{};
  std::uint32_t file = 0;  ///< of the source that holds the text
};

struct EventsRead {
  Events events;
  Diagnostics diagnostics;  ///< tidy; events that hold an error are left out
};

/// WHEN is a day and a time, or a day: someone leaves at its end and arrives at its beginning. Times are read
/// on the conference's clock.
[[nodiscard]] EventsRead read_events(const Conference& conference, const Sources& sources,
                                     const std::vector<EventText>& texts);

/// The present moment: a day and a time, or a day for its beginning. Refuses what lies outside the conference.
[[nodiscard]] std::optional<Instant> read_now(const Conference& conference, const Sources& sources, std::uint32_t file,
                                              Diagnostics& diagnostics);

}  // namespace plancover
