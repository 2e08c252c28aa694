#include "plancover/insight/outcome.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace plancover {

namespace {

class StepWalk {
 public:
  StepWalk(const std::vector<Assignment>& before, const std::vector<Assignment>& after) {
    const auto has = [](const std::vector<Assignment>& list, const Assignment& a) {
      return std::any_of(list.begin(), list.end(), [&](const Assignment& b) {
        return a.session == b.session && a.role == b.role && a.attendee == b.attendee;
      });
    };
    for (const Assignment& a : before) {
      if (!has(after, a)) gone_.push_back(a);
    }
    for (const Assignment& a : after) {
      if (!has(before, a)) come_.push_back(a);
    }
    for (const Assignment& a : gone_) ++short_of_[{a.session, a.role}];
    for (const Assignment& a : come_) --short_of_[{a.session, a.role}];
  }

  std::vector<PlanStep> walk(std::optional<FirstMove> first) {
    if (first) follow(first->attendee);
    for (const Assignment& a : come_) follow(a.attendee);
    for (const Assignment& a : gone_) follow(a.attendee);
    std::stable_partition(steps_.begin(), steps_.end(), [&](const PlanStep& step) {
      return first && step.attendee == first->attendee && step.seat == first->seat;
    });
    return std::move(steps_);
  }

 private:
  /// The attendee's own new seats, then the seats they left, then whoever came into those.
  void follow(AttendeeIndex start) {
    std::deque<AttendeeIndex> next{start};
    while (!next.empty()) {
      const AttendeeIndex attendee = next.front();
      next.pop_front();
      if (!seen_.insert(attendee).second) continue;
      for (const Assignment& a : come_) {
        if (a.attendee == attendee) steps_.push_back({PlanStep::Kind::takes, attendee, {a.session, a.role}});
      }
      for (const Assignment& a : gone_) {
        if (a.attendee != attendee) continue;
        const SeatKey seat{a.session, a.role};
        if (short_of_[seat] > 0) {
          --short_of_[seat];
          steps_.push_back({PlanStep::Kind::loses, attendee, seat});
        }
        for (const Assignment& b : come_) {
          if (b.session == a.session && b.role == a.role) next.push_back(b.attendee);
        }
      }
    }
  }

  std::vector<Assignment> gone_;
  std::vector<Assignment> come_;
  std::map<SeatKey, int> short_of_;
  std::set<AttendeeIndex> seen_;
  std::vector<PlanStep> steps_;
};

}  // namespace

std::vector<PlanStep> steps_between(const std::vector<Assignment>& before, const std::vector<Assignment>& after,
                                    std::optional<FirstMove> first) {
  return StepWalk(before, after).walk(first);
}

std::vector<LevelShift> shifts_between(const std::vector<Level>& before, const std::vector<Level>& after) {
  std::vector<LevelShift> shifts;
  for (const Level& level : after) {
    const auto same =
        std::find_if(before.begin(), before.end(), [&](const Level& each) { return each.name == level.name; });
    const std::int64_t value = same == before.end() ? 0 : same->value;
    if (value != level.value) shifts.push_back({level.name, value, level.value});
  }
  return shifts;
}

Outcome outcome_of(const Plan& before, Asking::Asked after, std::optional<FirstMove> first) {
  Outcome outcome;
  outcome.steps = steps_between(before.assignments, after.plan.assignments, first);
  outcome.price = shifts_between(before.levels, after.plan.levels);
  outcome.proved = after.proved;
  outcome.plan = std::move(after.plan);
  return outcome;
}

bool better_levels(const std::vector<Level>& a, const std::vector<Level>& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (a[i].value == b[i].value) continue;
    return a[i].name == "quality" ? a[i].value > b[i].value : a[i].value < b[i].value;
  }
  return false;
}

}  // namespace plancover
