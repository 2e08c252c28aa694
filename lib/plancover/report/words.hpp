// The phrases that every report shares: a day, a span of time, a session's title, an
// attendee's label. Raw text from files goes in and comes out raw: the form that prints
// it escapes it.
#pragma once

#include <string>

#include "plancover/report/view.hpp"

namespace plancover {

/// "Mon 2014-10-20"
[[nodiscard]] std::string day_text(Day day);
/// "09:30-12:30" on the zone's wall clock; an end on another day is plain from its being earlier.
[[nodiscard]] std::string span_text(const Zone& zone, const Window& time);
/// The date on which the session starts, on the conference's clock: after midnight the day after the one it counts for.
[[nodiscard]] Day date_of(const Conference& conference, const Session& session);
/// The session's span for under the heading of the day that it counts for: "Tue 02:00-03:00" where it starts on
/// another.
[[nodiscard]] std::string span_under_day(const Conference& conference, const Session& session);
/// "Working Group of the Plenary, 8th meeting"; the session's own name only where it has one.
[[nodiscard]] std::string session_title(const Conference& conference, const Session& session);
/// "APC adviser (apc-1)", or the id alone where it is the name.
[[nodiscard]] std::string attendee_label(const Attendee& attendee);
/// The same with ", remote" for someone who follows from elsewhere.
[[nodiscard]] std::string occupant_label(const Conference& conference, const Occupant& occupant);
/// "APC adviser (apc-1), NRO (nro-1, remote); EMPTY; 2 empty, optional": all of one seat.
[[nodiscard]] std::string seat_text(const Conference& conference, const SeatView& seat);
/// "lead APC adviser (apc-1); notes EMPTY": all seats of a session.
[[nodiscard]] std::string seats_text(const Conference& conference, const SessionView& session);
/// "1 seat", "3 seats"
[[nodiscard]] std::string counted(std::int64_t count, std::string_view one, std::string_view many);

}  // namespace plancover
