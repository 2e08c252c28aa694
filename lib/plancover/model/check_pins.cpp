#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "plancover/model/check.hpp"
#include "plancover/model/conflict.hpp"
#include "plancover/model/eligibility.hpp"

namespace plancover {

namespace {

/// A pin in a seat that is there, with the way its attendee is there. Where that is not
/// `sure`, for rule 2 forbids it or the attendee could not be read in full, nothing but
/// its time can be held against the other pins.
struct Kept {
  const Pin* pin;
  Presence presence;
  bool sure;
};

std::string pinned_in(const Conference& conference, const Pin& pin) {
  return "attendee '" + conference.attendees[pin.attendee].id + "' is pinned in session '" +
         conference.sessions[pin.session].id + "'";
}

struct Words {
  Code code;
  std::string text;
};

Words words(const Refusal& refusal, const Conference& conference, const Pin& pin) {
  const std::string& role = conference.roles[pin.role].id;
  switch (refusal.obstacle) {
    case Obstacle::barred:
      return {Code::pin_barred, "but barred from it (rule 6)"};
    case Obstacle::away:
      return {Code::pin_presence, "but cannot be there at that time (rule 2)"};
    case Obstacle::no_badge:
      return {Code::pin_presence, "but holds no badge that the door admits (rule 2)"};
    case Obstacle::not_webcast:
      return {Code::pin_presence, "but it is not webcast to them (rule 2)"};
    case Obstacle::asleep:
      return {Code::pin_presence, "but it is outside their daily hours (rule 2)"};
    case Obstacle::onsite_role:
      return {Code::pin_presence, "but follows remotely, and role '" + role + "' is on site only (rule 2)"};
    case Obstacle::cannot:
      return {Code::pin_role, "but cannot '" + refusal.detail + "', as role '" + role + "' needs (rule 3)"};
    case Obstacle::silent:
      return {Code::pin_role, "but is silent on topic '" + refusal.detail + "' (rule 3)"};
    case Obstacle::expertise:
      return {Code::pin_role, "but has not the expertise that role '" + role + "' needs (rule 3)"};
    case Obstacle::language:
      return {Code::pin_role, "but shares no language with it (rule 3)"};
  }
  return {Code::pin_role, {}};
}

class PinCheck {
 public:
  PinCheck(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics)
      : conference_(conference), doubts_(doubts), diagnostics_(diagnostics) {}

  void run() {
    for (const Pin& pin : conference_.pinned) one(pin);
    for (auto& [attendee, pins] : kept_) together(conference_.attendees[attendee], pins);
  }

 private:
  void say(Code code, const Pin& pin, const std::string& but, std::vector<Note> notes) {
    diagnostics_.push_back({code, pin.where, pinned_in(conference_, pin) + " " + but, std::move(notes), {}, 1});
  }

  void one(const Pin& pin) {
    if (doubts_.about(pin.session)) return;
    const Session& session = conference_.sessions[pin.session];
    if (session.cancelled) {
      diagnostics_.push_back({Code::pin_cancelled,
                              pin.where,
                              "the pin is ignored: session '" + session.id + "' is cancelled",
                              {{"the session", session.where}},
                              {},
                              1});
      return;
    }
    const auto [first, fresh] = seats_.try_emplace({pin.attendee, pin.session}, &pin);
    if (!fresh) {
      const bool same = first->second->role == pin.role;
      say(same ? Code::pin_twice : Code::pin_seat, pin, same ? "twice" : "in two roles (rule 1)",
          {{"first pinned here", first->second->where}});
      return;
    }
    if (!has_seat(pin, session)) return;
    const Eligibility answer = eligibility(conference_, pin.attendee, pin.session, pin.role);
    const bool doubtful = doubts_.about(pin.attendee);
    for (const Refusal& refusal : answer.refusals) {
      if (doubtful && refusal.obstacle != Obstacle::barred) continue;
      const Words said = words(refusal, conference_, pin);
      std::vector<Note> notes;
      if (refusal.because.known()) notes.push_back({"this decides it", refusal.because});
      say(said.code, pin, said.text, std::move(notes));
    }
    const bool sure = !doubtful && answer.presence.has_value();
    kept_[pin.attendee].push_back({&pin, sure ? *answer.presence : Presence::remote, sure});
  }

