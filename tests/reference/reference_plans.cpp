// The library's rules, score and gaps against the plain reading of the same sections, on
// seeded small conferences and plans, good and bad.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>

#include "plancover/model/eligibility.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "reference/brute_force.hpp"
#include "reference/generator.hpp"
#include "reference/rules.hpp"
#include "reference/seeds.hpp"

using namespace plancover;

namespace {

struct Tally {
  int failed = 0;
  int plans = 0;
  int kept = 0;
  std::map<Code, int> broken;
};

std::string text_of(const std::vector<Level>& levels) {
  std::string text;
  for (const Level& level : levels) text += " " + level.name + "=" + std::to_string(level.value) + ";";
  return text;
}

void fail(Tally& tally, std::uint64_t seed, const std::string& what) {
  if (++tally.failed <= 5) std::cout << "seed " << seed << ": " << what << "\n";
}

void compare_candidates(const Conference& conference, std::uint64_t seed, Tally& tally) {
  for (const AttendeeIndex a : conference.attendees.indexes()) {
    for (const SessionIndex s : conference.sessions.indexes()) {
      for (const RoleIndex r : conference.roles.indexes()) {
        const auto expected = reference::may_fill(conference, a, s, r);
        const Eligibility answer = eligibility(conference, a, s, r);
        if (candidate(conference, a, s, r) != expected || answer.presence != expected ||
            answer.refusals.empty() != expected.has_value()) {
          fail(tally, seed,
               "candidate " + conference.attendees[a].id + " as " + conference.roles[r].id + " in " +
                   conference.sessions[s].id);
        }
      }
    }
  }
}

void compare_plan(const Conference& conference, const std::vector<Assignment>& plan, const Past& past,
                  std::uint64_t seed, Tally& tally) {
  ++tally.plans;
  const auto expected = reference::worth(conference, plan, past);
  const auto levels = score(conference, plan, past);
  const Diagnostics found = verify(conference, plan, past);
  // Where somebody is in no seat at all, in a role not asked for or a cancelled session,
  // the model gives no worth.
  const bool only_seats = std::none_of(found.begin(), found.end(), [](const Diagnostic& d) {
    return d.code == Code::plan_role_not_asked || d.code == Code::plan_cancelled;
  });
  if (only_seats && levels != expected) {
    fail(tally, seed, "score" + text_of(levels) + " expected" + text_of(expected));
  }
  const bool kept = reference::keeps_rules(conference, plan, past);
  if (found.empty() != kept) {
    fail(tally, seed, kept ? "verify refuses a good plan: " + found.front().message : "verify misses a broken rule");
  }
  tally.kept += kept ? 1 : 0;
  for (const Diagnostic& d : found) tally.broken[d.code] += d.count;

  // Each open seat is one in the levels, where an abandoned session is one more.
  std::int64_t open = 0;
  for (const Gap& gap : gaps(conference, plan, past)) open += gap.open;
  std::int64_t least = 0;
  std::int64_t most = 0;
  for (const Level& level : levels) {
    if (level.name.starts_with("optional")) least += level.value;
    if (level.name.starts_with("required")) most += level.value;
  }
  const auto sessions = static_cast<std::int64_t>(conference.sessions.size());
  if (kept && (open > least + most || open < least + most - sessions)) fail(tally, seed, "gaps and levels disagree");
}

void run(std::uint64_t seed, Tally& tally) {
  const reference::SmallConference small = reference::small_conference(seed);
  const Conference& conference = small.conference;
  compare_candidates(conference, seed, tally);
  const Past fresh;
  const Past past = reference::small_past(conference, seed);
  for (const Past* before : {&fresh, &past}) {
    reference::Random random(seed);
    for (int i = 0; i < 4; ++i) {
      std::vector<Assignment> plan = reference::random_assignments(conference, random);
      std::erase_if(plan, [&](const Assignment& a) { return before->is_history(conference.sessions[a.session]); });
      for (const Assignment& a : before->previous) {
        const Session& session = conference.sessions[a.session];
        if (before->is_history(session) && !session.cancelled && (i > 0 || random.chance(80))) plan.push_back(a);
      }
      compare_plan(conference, plan, *before, seed, tally);
    }
    const auto best = reference::brute_force(conference, *before);
    if (!best) continue;
    compare_plan(conference, best->assignments, *before, seed, tally);
    if (score(conference, best->assignments, *before) != best->levels) fail(tally, seed, "the best plan's levels");
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto [seeds, first] = reference::seeds_to_try(argc, argv);
  Tally tally;
  for (int i = 0; i < seeds; ++i) run(static_cast<std::uint64_t>(first + i), tally);
  std::cout << seeds << " conferences, " << tally.plans << " plans, " << tally.kept << " of them keep the rules, "
            << tally.failed << " failures\n";
  for (const auto& [code, count] : tally.broken) std::cout << "  " << name(code) << " " << count << "\n";
  return tally.failed == 0 ? 0 : 1;
}
