// The library from a program of one's own: read a conference, solve it, print what stays
// empty. Builds with `find_package(plancover)` and `target_link_libraries(… plancover::plancover)`.
#include <iostream>

#include "plancover/input/read_conference.hpp"
#include "plancover/model/past.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/problem/build.hpp"
#include "plancover/solver/solve.hpp"

namespace {

// The library opens no file: a source is a name for the messages, and the text.
const plancover::Source conference_text{"day.yaml", R"(
conference: {name: A day, timezone: Africa/Nairobi, dates: 2026-03-07}
committees:
  - {id: main, seats: {lead: 1, notes: 1}}
sessions:
  - {id: main-1, committee: main, day: 2026-03-07, time: 09:00-10:00}
  - {id: main-2, committee: main, day: 2026-03-07, time: 10:00-11:00}
attendees:
  - {id: ada}
  - {id: ben, unavailable: ["2026-03-07 10:30..12:00"]}
)"};

}  // namespace

int main() {
  using namespace plancover;

  const ConferenceRead read = read_conference({conference_text});
  for (const Diagnostic& problem : read.diagnostics) {
    std::cerr << problem.where.line << ": " << name(problem.code) << ": " << problem.message << '\n';
  }
  if (!read.conference) return 2;
  const Conference& conference = *read.conference;

  const Past fresh;  // no plan of the day before
  const BuiltProblem built = build_problem(conference, fresh);
  const SolveResult result = solve(built.problem, SolveOptions{});
  const std::vector<Assignment> assignments = assignments_of(built, result.chosen);

  // The plan is held against the rules by code that shares nothing with the solver.
  if (!verify(conference, assignments, fresh).empty()) return 70;

  for (const Assignment& seat : assignments) {
    std::cout << conference.sessions[seat.session].id << ' ' << conference.roles[seat.role].id << ' '
              << conference.attendees[seat.attendee].id << '\n';
  }
  for (const Gap& gap : gaps(conference, assignments, fresh)) {
    std::cout << conference.sessions[gap.session].id << ' ' << conference.roles[gap.role].id << " stays empty\n";
  }
  std::cout << (result.proved ? "proved best" : "best found") << '\n';
  return 0;
}
