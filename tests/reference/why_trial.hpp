// Every answer to "why" about one small conference against the brute force: each class,
// each chain, each repair, each price and each "cannot".
#pragma once

#include <iostream>
#include <map>
#include <string>

#include "plancover/insight/why.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "reference/brute_force.hpp"
#include "reference/random.hpp"
#include "reference/rules.hpp"
#include "reference/why_plans.hpp"

namespace plancover::reference {

struct WhyTally {
  int failed = 0;
  int gaps = 0;
  int chains = 0;
  int repairs = 0;
  int none = 0;
  int shortages = 0;
  int attendees = 0;
  int again = 0;
  int nearby = 0;
  std::map<InputChange::Kind, int> kinds;
};

class WhyTrial {
 public:
  WhyTrial(const Conference& conference, std::uint64_t seed, WhyTally& tally)
      : conference_(conference), seed_(seed), tally_(tally) {}

  void run(const std::optional<Plan>& given) {
    Asking asking(1'000'000);
    at_hand_ = plan_at_hand(conference_, given, asking);
    check_at_hand(given);
    int tried = 0;
    for (const Gap& gap : at_hand_.plan.gaps) {
      if (++tried > 3) break;
      gap_seat({gap.session, gap.role}, gap.required, asking);
    }
    ask_attendees(asking);
    one_day_alone();
    if (!at_hand_.given) return;
    for (const Gap& gap : at_hand_.given->gaps) {
      const WhyEmpty answer = why_empty(conference_, at_hand_, {gap.session, gap.role}, gap.required, asking);
      if (answer.again) ++tally_.again;
      expect(answer.open > 0, "a seat that was empty has no open count");
    }
  }

 private:
  void expect(bool good, const std::string& what) {
    if (good) return;
    if (++tally_.failed <= 10) std::cout << "seed " << seed_ << ": " << what << "\n";
  }

  void check_at_hand(const std::optional<Plan>& given) {
    const auto best = brute_force(conference_, at_hand_.past);
    expect(best && best->levels == at_hand_.plan.levels && at_hand_.proved, "the plan at hand is not the best");
    if (given && at_hand_.again) {
      Past past = at_hand_.past;
      past.previous = given->assignments;
      const auto again = brute_force(conference_, past);
      expect(again && same_values(again->levels, at_hand_.again->plan.levels), "solving again is not the best");
    }
  }

  /// The levels before that of the seat are no worse, its own is better, and the seat is fuller.
  [[nodiscard]] bool mends(const std::vector<Level>& levels, int filled, SeatKey seat, bool required) const {
    const std::string own = std::string(required ? "required " : "optional ") +
                            std::string(to_string(conference_.sessions[seat.session].priority.value));
    if (filled <= sitting(at_hand_.plan.assignments, seat)) return false;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      if (levels[i].name == own) return levels[i].value < at_hand_.plan.levels[i].value;
      if (levels[i].value > at_hand_.plan.levels[i].value) return false;
    }
    return false;
  }

  void gap_seat(SeatKey seat, bool required, Asking& asking) {
    ++tally_.gaps;
    const WhyEmpty answer = why_empty(conference_, at_hand_, seat, required, asking);
    expect(answer.proved && answer.chains_complete && answer.repairs_complete, "something is left unproved");
    classes(seat, answer);
    if (answer.shortage) shortage(seat, required, *answer.shortage);
    chains(seat, answer);
    for (const Repair& repair : answer.repairs) repaired(seat, required, repair);
    if (answer.repairs.empty()) ++tally_.none;
    exhaustive(seat, required, answer);
  }

