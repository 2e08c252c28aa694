#include "plancover/solver/day_layout.hpp"

#include <algorithm>

namespace plancover {

namespace {

constexpr int unknown_place = -1;  // never the same as another
constexpr int remote_place = -2;   // needs no way

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
  day.steps.reserve(candidates.size());
  for (const CandidateIndex c : candidates) {
    if (fates[c.value] != Fate::open) continue;
    const SlotIndex slot = problem.candidates[c].session;
    const ProblemSession& session = problem.sessions[slot];
    if (session.end - session.start > day.minutes_left) continue;
    if (session.counts && day.room_left <= 0) continue;
    const bool blocked =
        std::any_of(day.base.begin(), day.base.end(), [&](CandidateIndex b) { return clash(problem, b, c); });
    if (blocked) continue;
    DayStep& step = day.steps.emplace_back();
    step.candidate = c;
    step.session = slot;
    step.start = session.start;
    step.end = session.end;
    step.place = problem.candidates[c].remote ? remote_place : session.room < 0 ? unknown_place : session.room;
    step.counts = session.counts;
    step.may_continue = prices.continuity != 0 && !session.previous.empty() && continuity_within_day(problem, slot);
    step.gain = prices.gain[c.value];
    step.hope = step.gain;
  }
}

/// The first step in the session, or in one after it.
std::size_t first_at(SlotIndex session, const std::vector<DayStep>& steps) {
  const auto at =
      std::partition_point(steps.begin(), steps.end(), [&](const DayStep& step) { return step.session < session; });
  return static_cast<std::size_t>(at - steps.begin());
}

/// Leaves out what is in no day worth at most `spare` less than the best: what costs more than it can bring, together
/// with what it continues and what continues it. Charges and load only cost.
void leave_out_idle(const Problem& problem, const Prices& prices, std::int64_t spare, DayLayout& day) {
  const auto costs = [&](const DayStep& step) { return step.gain < -spare; };
  if (std::none_of(day.steps.begin(), day.steps.end(), costs)) return;
  std::vector<std::int64_t> brings(day.steps.size(), 0);
  const auto add_before = [&](SlotIndex session) {
    for (const SlotIndex before : problem.sessions[session].previous) {
      for (std::size_t i = first_at(before, day.steps); i < brings.size() && day.steps[i].session == before; ++i)
        brings[i] += prices.continuity;
    }
  };
  for (const CandidateIndex c : day.base) {
    const SlotIndex session = problem.candidates[c].session;
    if (continuity_within_day(problem, session)) add_before(session);
  }
  std::vector<DayStep> kept;
  for (std::size_t i = day.steps.size(); i-- > 0;) {  // what continues a session comes after it
    const DayStep& step = day.steps[i];
    if (step.may_continue) brings[i] += prices.continuity;
    if (step.gain + brings[i] < -spare) continue;
    kept.push_back(step);
    if (step.may_continue) add_before(step.session);
  }
  std::reverse(kept.begin(), kept.end());
  day.steps = std::move(kept);
}

/// One more than the first step in one of these sessions, which are ascending as steps are; 0 if there is none.
std::size_t first_in(const std::vector<SlotIndex>& sessions, const std::vector<DayStep>& steps) {
  for (const SlotIndex s : sessions) {
    const std::size_t at = first_at(s, steps);
    if (at < steps.size() && steps[at].session == s) return at + 1;
  }
  return 0;
}

/// Continuity is hoped for wherever the other session of the pair is possible at all; what is skipped on the way to it
/// is known only where steps are put in a row.
void add_hope(const Problem& problem, const Prices& prices, DayLayout& day) {
  if (prices.continuity == 0) return;
  std::vector<SlotIndex> sits;
  for (const CandidateIndex c : day.base) sits.push_back(problem.candidates[c].session);
  for (DayStep& step : day.steps) {
    if (step.may_continue) {
      const auto& previous = problem.sessions[step.session].previous;
      const bool by_base = std::any_of(previous.begin(), previous.end(), [&](SlotIndex s) { return holds(sits, s); });
      const std::size_t first = by_base ? 0 : first_in(previous, day.steps);
      if (by_base || first > 0) step.hope += prices.continuity;
      step.continues = first;
    }
    for (const SlotIndex after : sits) {
      if (continuity_within_day(problem, after) && holds(problem.sessions[after].previous, step.session)) {
        step.hope += prices.continuity;
      }
    }
  }
}

/// The most that can follow step `i` where it ends the choice so far. `continuing`: the steps that may continue others.
std::int64_t most_after(const DayLayout& day, std::size_t i, const std::vector<std::size_t>& continuing,
                        std::size_t layer) {
  const DayStep& step = day.steps[i];
  const std::size_t n = day.steps.size();
  const std::int64_t* with = day.with.data() + layer * (n + 1);
  std::int64_t best = 0;
  std::size_t j = step.next;
  // Only what starts within the way between two rooms can clash without overlapping.
  for (; j < n && day.steps[j].start < step.end + day.transfer; ++j) {
    if (with[j] <= best || day.clash(step, day.steps[j])) continue;
    best = std::max(best, with[j] - (day.steps[j].continues > i + 1 ? day.continuity : 0));
  }
  best = std::max(best, day.alone[layer * (n + 1) + j]);
  for (std::size_t k = continuing.size(); k-- > 0 && continuing[k] >= j;) {
    if (day.steps[continuing[k]].continues <= i + 1) best = std::max(best, with[continuing[k]]);
  }
  return best;
}

/// Weighted interval scheduling from the end of the day, by the number of sessions before.
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
  std::vector<std::size_t> continuing;
  for (std::size_t i = 0; i < n; ++i) {
    if (day.steps[i].continues > 0) continuing.push_back(i);
  }
  day.ahead.assign(day.layers * (n + 1), 0);
  day.alone.assign(day.layers * (n + 1), 0);
  day.with.assign(day.layers * (n + 1), impossible);
  for (std::size_t layer = day.layers; layer-- > 0;) {
    std::int64_t* ahead = day.ahead.data() + layer * (n + 1);
    std::int64_t* alone = day.alone.data() + layer * (n + 1);
    std::int64_t* with = day.with.data() + layer * (n + 1);
    for (std::size_t i = n; i-- > 0;) {
      const DayStep& step = day.steps[i];
      if (!layered || !step.counts) {
        with[i] = step.hope + most_after(day, i, continuing, layer);
      } else if (layer + 1 < day.layers) {
        const std::int64_t load = prices.load * (day.base_counted + static_cast<std::int64_t>(layer));
        with[i] = step.hope - load + most_after(day, i, continuing, layer + 1);
      }
      ahead[i] = std::max(ahead[i + 1], with[i]);
      alone[i] = std::max(alone[i + 1], with[i] - (step.continues > 0 ? day.continuity : 0));
    }
  }
}

