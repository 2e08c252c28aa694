// The solver against the brute force on seeded small conferences, fresh and on a later
// morning. Fails too when the conferences no longer try what they are meant to try.
#include <iostream>
#include <string>

#include "reference/compare_solver.hpp"
#include "reference/generator.hpp"
#include "reference/seeds.hpp"

using namespace plancover;

namespace {

struct Tally {
  int failed = 0;
  int gaps = 0;
  int binding = 0;
  int pins = 0;
  int clocks = 0;
  int pasts = 0;
  int history = 0;
};

bool short_of_seats(const std::vector<Level>& levels) {
  for (const Level& level : levels) {
    if (level.name.starts_with("required") && level.value > 0) return true;
  }
  return false;
}

/// Would the best plan be better if nobody had a limit and no way took time?
bool limits_bind(Conference conference, const reference::Best& best) {
  conference.transfer = Minutes{0};
  for (Attendee& attendee : conference.attendees) attendee.limits = {};
  const auto free = reference::brute_force(conference, {});
  return free && free->levels != best.levels;
}

void compare(const reference::SmallConference& small, const Past& past, const reference::Best& best, std::uint64_t seed,
             Tally& tally) {
  std::string trouble = reference::solver_trouble(small.conference, past, best);
  SolveOptions large;
  large.large_sessions = large.large_rows = 0;
  if (seed % 2 == 0) large.large_tree = 0;
  if (trouble.empty()) trouble = reference::solver_trouble(small.conference, past, best, large);
  if (trouble.empty()) return;
  if (++tally.failed <= 5)
    std::cout << "seed " << seed << (past.has_previous ? " with a past: " : ": ") << trouble << "\n";
}

void run(std::uint64_t seed, Tally& tally) {
  const reference::SmallConference small = reference::small_conference(seed);
  const auto best = reference::brute_force(small.conference, {});
  if (!best) {
    ++tally.failed;
    std::cout << "seed " << seed << ": the reader took pins that exclude each other\n";
    return;
  }
  compare(small, {}, *best, seed, tally);
  tally.gaps += short_of_seats(best->levels) ? 1 : 0;
  tally.binding += limits_bind(small.conference, *best) ? 1 : 0;
  tally.pins += small.conference.pinned.empty() ? 0 : 1;
  tally.clocks += small.clocks_change ? 1 : 0;
  if (seed % 3 != 0) return;
  const Past past = reference::small_past(small.conference, seed);
  const auto later = reference::brute_force(small.conference, past);
  if (!later) return;
  ++tally.pasts;
  tally.history += past.now ? 1 : 0;
  compare(small, past, *later, seed, tally);
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
  Tally tally;
  for (int i = 0; i < seeds; ++i) run(static_cast<std::uint64_t>(first + i), tally);
  std::cout << seeds << " conferences, " << tally.failed << " failures\n";
  bool good = tally.failed == 0;
  good &= enough("with required gaps", tally.gaps, seeds, 33);
  good &= enough("where a limit, rest or transfer binds", tally.binding, seeds, 33);
  good &= enough("with pins", tally.pins, seeds, 33);
  good &= enough("across a change of the clocks", tally.clocks, seeds, 20);
  good &= enough("solved again with a past", tally.pasts, seeds, 20);
  good &= enough("of them with history", tally.history, seeds, 10);
  return good ? 0 : 1;
}