  void classes(SeatKey seat, const WhyEmpty& answer) {
    expect(answer.attendees.size() == conference_.attendees.size(), "not every attendee has a class");
    for (std::size_t i = 0; i < answer.attendees.size(); ++i) {
      const AttendeeStanding& each = answer.attendees[i];
      expect(each.attendee == AttendeeIndex{i}, "an attendee is told twice");
      const bool may = may_fill(conference_, each.attendee, seat.session, seat.role).has_value();
      expect(each.refusals.empty() == may, "an attendee is refused wrongly");
      const bool here =
          std::any_of(at_hand_.plan.assignments.begin(), at_hand_.plan.assignments.end(),
                      [&](const Assignment& a) { return a.session == seat.session && a.attendee == each.attendee; });
      expect(here == (each.standing == Standing::here), "who is here is told wrongly");
      const bool candidate = each.standing >= Standing::busy;
      expect(candidate == (may && !here), "a class is wrong");
      if (!candidate) continue;
      auto plan = at_hand_.plan.assignments;
      plan.push_back(
          {seat.session, seat.role, each.attendee, *may_fill(conference_, each.attendee, seat.session, seat.role), {}});
      const bool fits = keeps_rules(conference_, plan, at_hand_.past);
      expect(fits == (each.standing == Standing::free), "who is free is told wrongly");
    }
  }

  void shortage(SeatKey seat, bool required, const SeatShortage& told) {
    ++tally_.shortages;
    expect(told.seat_count() == static_cast<int>(told.candidates.size()) + 1, "the shortage counts wrongly");
    const auto own = conference_.sessions[seat.session].priority.value;
    bool mine = false;
    for (const auto& need : told.seats) {
      const Session& session = conference_.sessions[need.seat.session];
      mine = mine || need.seat == seat;
      expect(session.time.value.from <= told.at && told.at < session.time.value.until, "a seat is not at that instant");
      for (const SeatCount& count : session.seats.value) {
        if (count.role != need.seat.role) continue;
        const int most =
            session.priority.value > own ? (required ? 0 : count.required) : (required ? count.required : count.wanted);
        expect(need.count <= most, "the shortage counts a seat that ranks lower");
      }
      for (const AttendeeIndex a : conference_.attendees.indexes()) {
        const bool may = may_fill(conference_, a, need.seat.session, need.seat.role).has_value();
        const bool told_of = std::find(told.candidates.begin(), told.candidates.end(), a) != told.candidates.end();
        expect(!may || told_of || held_then(a, told.at, need.seat), "the shortage forgets a candidate");
      }
    }
    expect(mine, "the shortage is not about the seat");
  }

  /// Pinned or past in another seat at that instant.
  [[nodiscard]] bool held_then(AttendeeIndex attendee, Instant at, SeatKey seat) const {
    return std::any_of(at_hand_.plan.assignments.begin(), at_hand_.plan.assignments.end(), [&](const Assignment& a) {
      const Session& session = conference_.sessions[a.session];
      const bool then = session.time.value.from <= at && at < session.time.value.until;
      const bool pin = std::any_of(conference_.pinned.begin(), conference_.pinned.end(),
                                   [&](const Pin& p) { return p.attendee == attendee && p.session == a.session; });
      return a.attendee == attendee && then && SeatKey{a.session, a.role} != seat &&
             (pin || at_hand_.past.is_history(session));
    });
  }

  void chains(SeatKey seat, const WhyEmpty& answer) {
    std::vector<std::vector<Level>> costs;
    for (const AttendeeStanding& each : answer.attendees) {
      if (!each.refusals.empty() || each.here_as == seat.role) continue;
      const auto best = brute_force(pinned(conference_, seat, each.attendee), at_hand_.past);
      if (best) costs.push_back(best->levels);
    }
    std::stable_sort(costs.begin(), costs.end(), cheaper);
    if (costs.size() > 3) costs.resize(3);
    expect(costs.size() == answer.chains.size(), "a chain is missing");
    for (std::size_t i = 0; i < answer.chains.size() && i < costs.size(); ++i) {
      ++tally_.chains;
      const Chain& chain = answer.chains[i];
      const auto& plan = chain.outcome.plan;
      expect(verify(conference_, plan.assignments, at_hand_.past).empty(), "a chain ends in a plan that breaks a rule");
      expect(same_values(plan.levels, costs[i]), "a chain has another price");
      expect(same_values(score(conference_, plan.assignments, at_hand_.past), plan.levels), "a chain's levels");
      follows(chain.outcome);
      const auto& steps = chain.outcome.steps;
      expect(!steps.empty() && steps.front().kind == PlanStep::Kind::takes && steps.front().seat == seat &&
                 steps.front().attendee == chain.attendee,
             "a chain begins with another step");
    }
  }