bool same_charges(const std::vector<Charge>& charges, CandidateIndex a, CandidateIndex b) {
  return std::all_of(charges.begin(), charges.end(), [&](const Charge& charge) {
    return std::binary_search(charge.members.begin(), charge.members.end(), a) ==
           std::binary_search(charge.members.begin(), charge.members.end(), b);
  });
}

/// Steps of one session stand together: candidates are by session.
void keep_the_best(const std::vector<Charge>& charges, DayLayout& day) {
  std::size_t kept = 0;
  for (const DayStep& step : day.steps) {
    bool beaten = false;
    for (std::size_t i = kept; i-- > 0 && day.steps[i].session == step.session;) {
      DayStep& best = day.steps[i];
      if (best.place != step.place || !same_charges(charges, best.candidate, step.candidate)) continue;
      if (step.gain > best.gain) best = step;
      beaten = true;
      break;
    }
    if (beaten) continue;
    if (&day.steps[kept] != &step) day.steps[kept] = step;
    ++kept;
  }
  day.steps.resize(kept);
}

DayLayout laid_out(const Problem& problem, PersonIndex person, std::span<const CandidateIndex> candidates,
                   const Prices& prices, const std::vector<Charge>* charges, const Fates& fates, std::int64_t spare) {
  DayLayout day;
  day.transfer = problem.transfer;
  day.continuity = prices.continuity;
  settle_base(problem, person, candidates, prices, fates, day);
  if (!day.feasible) return day;
  add_steps(problem, candidates, prices, fates, day);
  if (charges != nullptr) {
    leave_out_idle(problem, prices, spare, day);
    keep_the_best(*charges, day);
  }
  add_hope(problem, prices, day);
  look_ahead(prices, day);
  return day;
}

}  // namespace

bool DayLayout::clash(const DayStep& one, const DayStep& two) const {
  if (two.start < one.end) return true;
  if (one.place == remote_place || two.place == remote_place) return false;
  const bool same_room = one.place == two.place && one.place != unknown_place;
  return !same_room && two.start - one.end < transfer;
}

DayLayout lay_out_day(const Problem& problem, PersonIndex person, std::span<const CandidateIndex> candidates,
                      const Prices& prices, const Fates& fates) {
  return laid_out(problem, person, candidates, prices, nullptr, fates, 0);
}

DayLayout lay_out_best(const Problem& problem, PersonIndex person, std::span<const CandidateIndex> candidates,
                       const Prices& prices, const std::vector<Charge>& charges, const Fates& fates,
                       std::int64_t spare) {
  return laid_out(problem, person, candidates, prices, &charges, fates, spare);
}

}  // namespace plancover
