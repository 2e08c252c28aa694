#include "plancover/insight/ask.hpp"

#include <algorithm>
#include <map>

#include "plancover/insight/answer.hpp"
#include "plancover/model/check.hpp"
#include "plancover/model/eligibility.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/problem/build.hpp"
#include "plancover/solver/make_plan.hpp"

namespace plancover {

namespace {

constexpr int few_solves = 16;

/// The solver asks now and then which share of its time is used up; how often it asks is a
/// measure of its work that is the same on every machine.
SolveOptions counting(std::int64_t& steps) {
  SolveOptions options;
  options.time_used = [&steps] {
    ++steps;
    return 0.0;
  };
  return options;
}

std::chrono::days days_between(const Session& a, const Session& b) {
  return a.day < b.day ? b.day - a.day : a.day - b.day;
}

/// The day of one session, as if it were all there is. The days beside it, with which rest
/// may tie it, keep whom they have; of all others only the hours are left.
Conference one_day(const Conference& conference, const Past& past, SessionIndex centre) {
  Conference day = conference;
  std::map<SeatKey, std::vector<AttendeeIndex>> held;
  for (const Assignment& a : past.previous) {
    const Session& session = conference.sessions[a.session];
    held[{a.session, a.role}].push_back(a.attendee);
    auto& hours = day.attendees[a.attendee].limits.hours;
    if (!hours || session.cancelled || days_between(session, conference.sessions[centre]).count() < 2) continue;
    hours->value = std::max(Minutes{0}, hours->value - session.time.value.length());
  }
  for (const SessionIndex s : conference.sessions.indexes()) {
    Session& session = day.sessions[s];
    const auto apart = days_between(session, conference.sessions[centre]).count();
    if (apart > 1) session.cancelled = true;
    if (apart != 1 || !session.live() || past.is_history(session)) continue;
    for (SeatCount& seat : session.seats.value) {
      int kept = 0;
      for (const AttendeeIndex attendee : held[{s, seat.role}]) {
        if (!candidate(conference, attendee, s, seat.role)) continue;
        ++kept;
        const bool pinned = std::any_of(conference.pinned.begin(), conference.pinned.end(),
                                        [&](const Pin& pin) { return pin.attendee == attendee && pin.session == s; });
        if (!pinned) day.pinned.push_back({attendee, s, seat.role, {}});
      }
      seat = {seat.role, kept, kept, false};
    }
  }
  return day;
}

/// Nothing earns or costs points any more, and nobody is missed where no seat is required.
void forget_quality(Problem& problem) {
  for (const CandidateIndex c : problem.candidates.indexes()) problem.candidates[c].points = 0;
  problem.continuity = problem.attend = problem.load = 0;
  std::erase_if(problem.levels, [](const ProblemLevel& level) {
    return level.kind == LevelKind::changes || level.kind == LevelKind::optional;
  });
}

}  // namespace

Asking::Asked Asking::best(const Conference& conference, const Past& past) {
  --left_;
  std::int64_t steps = 0;
  const BuiltProblem built = build_problem(conference, past);
  const SolveResult result = solve(built.problem, counting(steps));
  if (!nearby_ && (!result.proved || steps > heavy_)) {
    nearby_ = true;
    left_ = std::min(left_, few_solves);
  }
  return {make_plan(conference, past, built, result), result.proved};
}

std::optional<Asking::Asked> Asking::best_about(const Conference& conference, const Past& past, SessionIndex session) {
  if (!nearby_) return best(conference, past);
  --left_;
  std::int64_t steps = 0;
  const Conference day = one_day(conference, past, session);
  Diagnostics found;
  check_pins(day, {}, found);
  if (has_errors(found)) return std::nullopt;  // the day beside it would have to change
  const BuiltProblem built = build_problem(day, past);
  Asked asked;
  asked.plan.now = past.now;
  asked.plan.assignments = assignments_of(built, solve(built.problem, counting(steps)).chosen);
  for (const Assignment& a : past.previous) {
    const bool other_day = days_between(conference.sessions[a.session], conference.sessions[session]).count() > 1;
    if (other_day && !conference.sessions[a.session].cancelled) asked.plan.assignments.push_back(a);
  }
  // A change that reaches beyond the day may leave no plan of this kind.
  if (!verify(conference, asked.plan.assignments, past).empty()) return std::nullopt;
  asked.plan.levels = score(conference, asked.plan.assignments, past);
  asked.plan.gaps = gaps(conference, asked.plan.assignments, past);
  sort_plan(conference, asked.plan);
  return asked;
}

std::optional<Asking::Seats> Asking::seats(const Conference& conference, const Past& past) {
  if (nearby_) return std::nullopt;
  --left_;
  std::int64_t steps = 0;
  BuiltProblem built = build_problem(conference, past);
  forget_quality(built.problem);
  const SolveResult result = solve(built.problem, counting(steps));
  Seats found;
  for (std::size_t i = 0; i < built.problem.levels.size(); ++i) {
    const ProblemLevel& level = built.problem.levels[i];
    if (level.kind != LevelKind::required) continue;
    const auto tier = static_cast<std::size_t>(level.tier);
    found.values[tier] = result.levels[i].value;
    found.bounds[tier] = result.levels[i].bound;
  }
  return found;
}

}  // namespace plancover