  /// The steps turn the plan at hand into the other one, seat by seat.
  void follows(const Outcome& outcome) {
    std::map<SeatKey, int> counts;
    for (const Assignment& a : at_hand_.plan.assignments) --counts[{a.session, a.role}];
    for (const Assignment& a : outcome.plan.assignments) ++counts[{a.session, a.role}];
    for (const PlanStep& step : outcome.steps) {
      const bool there =
          std::any_of(outcome.plan.assignments.begin(), outcome.plan.assignments.end(), [&](const Assignment& a) {
            return a.attendee == step.attendee && a.session == step.seat.session && a.role == step.seat.role;
          });
      expect(there == (step.kind == PlanStep::Kind::takes), "a step is not in the plan");
      if (step.kind == PlanStep::Kind::loses) ++counts[step.seat];
    }
    for (const auto& [seat, count] : counts) expect(count >= 0, "a seat that loses somebody is not told");
    for (const LevelShift& shift : outcome.price) expect(shift.before != shift.after, "a price of nothing");
  }

  void repaired(SeatKey seat, bool required, const Repair& repair) {
    ++tally_.repairs;
    ++tally_.kinds[repair.change.kind];
    const Conference then = changed(conference_, repair.change);
    const auto& plan = repair.outcome.plan;
    expect(verify(then, plan.assignments, at_hand_.past).empty(), "a repair ends in a plan that breaks a rule");
    expect(mends(plan.levels, sitting(plan.assignments, seat), seat, required), "a repair does not mend");
    follows(repair.outcome);
    const auto best = brute_force(then, at_hand_.past);
    bool same = best && same_values(best->levels, plan.levels);
    for (const Assignment& a : plan.assignments) {
      if (same || a.session != seat.session || a.role != seat.role) continue;
      const auto held = brute_force(pinned(then, seat, a.attendee), at_hand_.past);
      same = held && same_values(held->levels, plan.levels);
    }
    expect(same, "a repair leads to other levels");
  }

  void try_change(SeatKey seat, bool required, const Conference& then, AttendeeIndex attendee, const WhyEmpty& answer) {
    if (!may_fill(then, attendee, seat.session, seat.role)) return;
    const auto best = brute_force(then, at_hand_.past);
    if (!best) return;
    bool helps = mends(best->levels, sitting(best->assignments, seat), seat, required);
    if (const auto held = brute_force(pinned(then, seat, attendee), at_hand_.past)) {
      helps = helps || mends(held->levels, sitting(held->assignments, seat), seat, required);
    }
    const bool told = std::any_of(answer.repairs.begin(), answer.repairs.end(), [&](const Repair& repair) {
      return repair.change.attendee == attendee && repair.change.kind != InputChange::Kind::moved;
    });
    expect(!helps || told, "a repair is missing for " + conference_.attendees[attendee].id + " in " +
                               conference_.sessions[seat.session].id + " as " + conference_.roles[seat.role].id);
  }

  /// Every word that could be added, and every bar and pin that could go, whoever it is about.
  void exhaustive(SeatKey seat, bool required, const WhyEmpty& answer) {
    for (const AttendeeStanding& each : answer.attendees) {
      const AttendeeIndex a = each.attendee;
      if (each.here_as == seat.role || each.refusals.empty()) continue;
      const auto with = [&](const auto& edit) {
        Conference then = conference_;
        edit(then.attendees[a]);
        try_change(seat, required, then, a, answer);
      };
      for (const char* word : {"delegate", "press", "member"}) {
        with([&](Attendee& who) { who.badges.push_back({word, {}}); });
      }
      for (const char* word : {"speak", "documents"}) with([&](Attendee& who) { who.can.push_back({word, {}}); });
      for (const char* word : {"en", "fr"}) {
        with([&](Attendee& who) {
          if (who.languages) who.languages->push_back(word);
        });
      }
      for (std::size_t bar = 0; bar < conference_.barred.size(); ++bar) {
        Conference then = conference_;
        then.barred.erase(then.barred.begin() + static_cast<std::ptrdiff_t>(bar));
        try_change(seat, required, then, a, answer);
      }
    }
  }

