#include "plancover/solver/pricing.hpp"

#include <algorithm>
#include <span>

#include "plancover/solver/credits.hpp"
#include "plancover/solver/day_search.hpp"

namespace plancover {

namespace {

std::span<const CandidateIndex> range(const Cell& cell, const std::pair<std::size_t, std::size_t>& day) {
  return std::span(cell.candidates).subspan(day.first, day.second - day.first);
}

/// A choice of one option per day so far, by the minutes it takes.
struct Share {
  std::int64_t minutes = 0;
  std::int64_t value = 0;
  std::size_t before = 0;  ///< the share of the days before
  std::size_t option = 0;  ///< of the last day
};

/// Adds one more day to every share and keeps what is worth more the longer it takes.
std::vector<Share> with_day(const std::vector<Share>& shares, const DayOptions& day, std::int64_t limit) {
  std::vector<Share> all;
  for (std::size_t s = 0; s < shares.size(); ++s) {
    for (std::size_t i = 0; i < day.options.size(); ++i) {
      const std::int64_t minutes = shares[s].minutes + day.options[i].minutes;
      if (minutes > limit && i > 0) break;  // the first option of a day is its base, which cannot be left out
      all.push_back({minutes, shares[s].value + day.options[i].value, s, i});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Share& a, const Share& b) {
    return a.minutes != b.minutes ? a.minutes < b.minutes : a.value > b.value;
  });
  std::vector<Share> front;
  for (const Share& share : all) {
    if (front.empty() || share.value > front.back().value) front.push_back(share);
  }
  return front;
}

Priced price_many_days(const Problem& problem, const Cell& cell, const Prices& prices,
                       const std::vector<Charge>& charges, const Fates& fates, std::int64_t& work) {
  std::vector<DayOptions> days;
  std::int64_t base_minutes = 0;
  bool decided = false;
  bool complete = true;
  std::int64_t loose_bound = 0;
  for (const auto& day : days_of(problem, cell.candidates)) {
    const DayLayout layout = lay_out_best(problem, cell.person, range(cell, day), prices, charges, fates);
    if (!layout.feasible) return {};
    days.push_back(search_day(problem, prices, charges, layout, true, work));
    base_minutes += layout.base_minutes;
    decided = decided || layout.decided;
    complete = complete && days.back().complete;
    loose_bound += days.back().bound;
  }
  const std::int64_t limit = std::max(problem.people[cell.person].minutes, base_minutes);
  if (decided && base_minutes > problem.people[cell.person].minutes) return {};
  std::vector<std::int64_t> rest(days.size() + 1, 0);  // base minutes of the days to come
  for (std::size_t d = days.size(); d-- > 0;) rest[d] = rest[d + 1] + days[d].options.front().minutes;
  std::vector<std::vector<Share>> shares{{{}}};
  for (std::size_t d = 0; d < days.size(); ++d) shares.push_back(with_day(shares[d], days[d], limit - rest[d + 1]));

  Priced result;
  result.feasible = true;
  std::size_t at = shares.back().size() - 1;
  result.value = shares.back()[at].value;
  result.bound = complete ? result.value : loose_bound;
  for (std::size_t d = days.size(); d-- > 0;) {
    const Share& share = shares[d + 1][at];
    const auto& chosen = days[d].options[share.option].chosen;
    result.chosen.insert(result.chosen.end(), chosen.begin(), chosen.end());
    at = share.before;
  }
  std::sort(result.chosen.begin(), result.chosen.end());
  return result;
}

/// For each candidate of one day a bound on the worth of every way to spend it that holds the candidate.
void price_day_each(const Problem& problem, PersonIndex person, std::span<const CandidateIndex> candidates,
                    const Prices& prices, const Fates& fates, std::int64_t elsewhere, std::int64_t* bounds) {
  const DayLayout day = lay_out_day(problem, person, candidates, prices, fates);
  if (!day.feasible) return;
  const std::size_t n = day.steps.size();
  // before[layer][i]: the most that steps ending by the start of step i can have earned
  // with `layer` counted sessions among them.
  const std::size_t layers = day.layers;
  std::vector<std::int64_t> before(layers * n, impossible);
  for (std::size_t i = 0; i < n; ++i) {
    before[i] = 0;
    for (std::size_t j = 0; j < i; ++j) {
      const DayStep& step = day.steps[j];
      if (step.end > day.steps[i].start) continue;
      for (std::size_t layer = 0; layer < layers; ++layer) {
        if (before[layer * n + j] == impossible) continue;
        const bool climbs = layers > 1 && step.counts;
        if (climbs && layer + 1 >= layers) continue;
        const std::int64_t load = climbs ? prices.load * (day.base_counted + static_cast<std::int64_t>(layer)) : 0;
        std::int64_t& cell_value = before[(climbs ? layer + 1 : layer) * n + i];
        cell_value = std::max(cell_value, before[layer * n + j] + step.hope - load);
      }
    }
  }
  std::size_t i = 0;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    const CandidateIndex c = candidates[k];
    if (fates[c.value] == Fate::chosen) bounds[k] = elsewhere + day.base_value + day.ahead_of(0, 0);
    if (i >= n || day.steps[i].candidate != c) continue;
    const DayStep& step = day.steps[i];
    for (std::size_t layer = 0; layer < layers; ++layer) {
      if (before[layer * n + i] == impossible) continue;
      const bool climbs = layers > 1 && step.counts;
      if (climbs && layer + 1 >= layers) continue;
      const std::int64_t load = climbs ? prices.load * (day.base_counted + static_cast<std::int64_t>(layer)) : 0;
      const std::int64_t after = day.ahead_of(step.next, static_cast<int>(climbs ? layer + 1 : layer));
      bounds[k] = std::max(bounds[k], elsewhere + day.base_value + before[layer * n + i] + step.hope - load + after);
    }
    ++i;
  }
}

/// The most that two sets of days are worth together within `limit` minutes.
std::int64_t most_of(const std::vector<Share>& one, const std::vector<Share>& two, std::int64_t limit) {
  std::int64_t best = impossible;
  std::size_t j = two.size();
  for (const Share& share : one) {
    while (j > 0 && share.minutes + two[j - 1].minutes > limit) --j;
    if (j == 0) break;
    best = std::max(best, share.value + two[j - 1].value);
  }
  return best;
}

/// What the other days are worth to each day, for each candidate of it that is taken.
std::vector<std::int64_t> elsewhere_many_days(const Problem& problem, const Cell& cell, const Prices& prices,
                                              const std::vector<Charge>& charges, const Fates& fates,
                                              const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
  std::vector<DayOptions> days;
  std::int64_t work = 0;
  for (const auto& day : ranges) {
    const DayLayout layout = lay_out_best(problem, cell.person, range(cell, day), prices, charges, fates);
    days.push_back(search_day(problem, prices, charges, layout, true, work));
    if (!days.back().complete) return {};
  }
  const std::int64_t limit = problem.people[cell.person].minutes;
  std::vector<std::vector<Share>> before{{{}}};
  std::vector<std::vector<Share>> after{{{}}};
  for (std::size_t d = 0; d < days.size(); ++d) {
    before.push_back(with_day(before[d], days[d], limit));
    after.push_back(with_day(after[d], days[days.size() - 1 - d], limit));
  }
  std::vector<std::int64_t> elsewhere;
  for (std::size_t d = 0; d < days.size(); ++d) {
    std::int64_t last_length = -1;
    std::int64_t last_value = 0;
    for (std::size_t k = ranges[d].first; k < ranges[d].second; ++k) {
      const ProblemSession& session = problem.sessions[problem.candidates[cell.candidates[k]].session];
      const std::int64_t length = std::max(session.end - session.start, days[d].options.front().minutes);
      if (length != last_length) {
        last_length = length;
        last_value = most_of(before[d], after[days.size() - 1 - d], limit - length);
      }
      elsewhere.push_back(last_value);
    }
  }
  return elsewhere;
}

}  // namespace

