#include "plancover/insight/changes_for.hpp"

#include <algorithm>
#include <tuple>

#include "plancover/insight/standing.hpp"

namespace plancover {

namespace {

bool is_presence(Obstacle obstacle) {
  return obstacle >= Obstacle::away && obstacle <= Obstacle::onsite_role;
}

bool of_attendee_alone(const InputChange& change) {
  return change.kind <= InputChange::Kind::rest && change.kind != InputChange::Kind::silence;
}

class ProposalMaker {
 public:
  ProposalMaker(const Conference& conference, const Past& past, const Plan& plan, SeatKey seat)
      : conference_(conference), past_(past), plan_(plan), seat_(seat), scratch_(conference) {}

  void add(const AttendeeStanding& standing) {
    if (standing.here_as == seat_.role) return;
    if (standing.refusals.empty()) {
      for (const InputChange& change : changes_of_hindrances(conference_, past_, plan_, seat_, standing)) add(change);
      return;
    }
    const bool presence = std::any_of(standing.refusals.begin(), standing.refusals.end(),
                                      [](const Refusal& refusal) { return is_presence(refusal.obstacle); });
    const bool terms = std::any_of(standing.refusals.begin(), standing.refusals.end(),
                                   [](const Refusal& refusal) { return !is_presence(refusal.obstacle); });
    if (presence && terms) return;  // no single change can mend both
    const auto changes = presence ? changes_of_presence(conference_, standing.attendee, seat_)
                                  : changes_of_terms(conference_, seat_, standing);
    for (const InputChange& change : changes) add(change);
  }

  void add_moves() {
    for (const InputChange& change : other_times(conference_, past_, seat_.session)) {
      const Conference then = changed(conference_, change);
      if (const auto fits = fits_moved(then)) proposals_.push_back({change, *fits});
    }
  }

  std::vector<Proposal> take() {
    std::stable_sort(proposals_.begin(), proposals_.end(), [](const Proposal& a, const Proposal& b) {
      return std::tuple(a.change.kind, a.change.size, a.change.attendee) <
             std::tuple(b.change.kind, b.change.size, b.change.attendee);
    });
    return std::move(proposals_);
  }

 private:
  /// Kept where the attendee is a candidate after it.
  void add(const InputChange& change) {
    if (!of_attendee_alone(change)) {
      const Conference then = changed(conference_, change);
      consider(then, change);
      return;
    }
    const Attendee before = scratch_.attendees[change.attendee];
    change_attendee(scratch_.attendees[change.attendee], change);
    consider(scratch_, change);
    scratch_.attendees[change.attendee] = before;
  }

  void consider(const Conference& then, const InputChange& change) {
    if (!candidate(then, change.attendee, seat_.session, seat_.role)) return;
    proposals_.push_back({change, fits(then, change.attendee)});
  }

  [[nodiscard]] bool fits(const Conference& then, AttendeeIndex attendee) const {
    const Standing standing = standing_of(then, plan_.assignments, past_, seat_, attendee).standing;
    return standing == Standing::free;
  }

  /// Empty where nobody at all could fill the seat at the new time, or someone pinned in it cannot be there.
  [[nodiscard]] std::optional<bool> fits_moved(const Conference& then) const {
    bool all_stay = true;
    for (const Assignment& a : plan_.assignments) {
      if (a.session != seat_.session) continue;
      std::vector<Assignment> held;
      for (const Assignment& other : plan_.assignments) {
        if (other.attendee == a.attendee && other.session != a.session) held.push_back(other);
      }
      const auto way = candidate(then, a.attendee, a.session, a.role);
      const bool stays = way && hindrances(then, held, past_, {a.session, a.role, a.attendee, *way, {}}).empty();
      all_stay = all_stay && stays;
    }
    bool anyone = false;
    bool added = false;
    for (const AttendeeIndex attendee : then.attendees.indexes()) {
      if (!candidate(then, attendee, seat_.session, seat_.role)) continue;
      anyone = true;
      added = added || fits(then, attendee);
    }
    return anyone ? std::optional{all_stay && added} : std::nullopt;
  }

  const Conference& conference_;
  const Past& past_;
  const Plan& plan_;
  SeatKey seat_;
  Conference scratch_;
  std::vector<Proposal> proposals_;
};

}  // namespace

std::vector<Proposal> changes_for(const Conference& conference, const Past& past, const Plan& plan, SeatKey seat,
                                  const std::vector<AttendeeStanding>& attendees) {
  ProposalMaker maker(conference, past, plan, seat);
  for (const AttendeeStanding& standing : attendees) maker.add(standing);
  maker.add_moves();
  return maker.take();
}

}  // namespace plancover
