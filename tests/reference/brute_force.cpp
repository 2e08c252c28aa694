#include "reference/brute_force.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <tuple>

#include "reference/rules.hpp"

namespace plancover::reference {
namespace {

/// How many sit in each seat, three bits a seat.
using Fill = std::uint64_t;

struct SeatKind {
  SessionIndex session;
  RoleIndex role;
  int required = 0;
  int wanted = 0;
  bool all = false;
  bool history = false;
  int shift = 0;  ///< its place in Fill
};

std::vector<SeatKind> seat_kinds(const Conference& conference, const Past& past) {
  std::vector<SeatKind> kinds;
  for (const SessionIndex s : conference.sessions.indexes()) {
    const Session& session = conference.sessions[s];
    if (session.cancelled) continue;
    const bool history = past.now && session.time.value.from < *past.now;
    for (const SeatCount& seat : session.seats.value) {
      kinds.push_back(
          {s, seat.role, seat.required, seat.wanted, seat.all, history, static_cast<int>(3 * kinds.size())});
    }
  }
  if (kinds.size() > 21 || conference.attendees.size() > 7) throw std::length_error("too large for brute force");
  return kinds;
}

int in_seat(const SeatKind& kind, Fill fill) {
  return static_cast<int>((fill >> kind.shift) & 7);
}

Fill fill_of(const std::vector<SeatKind>& kinds, const std::vector<Shift>& schedule) {
  Fill fill = 0;
  for (const SeatKind& kind : kinds) {
    for (const Shift& shift : schedule) {
      if (shift.session == kind.session && shift.role == kind.role) fill += Fill{1} << kind.shift;
    }
  }
  return fill;
}

bool within_counts(const std::vector<SeatKind>& kinds, Fill fill) {
  for (const SeatKind& kind : kinds) {
    if (!kind.all && !kind.history && in_seat(kind, fill) > kind.wanted) return false;
  }
  return true;
}

/// All levels as "fewer is better", in the order of section 5 with `changes` where the past puts it.
using Vector = std::vector<std::int64_t>;

Vector evaluate(const Conference& conference, const Past& past, const std::vector<SeatKind>& kinds, Fill fill,
                std::int64_t changed, std::int64_t quality) {
  std::array<std::int64_t, 4> required{};
  std::array<std::int64_t, 4> optional{};
  for (std::size_t i = 0; i < kinds.size();) {
    const SessionIndex s = kinds[i].session;
    const auto tier = static_cast<std::size_t>(conference.sessions[s].priority.value);
    int asked = 0;
    int sitting = 0;
    for (; i < kinds.size() && kinds[i].session == s; ++i) {
      const SeatKind& kind = kinds[i];
      const int filled = in_seat(kind, fill);
      asked += kind.required;
      sitting += filled;
      if (kind.all && filled > kind.required) quality += conference.weights.attend * (filled - kind.required);
      if (kind.history) continue;
      if (filled < kind.required) required[tier] += kind.required - filled;
      if (!kind.all) optional[tier] += (kind.wanted - kind.required) - std::max(0, filled - kind.required);
    }
    if (!kinds[i - 1].history && asked > 0 && sitting == 0) ++required[tier];
  }
  Vector vector;
  for (std::size_t tier = 0; tier < 4; ++tier) {
    vector.push_back(required[tier]);
    if (past.has_previous && tier == static_cast<std::size_t>(past.disturb_for)) vector.push_back(changed);
  }
  vector.insert(vector.end(), optional.begin(), optional.end());
  vector.push_back(-quality);
  return vector;
}

std::vector<Level> named(const Past& past, const Vector& vector) {
  constexpr std::array<const char*, 4> tiers{"critical", "high", "normal", "low"};
  std::vector<Level> levels;
  std::size_t next = 0;
  const auto add = [&](const std::string& name, std::int64_t sign) {
    const std::int64_t value = sign * vector[next++];
    levels.push_back({name, value, value});
  };
  for (std::size_t tier = 0; tier < 4; ++tier) {
    add(std::string("required ") + tiers[tier], 1);
    if (past.has_previous && tier == static_cast<std::size_t>(past.disturb_for)) add("changes", 1);
  }
  for (const char* tier : tiers) add(std::string("optional ") + tier, 1);
  add("quality", -1);
  return levels;
}

/// One way to spend the days of an attendee, as the sums see it.
struct Choice {
  Fill fill = 0;
  std::int64_t changed = 0;
  std::int64_t points = 0;
};

/// All attendees up to one have chosen. For one Fill only the best of `changed`, then
/// `points`, is kept: every other level is a function of the Fill alone.
struct State {
  Fill fill = 0;
  std::int64_t changed = 0;
  std::int64_t points = 0;
  std::uint32_t before = 0;
  std::uint32_t choice = 0;
};

std::vector<State> extend(const std::vector<State>& states, const std::vector<Choice>& choices,
                          const std::vector<SeatKind>& kinds) {
  std::vector<State> longer;
  for (std::uint32_t s = 0; s < states.size(); ++s) {
    for (std::uint32_t c = 0; c < choices.size(); ++c) {
      const Fill fill = states[s].fill + choices[c].fill;
      if (!within_counts(kinds, fill)) continue;
      longer.push_back({fill, states[s].changed + choices[c].changed, states[s].points + choices[c].points, s, c});
    }
  }
  std::sort(longer.begin(), longer.end(), [](const State& a, const State& b) {
    return std::tuple(a.fill, a.changed, -a.points, a.before, a.choice) <
           std::tuple(b.fill, b.changed, -b.points, b.before, b.choice);
  });
  const auto same = [](const State& a, const State& b) { return a.fill == b.fill; };
  longer.erase(std::unique(longer.begin(), longer.end(), same), longer.end());
  return longer;
}

}  // namespace

std::optional<Best> brute_force(const Conference& conference, const Past& past) {
  const std::vector<SeatKind> kinds = seat_kinds(conference, past);
  std::vector<std::vector<std::vector<Shift>>> all_schedules;
  std::vector<std::vector<State>> steps{{State{}}};
  for (const AttendeeIndex attendee : conference.attendees.indexes()) {
    all_schedules.push_back(schedules(conference, attendee, past));
    std::vector<Choice> choices;
    for (const auto& schedule : all_schedules.back()) {
      choices.push_back({fill_of(kinds, schedule), changes(conference, attendee, schedule, past),
                         points(conference, attendee, schedule)});
    }
    steps.push_back(extend(steps.back(), choices, kinds));
  }
  if (steps.back().empty()) return std::nullopt;

  Vector best;
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < steps.back().size(); ++i) {
    const State& state = steps.back()[i];
    Vector vector =
        evaluate(conference, past, kinds, state.fill, 2 * past.vanished_attendees + state.changed, state.points);
    if (i != 0 && !(vector < best)) continue;
    best = std::move(vector);
    at = i;
  }

