// Answers to "why" against the brute force on seeded small conferences, fresh and on a
// later morning. Fails too when the conferences no longer try what they are meant to try.
#include <iostream>

#include "plancover/plan/score.hpp"
#include "reference/generator.hpp"
#include "reference/seeds.hpp"
#include "reference/why_trial.hpp"

using namespace plancover;

namespace {

/// The best plan seen later: some of it is past, and some of what is to come was lost.
Plan plan_of_yesterday(const Conference& conference, const Plan& best, std::uint64_t seed) {
  reference::Random random(seed);
  Plan plan = best;
  const auto sessions = static_cast<int>(conference.sessions.size());
  const auto which = SessionIndex{static_cast<std::size_t>(random.below(sessions))};
  plan.now = conference.sessions[which].time.value.from + Minutes{random.below(2)};
  Past past;
  past.now = plan.now;
  std::erase_if(plan.assignments, [&](const Assignment& a) {
    const bool pin = std::any_of(conference.pinned.begin(), conference.pinned.end(),
                                 [&](const Pin& p) { return p.attendee == a.attendee && p.session == a.session; });
    return !pin && random.chance(20);
  });
  plan.levels = score(conference, plan.assignments, past);
  plan.gaps = gaps(conference, plan.assignments, past);
  return plan;
}

void run(std::uint64_t seed, reference::WhyTally& tally) {
  const reference::SmallConference small = reference::small_conference(seed);
  reference::WhyTrial(small.conference, seed, tally).run(std::nullopt);
  if (seed % 2 != 0) return;
  Asking asking(1'000'000);
  const Plan best = plan_at_hand(small.conference, std::nullopt, asking).plan;
  reference::WhyTrial(small.conference, seed, tally).run(plan_of_yesterday(small.conference, best, seed));
}

bool enough(const char* what, int count, int seeds, int percent) {
  std::cout << "  " << what << ": " << count << "\n";
  if (count * 100 >= seeds * percent || seeds < 100) return true;
  std::cout << "  too few, at least " << percent << " of 100 are wanted\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const auto [seeds, first] = reference::seeds_to_try(argc, argv);
  reference::WhyTally tally;
  for (int i = 0; i < seeds; ++i) run(static_cast<std::uint64_t>(first + i), tally);
  std::cout << seeds << " conferences, " << tally.failed << " failures\n";
  bool good = tally.failed == 0;
  good &= enough("gaps explained", tally.gaps, seeds, 50);
  good &= enough("of them with a shortage at an instant", tally.shortages, seeds, 20);
  good &= enough("chains", tally.chains, seeds, 10);
  good &= enough("repairs", tally.repairs, seeds, 50);
  good &= enough("gaps that no change mends", tally.none, seeds, 5);
  good &= enough("attendees asked about", tally.attendees, seeds, 100);
  good &= enough("chains and repairs of one day alone", tally.nearby, seeds, 50);
  good &= enough("gaps that solving again fills", tally.again, seeds, 5);
  for (int kind = 0; kind <= static_cast<int>(InputChange::Kind::moved); ++kind) {
    std::cout << "  repairs of kind " << kind << ": " << tally.kinds[static_cast<InputChange::Kind>(kind)] << "\n";
  }
  return good ? 0 : 1;
}
