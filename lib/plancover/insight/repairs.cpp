#include "plancover/insight/repairs.hpp"

#include <algorithm>
#include <tuple>

#include "plancover/insight/outcome.hpp"
#include "plancover/insight/standing.hpp"
#include "plancover/model/check.hpp"

namespace plancover {

namespace {

int sitting_in(const std::vector<Assignment>& assignments, SeatKey seat) {
  return static_cast<int>(std::count_if(assignments.begin(), assignments.end(), [&](const Assignment& a) {
    return a.session == seat.session && a.role == seat.role;
  }));
}

/// Pins that a moved session makes impossible leave no plan at all.
bool pins_hold(const Conference& conference, const PlanAtHand& at_hand) {
  Diagnostics found;
  check_pins(conference, {}, found);
  if (has_errors(found)) return false;
  for (const Pin& pin : conference.pinned) {
    const Session& session = conference.sessions[pin.session];
    if (session.cancelled || at_hand.past.is_history(session)) continue;
    std::vector<Assignment> held;
    for (const Assignment& a : at_hand.plan.assignments) {
      if (a.attendee == pin.attendee && at_hand.past.is_history(conference.sessions[a.session])) held.push_back(a);
    }
    const auto way = candidate(conference, pin.attendee, pin.session, pin.role);
    if (!way || !hindrances(conference, held, at_hand.past, {pin.session, pin.role, pin.attendee, *way, {}}).empty()) {
      return false;
    }
  }
  return true;
}

enum class Verdict { no, unproved, perhaps };

class RepairSearch {
 public:
  RepairSearch(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat, bool required, Asking& asking)
      : conference_(conference), at_hand_(at_hand), seat_(seat), required_(required), asking_(asking) {
    const std::string level = std::string(required ? "required " : "optional ") +
                              std::string(to_string(conference.sessions[seat.session].priority.value));
    const auto& levels = at_hand.plan.levels;
    const auto own = std::find_if(levels.begin(), levels.end(), [&](const Level& each) { return each.name == level; });
    own_ = static_cast<std::size_t>(own - levels.begin());
  }

  RepairsFound run(const std::vector<Proposal>& proposals) {
    found_.complete = true;
    for (const Proposal& proposal : proposals) try_one(proposal);
    std::stable_sort(found_.repairs.begin(), found_.repairs.end(), [](const Repair& a, const Repair& b) {
      const auto& one = a.outcome.plan.levels;
      const auto& other = b.outcome.plan.levels;
      if (better_levels(one, other) || better_levels(other, one)) return better_levels(one, other);
      return std::tuple(a.change.kind, a.change.size) < std::tuple(b.change.kind, b.change.size);
    });
    return std::move(found_);
  }

 private:
  void try_one(const Proposal& proposal) {
    // An optional seat ranks below `changes`, so nobody may leave a seat for it.
    if (!required_ && !proposal.fits_plan) return;
    if (asking_.exhausted()) {
      found_.complete = false;
      return;
    }
    const Conference then = changed(conference_, proposal.change);
    if (!pins_hold(then, at_hand_)) return;
    if (required_ && !proposal.fits_plan) {
      const Verdict verdict = quick_look(then);
      if (verdict == Verdict::unproved) found_.complete = false;
      if (verdict != Verdict::perhaps) return;
    }
    auto asked = asking_.best_about(then, at_hand_.past, seat_.session);
    if (asked && mends(asked->plan)) {
      keep(proposal.change, std::move(*asked), false);
    } else {
      try_pinned(then, proposal.change, asked && asked->proved);
    }
  }

  /// Can the plan lose fewer required seats at all, down to those of this tier?
  Verdict quick_look(const Conference& then) {
    const auto asked = asking_.seats(then, at_hand_.past);
    if (!asked) return Verdict::perhaps;
    const Asking::Seats& seats = *asked;
    const auto tier = static_cast<std::size_t>(conference_.sessions[seat_.session].priority.value);
    for (std::size_t i = 0; i <= tier; ++i) {
      const std::int64_t now = value_of("required " + std::string(to_string(priorities[i])));
      if (seats.values[i] < now) return Verdict::perhaps;
      if (seats.bounds[i] > now) return Verdict::no;
      if (seats.values[i] != seats.bounds[i] || seats.values[i] != now) return Verdict::unproved;
    }
    return Verdict::no;
  }

  [[nodiscard]] std::int64_t value_of(const std::string& name) const {
    const auto& levels = at_hand_.plan.levels;
    const auto level = std::find_if(levels.begin(), levels.end(), [&](const Level& each) { return each.name == name; });
    return level == levels.end() ? 0 : level->value;
  }

  /// The best plan uses the change elsewhere. It is a repair too where a plan that fills the
  /// seat with one of its candidates loses nothing above.
  void try_pinned(const Conference& then, const InputChange& change, bool proved) {
    if (!proved) found_.complete = false;
    for (const AttendeeIndex attendee : then.attendees.indexes()) {
      const bool mine = change.kind == InputChange::Kind::moved || change.attendee == attendee;
      const auto pinned = mine ? with_pin(then, at_hand_, seat_, attendee) : std::nullopt;
      if (!pinned) continue;
      if (asking_.exhausted()) {
        found_.complete = false;
        return;
      }
      auto asked = asking_.best_about(*pinned, at_hand_.past, seat_.session);
      if (asked && mends(asked->plan)) return keep(change, std::move(*asked), true);
      found_.complete = found_.complete && asked && asked->proved;
    }
  }

  [[nodiscard]] bool mends(const Plan& plan) const {
    if (sitting_in(plan.assignments, seat_) <= sitting_in(at_hand_.plan.assignments, seat_)) return false;
    for (std::size_t i = 0; i < own_; ++i) {
      if (plan.levels[i].value > at_hand_.plan.levels[i].value) return false;
    }
    return plan.levels[own_].value < at_hand_.plan.levels[own_].value;
  }

  void keep(const InputChange& change, Asking::Asked asked, bool elsewhere) {
    std::optional<FirstMove> first;
    for (const Assignment& a : asked.plan.assignments) {
      const bool there = a.session == seat_.session && a.role == seat_.role;
      const auto& before = at_hand_.plan.assignments;
      if (there && std::find(before.begin(), before.end(), a) == before.end() && !first) {
        first = FirstMove{a.attendee, seat_};
      }
    }
    Outcome outcome = outcome_of(at_hand_.plan, std::move(asked), first);
    found_.complete = found_.complete && outcome.proved;
    found_.repairs.push_back({change, elsewhere, std::move(outcome)});
  }

  const Conference& conference_;
  const PlanAtHand& at_hand_;
  SeatKey seat_;
  bool required_;
  Asking& asking_;
  std::size_t own_ = 0;
  RepairsFound found_;
};

}  // namespace

RepairsFound find_repairs(const Conference& conference, const PlanAtHand& at_hand, SeatKey seat, bool required,
                          const std::vector<Proposal>& proposals, Asking& asking) {
  return RepairSearch(conference, at_hand, seat, required, asking).run(proposals);
}

}  // namespace plancover