  Best result{named(past, best), {}};
  for (std::size_t step = steps.size() - 1; step > 0; --step) {
    const State& state = steps[step][at];
    const AttendeeIndex attendee{step - 1};
    for (const Shift& shift : all_schedules[step - 1][state.choice]) {
      result.assignments.push_back({shift.session, shift.role, attendee, shift.presence, {}});
    }
    at = state.before;
  }
  return result;
}

std::vector<Level> worth(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past) {
  const std::vector<SeatKind> kinds = seat_kinds(conference, past);
  Fill fill = 0;
  std::int64_t changed = 2 * past.vanished_attendees;
  std::int64_t quality = 0;
  for (const AttendeeIndex attendee : conference.attendees.indexes()) {
    std::vector<Shift> schedule;
    for (const Assignment& a : assignments) {
      if (a.attendee == attendee) schedule.push_back({a.session, a.role, a.presence, false});
    }
    fill += fill_of(kinds, schedule);
    changed += changes(conference, attendee, schedule, past);
    quality += points(conference, attendee, schedule);
  }
  return named(past, evaluate(conference, past, kinds, fill, changed, quality));
}

bool keeps_rules(const Conference& conference, const std::vector<Assignment>& assignments, const Past& past) {
  const auto order = [](const Shift& a, const Shift& b) {
    return std::tuple(a.session, a.role, a.presence) < std::tuple(b.session, b.role, b.presence);
  };
  const auto same = [](const Shift& a, const Shift& b) {
    return a.session == b.session && a.role == b.role && a.presence == b.presence;
  };
  const std::vector<SeatKind> kinds = seat_kinds(conference, past);
  Fill fill = 0;
  for (const AttendeeIndex attendee : conference.attendees.indexes()) {
    std::vector<Shift> planned;
    for (const Assignment& a : assignments) {
      if (a.attendee == attendee) planned.push_back({a.session, a.role, a.presence, false});
    }
    std::sort(planned.begin(), planned.end(), order);
    bool found = false;
    for (std::vector<Shift> schedule : schedules(conference, attendee, past)) {
      std::sort(schedule.begin(), schedule.end(), order);
      found = found || std::equal(schedule.begin(), schedule.end(), planned.begin(), planned.end(), same);
    }
    if (!found) return false;
    fill += fill_of(kinds, planned);
  }
  return within_counts(kinds, fill);
}

}  // namespace plancover::reference
