// Small conferences with a name, a story and one best plan (cases/NAME.yaml and
// NAME.plan.yaml): rare skills are not wasted. The solver must find that very plan,
// proved, and the brute force must agree that none is better.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "plancover/input/read_conference.hpp"
#include "plancover/input/read_plan.hpp"
#include "plancover/plan/resolve.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/report/plan_yaml.hpp"
#include "plancover/solver/make_plan.hpp"
#include "reference/brute_force.hpp"

using namespace plancover;

namespace {

Source source(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {path.string(), std::string(std::istreambuf_iterator<char>(in), {})};
}

/// From `assignments:` on, gaps included.
std::string who_sits_where(const std::string& plan) {
  const std::size_t at = plan.find("\nassignments:");
  return at == std::string::npos ? plan : plan.substr(at + 1);
}

std::string trouble(const std::filesystem::path& conference_file, const std::filesystem::path& plan_file) {
  const auto first = [](const Diagnostics& found) { return found.empty() ? "" : found.front().message; };
  const ConferenceRead read = read_conference({source(conference_file)});
  if (!read.diagnostics.empty()) return first(read.diagnostics);
  const Conference& conference = *read.conference;
  const PlanRead expected = read_plan(source(plan_file), 1);
  if (!expected.plan) return "its plan: " + first(expected.diagnostics);
  const Resolved resolved = resolve(conference, *expected.plan);
  if (!resolved.diagnostics.empty()) return "its plan: " + first(resolved.diagnostics);
  const Diagnostics broken = verify(conference, resolved.plan.assignments, {});
  if (!broken.empty()) return "its plan: " + first(broken);

  const auto best = reference::brute_force(conference, {});
  if (!best || score(conference, resolved.plan.assignments, {}) != best->levels) return "its plan is not the best";
  const BuiltProblem built = build_problem(conference, {});
  const Plan found = make_plan(conference, {}, built, solve(built.problem, {}));
  if (found.status != Status::optimal) return "not proved";
  const std::string text = who_sits_where(plan_yaml(conference, found));
  return text == who_sits_where(source(plan_file).text) ? "" : "another plan was found:\n" + text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: reference_cases FOLDER\n";
    return 2;
  }
  const std::string ending = ".plan.yaml";
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(ending)) names.push_back(name.substr(0, name.size() - ending.size()));
  }
  std::sort(names.begin(), names.end());
  int failed = names.size() < 10 ? 1 : 0;
  const std::filesystem::path folder = argv[1];
  for (const std::string& name : names) {
    const std::string wrong = trouble(folder / (name + ".yaml"), folder / (name + ending));
    std::cout << (wrong.empty() ? "ok   " : "FAIL ") << name << (wrong.empty() ? "" : ": " + wrong) << "\n";
    failed += wrong.empty() ? 0 : 1;
  }
  std::cout << names.size() << " cases, " << failed << " failures\n";
  return failed == 0 ? 0 : 1;
}
