#include "plancover/solver/day_layout.hpp"

#include <algorithm>

namespace plancover {

namespace {

bool holds(const std::vector<SlotIndex>& slots, SlotIndex slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

void settle_base(const Problem& problem, PersonIndex holder, std::span<const CandidateIndex> candidates,
                 const Prices& prices, const Fates& fates, DayLayout& day) {
  std::vector<SlotIndex> sits;
  for (const CandidateIndex c : candidates) {
    if (fates[c.value] != Fate::chosen) continue;
    for (const CandidateIndex other : day.base) {
      if (clash(problem, c, other)) day.feasible = false;
    }
    day.base.push_back(c);
    sits.push_back(problem.candidates[c].session);
    day.decided = day.decided || !problem.candidates[c].fixed;
    const ProblemSession& session = problem.sessions[problem.candidates[c].session];
    day.base_minutes += session.end - session.start;
    day.base_value += prices.gain[c.value];
    if (session.counts) day.base_value -= prices.load * day.base_counted++;
  }
  for (const CandidateIndex c : day.base) {
    const SlotIndex slot = problem.candidates[c].session;
    if (!continuity_within_day(problem, slot)) continue;
    const auto& previous = problem.sessions[slot].previous;
    if (std::any_of(previous.begin(), previous.end(), [&](SlotIndex s) { return holds(sits, s); })) {
      day.base_value += prices.continuity;
    }
  }
  const Person& person = problem.people[holder];
  day.minutes_left = std::min(person.minutes_per_day, person.minutes) - day.base_minutes;
  day.room_left = person.sessions_per_day - day.base_counted;
  // History may exceed a limit; what branching adds may not.
  if (day.decided && (day.minutes_left < 0 || day.room_left < 0)) day.feasible = false;
}

void add_steps(const Problem& problem, std::span<const CandidateIndex> candidates, const Prices& prices,
               const Fates& fates, DayLayout& day) {
  for (const CandidateIndex c : candidates) {
    if (fates[c.value] != Fate::open) continue;
    const ProblemSession& session = problem.sessions[problem.candidates[c].session];
    if (session.end - session.start > day.minutes_left) continue;
    if (session.counts && day.room_left <= 0) continue;
    const bool blocked =
        std::any_of(day.base.begin(), day.base.end(), [&](CandidateIndex b) { return clash(problem, b, c); });
    if (blocked) continue;
    DayStep step;
    step.candidate = c;
    step.start = session.start;
    step.end = session.end;
    step.counts = session.counts;
    step.gain = prices.gain[c.value];
    step.hope = step.gain;
    day.steps.push_back(step);
  }
}

/// Continuity is hoped for wherever the other session of the pair is possible at all.
void add_hope(const Problem& problem, const Prices& prices, DayLayout& day) {
  if (prices.continuity == 0) return;
  std::vector<SlotIndex> possible;
  for (const CandidateIndex c : day.base) possible.push_back(problem.candidates[c].session);
  for (const DayStep& step : day.steps) possible.push_back(problem.candidates[step.candidate].session);
  for (DayStep& step : day.steps) {
    const SlotIndex slot = problem.candidates[step.candidate].session;
    const auto& previous = problem.sessions[slot].previous;
    if (continuity_within_day(problem, slot) &&
        std::any_of(previous.begin(), previous.end(), [&](SlotIndex s) { return holds(possible, s); })) {
      step.hope += prices.continuity;
    }
    for (const CandidateIndex c : day.base) {
      const SlotIndex after = problem.candidates[c].session;
      if (continuity_within_day(problem, after) && holds(problem.sessions[after].previous, slot)) {
        step.hope += prices.continuity;
      }
    }
  }
}

void look_ahead(const Prices& prices, DayLayout& day) {
  const std::size_t n = day.steps.size();
  for (DayStep& step : day.steps) {
    const auto after = std::lower_bound(day.steps.begin(), day.steps.end(), step.end,
                                        [](const DayStep& s, std::int64_t end) { return s.start < end; });
    step.next = static_cast<std::size_t>(after - day.steps.begin());
  }
  // The longest chain of counted sessions, to leave out layers that cannot matter.
  std::vector<int> chain(n + 1, 0);
  for (std::size_t i = n; i-- > 0;) {
    chain[i] = std::max(chain[i + 1], chain[day.steps[i].next] + (day.steps[i].counts ? 1 : 0));
  }
  const bool limit_binds = day.room_left < chain[0];
  const bool layered = limit_binds || prices.load != 0;
  const int most = std::min(chain[0], std::max(0, day.room_left));
  day.layers = layered ? static_cast<std::size_t>(most) + 1 : 1;
  day.ahead.assign(day.layers * (n + 1), 0);
  for (std::size_t layer = day.layers; layer-- > 0;) {
    const auto at = [&](std::size_t step, std::size_t in) -> std::int64_t& { return day.ahead[in * (n + 1) + step]; };
    for (std::size_t i = n; i-- > 0;) {
      const DayStep& step = day.steps[i];
      std::int64_t best = at(i + 1, layer);
      if (!layered || !step.counts) {
        best = std::max(best, step.hope + at(step.next, layer));
      } else if (layer + 1 < day.layers) {
        const std::int64_t load = prices.load * (day.base_counted + static_cast<std::int64_t>(layer));
        best = std::max(best, step.hope - load + at(step.next, layer + 1));
      }
      at(i, layer) = best;
    }
  }
}

}  // namespace

DayLayout lay_out_day(const Problem& problem, PersonIndex person, std::span<const CandidateIndex> candidates,
                      const Prices& prices, const Fates& fates) {
  DayLayout day;
  settle_base(problem, person, candidates, prices, fates, day);
  if (!day.feasible) return day;
  add_steps(problem, candidates, prices, fates, day);
  add_hope(problem, prices, day);
  look_ahead(prices, day);
  return day;
}

}  // namespace plancover