Priced price_cell(const Problem& problem, const Cell& cell, const Prices& prices, const std::vector<Charge>& charges,
                  const Fates& fates, std::int64_t& work) {
  if (cell.many_days) return price_many_days(problem, cell, prices, charges, fates, work);
  const DayLayout day = lay_out_best(problem, cell.person, cell.candidates, prices, charges, fates);
  if (!day.feasible) return {};
  DayOptions options = search_day(problem, prices, charges, day, false, work);
  DayOption& best = options.options.back();
  std::sort(best.chosen.begin(), best.chosen.end());
  return {true, options.bound, best.value, std::move(best.chosen)};
}

std::vector<std::int64_t> price_each(const Problem& problem, const Cell& cell, const Prices& prices,
                                     const std::vector<Charge>& charges, const Fates& fates) {
  std::vector<std::int64_t> bounds(cell.candidates.size(), impossible);
  const auto days = days_of(problem, cell.candidates);
  std::int64_t sum = 0;
  std::int64_t base_minutes = 0;
  std::vector<std::int64_t> best;
  for (const auto& day : days) {
    const DayLayout layout = lay_out_day(problem, cell.person, range(cell, day), prices, fates);
    if (!layout.feasible) return bounds;
    best.push_back(layout.base_value + layout.ahead_of(0, 0));
    base_minutes += layout.base_minutes;
    sum += best.back();
  }
  std::vector<std::int64_t> elsewhere;
  if (cell.many_days && base_minutes <= problem.people[cell.person].minutes) {
    elsewhere = elsewhere_many_days(problem, cell, prices, charges, fates, days);
  }
  for (std::size_t d = 0; d < days.size(); ++d) {
    const auto [first, last] = days[d];
    price_day_each(problem, cell.person, range(cell, days[d]), prices, fates, 0, bounds.data() + first);
    for (std::size_t k = first; k < last; ++k) {
      if (bounds[k] == impossible) continue;
      const std::int64_t others = std::min(sum - best[d], elsewhere.empty() ? sum - best[d] : elsewhere[k]);
      bounds[k] = others == impossible ? impossible : bounds[k] + others;
    }
  }
  return bounds;
}

std::vector<std::int64_t> price_each_whole(const Problem& problem, const Cell& cell, const Prices& prices,
                                           const Potential& potential, const Fates& fates) {
  std::vector<std::int64_t> bounds(cell.candidates.size(), impossible);
  const std::vector<Charge> charges = night_charges(potential);
  const auto days = days_of(problem, cell.candidates);
  std::int64_t base_minutes = 0;
  std::int64_t sum = 0;
  std::int64_t work = 0;
  std::vector<std::int64_t> best;
  for (const auto& day : days) {
    const DayLayout layout = lay_out_best(problem, cell.person, range(cell, day), prices, charges, fates);
    if (!layout.feasible) return bounds;
    base_minutes += layout.base_minutes;
    best.push_back(search_day(problem, prices, charges, layout, false, work).bound);
    sum += best.back();
  }
  sum += credit_constant(potential, std::max(problem.people[cell.person].minutes, base_minutes));
  for (std::size_t d = 0; d < days.size(); ++d) {
    price_day_each(problem, cell.person, range(cell, days[d]), prices, fates, sum - best[d],
                   bounds.data() + days[d].first);
  }
  return bounds;
}

}  // namespace plancover
