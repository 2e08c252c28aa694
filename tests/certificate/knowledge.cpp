#include "certificate/knowledge.hpp"

#include <algorithm>

namespace plancover::certificate {

Knowledge::Knowledge(const Problem& problem, const Head& head)
    : problem_(problem),
      head_(head),
      of_group_(head.groups.size(), std::vector<std::optional<Wide>>(problem.levels.size())),
      of_whole_(head.wholes.size(), std::vector<std::optional<Wide>>(problem.levels.size())),
      ruled_out_at_(problem.candidates.size(), problem.levels.size()) {
  // Pins and history are in every plan, and what they exclude is in none.
  fates_.assign(problem_.candidates.size(), Fate::open);
  for (const Person& person : problem_.people) {
    for (const CandidateIndex fixed : person.candidates) {
      if (!problem_.candidates[fixed].fixed) continue;
      fates_[fixed.value] = Fate::forced;
      for (const CandidateIndex other : person.candidates) {
        if (!problem_.candidates[other].fixed && exclude(problem_, fixed, other)) fates_[other.value] = Fate::forbidden;
      }
    }
  }
}

Wide Knowledge::constant(std::size_t level) const {
  if (problem_.levels[level].kind == LevelKind::changes) return problem_.changes_at_most;
  if (problem_.levels[level].kind != LevelKind::quality) return 0;
  Wide attended = 0;  // history's own
  for (const SeatIndex index : problem_.seats.indexes()) {
    const Seat& seat = problem_.seats[index];
    if (!seat.all || !problem_.sessions[seat.session].history) continue;
    const auto here = static_cast<std::int64_t>(seat.candidates.size());
    attended += static_cast<Wide>(problem_.attend) * std::max<std::int64_t>(0, here - seat.required);
  }
  return -attended;
}

std::size_t Knowledge::group_number(const Part& part) const {
  return static_cast<std::size_t>(head_.group_of[part.sessions.front().value]);
}

std::optional<Wide>& Knowledge::known(std::size_t level, const Part& part) {
  return part.groups.empty() ? of_group_[group_number(part)][level] : of_whole_[whole_number(part)][level];
}

Wide Knowledge::least(std::size_t level, const Part& part) {
  std::optional<Wide>& known_here = known(level, part);
  if (part.groups.empty()) {
    if (!known_here) known_here = unpriced(level, part);
    return *known_here;
  }
  Wide of_groups = 0;
  for (const std::size_t group : part.groups) of_groups += least(level, head_.groups[group]);
  return known_here ? std::max(of_groups, *known_here) : of_groups;
}

Wide Knowledge::unpriced(std::size_t level, const Part& part) const {
  const Known no_limits = [](std::size_t, int) { return Range{}; };
  const Bounded result = bound(problem_, view(part), level, head_.scale, {}, decisions_for(level), no_limits, false);
  if (!result.possible) throw Refusal{0, "pins and history leave nothing possible"};
  return rounded_up(result.scaled, head_.scale);
}

Wide Knowledge::most(std::size_t level, std::size_t whole) {
  Wide left = head_.levels[level].value - constant(level);
  for (std::size_t other = 0; other < head_.wholes.size(); ++other) {
    if (other != whole) left -= least(level, head_.wholes[other]);
  }
  return left;
}

Range Knowledge::range(std::size_t claimed, const Part& part, std::size_t level, int group) {
  Range range;
  if (level > claimed || problem_.levels[level].kind == LevelKind::quality) return range;
  const Part& about = group < 0 ? part : head_.groups[static_cast<std::size_t>(group)];
  range.least = least(level, about);
  Wide sum = 0;
  for (const SlotIndex s : about.sessions) sum += most_cost(problem_, s, problem_.levels[level]);
  range.most = sum;
  if (level == claimed) return range;
  const std::size_t whole = whole_number(about);
  Wide top = most(level, whole);
  if (about.groups.empty()) {
    for (const std::size_t other : head_.wholes[whole].groups) {
      if (other != group_number(about)) top -= least(level, head_.groups[other]);
    }
  }
  range.most = std::min(sum, top);
  return range;
}

Decisions Knowledge::decisions_for(std::size_t level) const {
  Decisions decisions;
  decisions.fates = fates_;
  for (const CandidateIndex c : problem_.candidates.indexes()) {
    if (ruled_out_at_[c.value] < level) decisions.fates[c.value] = Fate::forbidden;
  }
  return decisions;
}

void Knowledge::proved(std::size_t level, const Part& part, Wide bound) {
  std::optional<Wide>& known_here = known(level, part);
  known_here = known_here ? std::max(*known_here, bound) : bound;
}

void Knowledge::rule_out(std::size_t level, CandidateIndex candidate) {
  ruled_out_at_[candidate.value] = std::min(ruled_out_at_[candidate.value], level);
}

}  // namespace plancover::certificate
