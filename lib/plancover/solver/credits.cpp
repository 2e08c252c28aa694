#include "plancover/solver/credits.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "plancover/solver/day_search.hpp"

namespace plancover {

namespace {

void change_gain(const Problem& problem, const Cell& cell, const Potential& potential, std::int64_t continuity,
                 std::int64_t times, std::vector<std::int64_t>& gain) {
  std::vector<std::pair<SlotIndex, std::int64_t>> credits;  // a session may have several
  for (const DayLink& link : potential.links) {
    credits.emplace_back(link.session, continuity - link.early);
    for (const SlotIndex before : link.previous) credits.emplace_back(before, link.early);
  }
  std::sort(credits.begin(), credits.end());
  auto next = credits.begin();
  SlotIndex now;
  std::int64_t credit = 0;
  for (const CandidateIndex c : cell.candidates) {  // by session, too
    const SlotIndex slot = problem.candidates[c].session;
    if (slot != now) credit = 0;
    now = slot;
    while (next != credits.end() && next->first < slot) ++next;
    for (; next != credits.end() && next->first == slot; ++next) credit += next->second;
    gain[c.value] += times * credit;
  }
}

}  // namespace

void add_credits(const Problem& problem, const Cell& cell, const Potential& potential, std::int64_t continuity,
                 std::vector<std::int64_t>& gain) {
  change_gain(problem, cell, potential, continuity, 1, gain);
}

void take_credits(const Problem& problem, const Cell& cell, const Potential& potential, std::int64_t continuity,
                  std::vector<std::int64_t>& gain) {
  change_gain(problem, cell, potential, continuity, -1, gain);
}

void charge_minutes(const Problem& problem, const Cell& cell, const Prices& prices, const Fates& fates,
                    Potential& potential, std::vector<std::int64_t>& gain) {
  const std::vector<Charge> charges = night_charges(potential);
  std::vector<DayOptions> days;
  std::int64_t work = 0;
  for (const auto& [first, last] : days_of(problem, cell.candidates)) {
    const auto candidates = std::span(cell.candidates).subspan(first, last - first);
    const DayLayout layout = lay_out_best(problem, cell.person, candidates, prices, charges, fates);
    if (layout.feasible) days.push_back(search_day(problem, prices, charges, layout, true, work));
  }
  const auto minutes_at = [&](std::int64_t per_minute) {
    std::int64_t sum = 0;
    for (const DayOptions& day : days) {
      const auto worth = [&](const DayOption& o) { return o.value - per_minute * o.minutes; };
      sum += std::max_element(day.options.begin(), day.options.end(), [&](const DayOption& a, const DayOption& b) {
               return worth(a) < worth(b);
             })->minutes;
    }
    return sum;
  };
  std::int64_t low = 0;
  std::int64_t high = std::int64_t{1} << 40;
  const std::int64_t limit = problem.people[cell.person].minutes;
  if (minutes_at(0) <= limit) high = 0;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (minutes_at(middle) <= limit ? high : low) = middle;
  }
  potential.per_minute = high;
  for (const CandidateIndex c : cell.candidates) {
    const ProblemSession& session = problem.sessions[problem.candidates[c].session];
    gain[c.value] -= high * (session.end - session.start);
  }
}

std::int64_t credit_constant(const Potential& potential, std::int64_t limit) {
  std::int64_t sum = potential.hours ? potential.per_minute * limit : 0;
  for (const NightClash& night : potential.nights) sum += night.charge;
  return sum;
}

std::vector<Charge> night_charges(const Potential& potential) {
  std::vector<Charge> charges;
  for (const NightClash& night : potential.nights) {
    if (night.charge == 0) continue;
    charges.push_back({night.first, night.charge});
    charges.push_back({night.second, night.charge});
  }
  return charges;
}

}  // namespace plancover
