// What happens on a day of the conference, as values: someone leaves or arrives, is away for
// a while, a session is cancelled. Applied to a Conference they make the one of that day;
// the files stay as they are. Refuses nothing: who makes events has checked that they fit.
#pragma once

#include <optional>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/model/past.hpp"

namespace plancover {

/// The windows on site end at `when`: none reaches beyond it, and the last that begins before it ends there.
struct Leaving {
  AttendeeIndex attendee;
  Instant when{};
  Location where{};
};

/// The windows on site begin at `when`: none begins before it, and the first that ends after it begins there.
struct Arrival {
  AttendeeIndex attendee;
  Instant when{};
  Location where{};
};

/// One more stretch that is unavailable, on site and remote alike.
struct Absence {
  AttendeeIndex attendee;
  Window time{};
  Location where{};
};

struct Cancellation {
  SessionIndex session;
  Location where{};
};

/// At most one leaving and one arrival for each attendee.
struct Events {
  std::vector<Leaving> leavings;
  std::vector<Arrival> arrivals;
  std::vector<Absence> absences;
  std::vector<Cancellation> cancellations;
};

/// A window on site as events leave it; `index` counts the windows as they were.
struct WindowLeft {
  std::size_t index = 0;
  Window value{};
};
/// What is left of `windows`, in their order, with an arrival, a leaving or both (the arrival is the earlier).
/// They are only shortened, but that the first begins earlier for an arrival before it, and the last ends later.
[[nodiscard]] std::vector<WindowLeft> windows_left(const std::vector<Sourced<Window>>& windows,
                                                   std::optional<Instant> arrival, std::optional<Instant> leaving);

/// The conference after the events: arrivals first, then leavings, so that with both the windows lie between them.
[[nodiscard]] Conference after_events(Conference conference, const Events& events);

/// Makes on_site_windows and remote_windows from what is available and unavailable.
void settle_windows(Attendee& attendee);

/// What is left of the pins where events made some of them impossible (rule 6).
struct PinsLeft {
  std::vector<Pin> kept;
  std::vector<Pin> dropped;
  Diagnostics diagnostics;  ///< a warning for each pin that is dropped, an error for one that `past` does not hold
};

/// `today` as `after_events` gives it, of a conference whose pins kept the rules. Pins in cancelled sessions stay,
/// without effect; those in history are dropped without a word, for the previous plan decides there.
[[nodiscard]] PinsLeft pins_left(const Conference& today, const Past& past, const Events& events);

}  // namespace plancover
