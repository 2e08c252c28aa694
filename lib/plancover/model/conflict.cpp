#include "plancover/model/conflict.hpp"

namespace plancover {

std::optional<Conflict> conflict(const Conference& conference, SessionIndex a, Presence in_a, SessionIndex b,
                                 Presence in_b, std::optional<Minutes> rest) {
  const Session& one = conference.sessions[a];
  const Session& other = conference.sessions[b];
  const Window& time = one.time.value;
  const Window& other_time = other.time.value;
  if (overlap(time, other_time)) return Conflict::overlap;

  const Minutes between = time.from < other_time.from ? other_time.from - time.until : time.from - other_time.until;
  const bool both_on_site = in_a == Presence::on_site && in_b == Presence::on_site;
  const bool same_room = !one.room.empty() && one.room == other.room;
  if (both_on_site && !same_room && between < conference.transfer) return Conflict::transfer;
  if (rest && one.day != other.day && between < *rest) return Conflict::rest;
  return std::nullopt;
}

}  // namespace plancover
