#include "plancover/solver/stay_days.hpp"

#include <algorithm>
#include <numeric>

#include "plancover/solver/credits.hpp"

namespace plancover {

namespace {

constexpr std::int64_t everything = INT64_MAX / 4;  // to lose

}  // namespace

bool holds_any(const std::vector<CandidateIndex>& members, const std::vector<CandidateIndex>& chosen) {
  return std::any_of(chosen.begin(), chosen.end(),
                     [&](CandidateIndex c) { return std::binary_search(members.begin(), members.end(), c); });
}

StayDays::StayDays(const Problem& problem, const Cell& cell, const Prices& prices, const Potential& potential,
                   const Fates& fates, std::int64_t& work)
    : problem_(problem),
      cell_(cell),
      prices_(prices),
      potential_(potential),
      fates_(fates),
      work_(work),
      ranges_(days_of(problem, cell.candidates)) {
  number_ties();
}

std::span<const CandidateIndex> StayDays::range(std::size_t day) const {
  return std::span(cell_.candidates).subspan(ranges_[day].first, ranges_[day].second - ranges_[day].first);
}

bool StayDays::lay_out() {
  charges_ = night_charges(potential_);
  layouts_.clear();
  best_.clear();
  best_ways_.clear();
  complete_ = true;
  std::int64_t base_minutes = 0;
  bool decided = false;
  for (std::size_t d = 0; d < ranges_.size(); ++d) {
    layouts_.push_back(lay_out_best(problem_, cell_.person, range(d), prices_, charges_, fates_, everything));
    const DayLayout& layout = layouts_.back();
    if (!layout.feasible) return false;
    base_minutes += layout.base_minutes;
    decided = decided || layout.decided;
    DayOptions options = search_day(problem_, prices_, charges_, layout, false, work_);
    complete_ = complete_ && options.complete;
    best_.push_back(options.bound);
    best_ways_.push_back(way_of(d, std::move(options.options.back())));
  }
  const std::int64_t limit = problem_.people[cell_.person].minutes;
  limit_ = potential_.hours ? std::max(limit, base_minutes) : INT64_MAX / 4;
  ahead_.assign(ranges_.size() + 1, 0);
  for (std::size_t d = ranges_.size(); d-- > 0;) ahead_[d] = ahead_[d + 1] + layouts_[d].base_minutes;
  return !(potential_.hours && decided && base_minutes > limit);
}

std::int64_t StayDays::bound() const {
  return std::accumulate(best_.begin(), best_.end(), credit_constant(potential_, limit_));
}

std::size_t StayDays::day_of(SlotIndex session) const {
  const int day = problem_.sessions[session].day;
  const auto at = std::partition_point(ranges_.begin(), ranges_.end(), [&](const auto& range) {
    return problem_.sessions[problem_.candidates[cell_.candidates[range.first]].session].day < day;
  });
  return static_cast<std::size_t>(at - ranges_.begin());
}

void StayDays::number_ties() {
  links_at_.resize(ranges_.size());
  nights_at_.resize(ranges_.size());
  for (std::size_t l = 0; l < potential_.links.size(); ++l) {
    const DayLink& link = potential_.links[l];
    const std::size_t day = day_of(link.session);
    links_at_[day].push_back(l);
    for (const SlotIndex before : link.previous) {
      const auto [place, fresh] = carrier_.emplace(before, static_cast<int>(last_asked_.size()));
      if (fresh) last_asked_.push_back(day);
      std::size_t& last = last_asked_[static_cast<std::size_t>(place->second)];
      last = std::max(last, day);
    }
  }
  first_night_ = static_cast<int>(last_asked_.size());
  for (std::size_t n = 0; n < potential_.nights.size(); ++n) {
    const std::size_t day = day_of(problem_.candidates[potential_.nights[n].second.front()].session);
    nights_at_[day].push_back(n);
    last_asked_.push_back(day);
  }
}

Way StayDays::way_of(std::size_t day, DayOption option) const {
  Way way;
  way.loss = best_[day] - option.value;
  way.minutes = option.minutes;
  way.chosen = std::move(option.chosen);
  std::sort(way.chosen.begin(), way.chosen.end());
  for (const CandidateIndex c : way.chosen) {
    const SlotIndex slot = problem_.candidates[c].session;
    way.sits.push_back(slot);
    if (const auto it = carrier_.find(slot); it != carrier_.end()) {
      if (last_asked_[static_cast<std::size_t>(it->second)] > day) way.carries.push_back(it->second);
    }
  }
  for (std::size_t n = 0; n < potential_.nights.size(); ++n) {
    const std::size_t id = static_cast<std::size_t>(first_night_) + n;
    if (last_asked_[id] > day && holds_any(potential_.nights[n].first, way.chosen))
      way.carries.push_back(static_cast<int>(id));
  }
  std::sort(way.sits.begin(), way.sits.end());
  std::sort(way.carries.begin(), way.carries.end());
  return way;
}

Way StayDays::least(std::size_t day) const {
  const DayLayout& layout = layouts_[day];
  DayOption option{layout.base_minutes, layout.base_value, layout.base};
  for (const Charge& charge : charges_) {
    if (holds_any(charge.members, layout.base)) option.value -= charge.amount;
  }
  return way_of(day, std::move(option));
}

std::optional<std::vector<Way>> StayDays::ways(std::size_t day, std::int64_t most_loss, std::size_t most) const {
  DayOptions options = list_days(problem_, prices_, charges_, layouts_[day], best_[day] - most_loss, most, work_);
  if (!options.complete) return std::nullopt;
  std::vector<Way> all;
  for (DayOption& option : options.options) all.push_back(way_of(day, std::move(option)));
  std::stable_sort(all.begin(), all.end(), [](const Way& a, const Way& b) { return a.loss < b.loss; });
  return all;
}

std::optional<std::int64_t> StayDays::lost_between(std::size_t day, const std::vector<int>& carried,
                                                   const Way& way) const {
  std::int64_t loss = 0;
  const auto is_carried = [&](int id) { return std::binary_search(carried.begin(), carried.end(), id); };
  for (const std::size_t n : nights_at_[day]) {
    const bool late = is_carried(first_night_ + static_cast<int>(n));
    const bool early = holds_any(potential_.nights[n].second, way.chosen);
    if (late && early) return std::nullopt;
    if (!late && !early) loss += potential_.nights[n].charge;
  }
  for (const std::size_t l : links_at_[day]) {
    const DayLink& link = potential_.links[l];
    std::int64_t sat = 0;
    for (const SlotIndex before : link.previous) {
      const bool today = std::binary_search(way.sits.begin(), way.sits.end(), before);
      if (today || is_carried(carrier_.at(before))) ++sat;
    }
    const bool sits = std::binary_search(way.sits.begin(), way.sits.end(), link.session);
    if (sits && sat == 0) loss += prices_.continuity - link.early;
    if (!sits) loss += sat * link.early;
    if (sits && sat > 0) loss += (sat - 1) * link.early;
  }
  return loss;
}

std::vector<int> StayDays::carried_past(std::size_t day, const std::vector<int>& carried, const Way& way) const {
  std::vector<int> past;
  for (const int id : carried) {
    if (last_asked_[static_cast<std::size_t>(id)] > day) past.push_back(id);
  }
  const auto before = static_cast<std::ptrdiff_t>(past.size());
  past.insert(past.end(), way.carries.begin(), way.carries.end());
  std::inplace_merge(past.begin(), past.begin() + before, past.end());
  return past;
}

std::int64_t StayDays::lost_in_minutes(std::int64_t minutes) const {
  return potential_.hours ? potential_.per_minute * (limit_ - minutes) : 0;
}

std::optional<std::int64_t> StayDays::lost_by_the_best() const {
  std::vector<int> carried;
  std::int64_t minutes = 0;
  std::int64_t loss = 0;
  for (std::size_t d = 0; d < count(); ++d) {
    Way way = best(d);
    std::optional<std::int64_t> between = lost_between(d, carried, way);
    if (!between || minutes + way.minutes + ahead_[d + 1] > limit_) {
      way = least(d);
      between = lost_between(d, carried, way);
      if (!between) return std::nullopt;
    }
    loss += way.loss + *between;
    minutes += way.minutes;
    carried = carried_past(d, carried, way);
  }
  return loss + lost_in_minutes(minutes);
}

}  // namespace plancover
