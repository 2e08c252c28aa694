#include "plancover/insight/ask.hpp"

#include <algorithm>
#include <map>

#include "plancover/insight/answer.hpp"
#include "plancover/insight/outcome.hpp"
#include "plancover/model/check.hpp"
#include "plancover/model/eligibility.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/problem/build.hpp"
#include "plancover/solver/make_plan.hpp"

namespace plancover {

namespace {

constexpr int few_solves = 16;

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

std::optional<Asking::Asked> best_nearby(const Conference& conference, const Past& past, SessionIndex session) {
  const Conference day = one_day(conference, past, session);
  Diagnostics found;
  check_pins(day, {}, found);
  if (has_errors(found)) return std::nullopt;  // the day beside it would have to change
  const BuiltProblem built = build_problem(day, past);
  Asking::Asked asked;
  asked.plan.now = past.now;
  asked.plan.assignments = assignments_of(built, solve(built.problem, {}).chosen);
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

}  // namespace

Asking::Asked Asking::best(const Conference& conference, const Past& past) {
  --left_;
  const BuiltProblem built = build_problem(conference, past);
  const SolveResult result = solve(built.problem, {});
  if (!first_) first_ = solved(built.problem, result);
  return {make_plan(conference, past, built, result), result.proved};
}

Asking::Asked Asking::whole(const Conference& conference, const Past& past) const {
  const BuiltProblem built = build_problem(conference, past);
  SolveOptions options;
  options.work = work_;
  if (first_) options.at_least = promised(*first_, built.problem);
  const SolveResult result = solve(built.problem, options);
  return {make_plan(conference, past, built, result), result.proved};
}

void Asking::left_unproved() {
  if (++unproved_ < 3) return;
  nearby_ = true;
  left_ = std::min(left_, few_solves);
}

std::optional<Asking::Asked> Asking::best_about(const Conference& conference, const Past& past, SessionIndex session) {
  --left_;
  if (nearby_) return best_nearby(conference, past, session);
  Asked asked = whole(conference, past);
  if (asked.proved) return asked;
  left_unproved();
  auto nearby = best_nearby(conference, past, session);
  return nearby && better_levels(nearby->plan.levels, asked.plan.levels) ? nearby : std::move(asked);
}

std::optional<Asking::Seats> Asking::seats(const Conference& conference, const Past& past) {
  if (nearby_) return std::nullopt;
  --left_;
  BuiltProblem built = build_problem(conference, past);
  forget_quality(built.problem);
  SolveOptions options;
  options.work = work_;
  if (first_) options.at_least = promised(*first_, built.problem);
  const SolveResult result = solve(built.problem, options);
  if (!result.proved) left_unproved();
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