  /// As where a solve was heavy: nothing is claimed, and what is told is true all the same.
  void one_day_alone() {
    if (at_hand_.plan.gaps.empty()) return;
    const Gap& gap = at_hand_.plan.gaps.front();
    const SeatKey seat{gap.session, gap.role};
    Asking asking(1'000'000, 0);
    std::optional<Plan> given = at_hand_.plan;
    given->now = at_hand_.past.now;
    static_cast<void>(plan_at_hand(conference_, given, asking));
    const WhyEmpty answer = why_empty(conference_, at_hand_, seat, gap.required, asking);
    for (const Chain& chain : answer.chains) {
      ++tally_.nearby;
      const auto& plan = chain.outcome.plan;
      expect(!chain.outcome.proved && !answer.chains_complete, "one day proves a chain");
      expect(verify(conference_, plan.assignments, at_hand_.past).empty(), "a chain of one day breaks a rule");
      expect(sitting(plan.assignments, seat) > 0, "a chain of one day leaves the seat empty");
      expect(same_values(score(conference_, plan.assignments, at_hand_.past), plan.levels),
             "a chain of one day's levels");
      follows(chain.outcome);
    }
    for (const Repair& repair : answer.repairs) {
      ++tally_.nearby;
      const Conference then = changed(conference_, repair.change);
      const auto& plan = repair.outcome.plan;
      expect(!repair.outcome.proved && !answer.repairs_complete, "one day proves a repair");
      expect(verify(then, plan.assignments, at_hand_.past).empty(), "a repair of one day breaks a rule");
      expect(mends(plan.levels, sitting(plan.assignments, seat), seat, gap.required), "a repair of one day is none");
    }
  }

  void ask_attendees(Asking& asking) {
    Random random(seed_);
    for (const SessionIndex s : conference_.sessions.indexes()) {
      const Session& session = conference_.sessions[s];
      if (!session.live() || random.chance(70)) continue;
      for (const AttendeeIndex a : conference_.attendees.indexes()) {
        RoleIndex role = session.seats.value.front().role;
        bool here = false;
        for (const Assignment& held : at_hand_.plan.assignments) {
          if (held.session == s && held.attendee == a) {
            role = held.role;
            here = true;
          }
        }
        one_attendee({s, role}, a, here, asking);
      }
    }
  }

  void one_attendee(SeatKey seat, AttendeeIndex attendee, bool here, Asking& asking) {
    ++tally_.attendees;
    const WhyAttendee answer = why_attendee(conference_, at_hand_, seat, attendee, asking);
    expect(here == (answer.standing.standing == Standing::here), "who sits there is told wrongly");
    if (answer.history) return;
    Conference other = conference_;
    if (here) {
      Bar bar;
      bar.attendee = attendee;
      bar.session = seat.session;
      other.barred.push_back(bar);
      if (answer.pin) return expect(!answer.otherwise, "a pin has a price");
    } else {
      other = pinned(conference_, seat, attendee);
    }
    const bool may = may_fill(conference_, attendee, seat.session, seat.role).has_value();
    if (!here && !may) return expect(!answer.otherwise && !answer.standing.refusals.empty(), "a refusal has a price");
    const auto best = brute_force(other, at_hand_.past);
    expect(best.has_value() == answer.otherwise.has_value(), "a price is missing, or there is one of nothing");
    if (!best || !answer.otherwise) return;
    expect(answer.otherwise->proved && same_values(best->levels, answer.otherwise->plan.levels), "the price is wrong");
    expect(verify(conference_, answer.otherwise->plan.assignments, at_hand_.past).empty(),
           "the other plan breaks a rule");
    follows(*answer.otherwise);
  }

  const Conference& conference_;
  std::uint64_t seed_;
  WhyTally& tally_;
  PlanAtHand at_hand_;
};

}  // namespace plancover::reference