  bool has_seat(const Pin& pin, const Session& session) {
    const std::string& role = conference_.roles[pin.role].id;
    const auto seat = std::find_if(session.seats.value.begin(), session.seats.value.end(),
                                   [&](const SeatCount& each) { return each.role == pin.role; });
    std::vector<Note> notes;
    if (session.seats.where.known()) notes.push_back({"its seats are given here", session.seats.where});
    if (seat == session.seats.value.end()) {
      say(Code::pin_seat, pin, "as '" + role + "', which the session does not ask for (rule 1)", std::move(notes));
      return false;
    }
    const int taken = ++taken_[{pin.session, pin.role}];
    if (seat->all || taken <= seat->wanted) return true;
    say(Code::pin_seat, pin, "as '" + role + "', but all such seats are pinned already (rule 1)", std::move(notes));
    return false;
  }

  void together(const Attendee& attendee, std::vector<Kept>& pins) {
    std::stable_sort(pins.begin(), pins.end(), [&](const Kept& a, const Kept& b) { return time(a) < time(b); });
    std::optional<Minutes> rest;
    if (attendee.limits.rest) rest = attendee.limits.rest->value;
    const Minutes reach = std::max(conference_.transfer, rest.value_or(Minutes{0}));
    for (std::size_t i = 0; i < pins.size(); ++i) {
      // Whatever starts later than this cannot be too near, nor what comes after it.
      for (std::size_t j = i + 1; j < pins.size() && time(pins[j]).from < time(pins[i]).until + reach; ++j) {
        pair(pins[i], pins[j], attendee, rest);
      }
    }
    limits(attendee, pins);
  }

  void pair(const Kept& a, const Kept& b, const Attendee& attendee, std::optional<Minutes> rest) {
    const bool sure = a.sure && b.sure;
    const auto found = conflict(conference_, a.pin->session, a.presence, b.pin->session, b.presence,
                                sure ? rest : std::optional<Minutes>());
    if (!found) return;
    const std::string other = "'" + conference_.sessions[a.pin->session].id + "'";
    std::vector<Note> notes{{"the other pin", a.pin->where}};
    switch (*found) {
      case Conflict::overlap:
        say(Code::pin_overlap, *b.pin, "and in " + other + " at the same time (rule 4)", std::move(notes));
        break;
      case Conflict::transfer:
        say(Code::pin_overlap, *b.pin,
            "less than " + to_string(conference_.transfer) + " after " + other + " in another room (rule 4)",
            std::move(notes));
        break;
      case Conflict::rest:
        notes.push_back({"the limit", attendee.limits.rest->where});
        say(Code::pin_limit, *b.pin, "with less than " + to_string(*rest) + " of rest after " + other + " (rule 5)",
            std::move(notes));
        break;
    }
  }

  void limits(const Attendee& attendee, const std::vector<Kept>& pins) {
    std::map<Day, std::pair<int, Minutes>> days;
    Minutes all{0};
    const Limits& limit = attendee.limits;
    const auto exceeds = [&](const Pin& pin, const std::string& what, Location where) {
      say(Code::pin_limit, pin, "beyond the limit of " + what + " (rule 5)", {{"the limit", where}});
    };
    for (const Kept& each : pins) {
      if (!each.sure) continue;
      const Session& session = conference_.sessions[each.pin->session];
      auto& [count, minutes] = days[session.day];
      if (conference_.committees[session.committee].kind != CommitteeKind::meeting) ++count;
      const Minutes before = minutes;
      const Minutes all_before = all;
      minutes += session.time.value.length();
      all += session.time.value.length();
      const bool counted = conference_.committees[session.committee].kind != CommitteeKind::meeting;
      if (limit.sessions_per_day && counted && count == limit.sessions_per_day->value + 1) {
        exceeds(*each.pin, std::to_string(limit.sessions_per_day->value) + " sessions per day",
                limit.sessions_per_day->where);
      }
      if (limit.hours_per_day && minutes > limit.hours_per_day->value && before <= limit.hours_per_day->value) {
        exceeds(*each.pin, to_string(limit.hours_per_day->value) + " per day", limit.hours_per_day->where);
      }
      if (limit.hours && all > limit.hours->value && all_before <= limit.hours->value) {
        exceeds(*each.pin, to_string(limit.hours->value) + " in all", limit.hours->where);
      }
    }
  }

  const Window& time(const Kept& kept) const { return conference_.sessions[kept.pin->session].time.value; }

  const Conference& conference_;
  const Doubts& doubts_;
  Diagnostics& diagnostics_;
  std::map<std::pair<AttendeeIndex, SessionIndex>, const Pin*> seats_;
  std::map<std::pair<SessionIndex, RoleIndex>, int> taken_;
  std::map<AttendeeIndex, std::vector<Kept>> kept_;
};

}  // namespace

void check_pins(const Conference& conference, const Doubts& doubts, Diagnostics& diagnostics) {
  PinCheck(conference, doubts, diagnostics).run();
}

}  // namespace plancover
