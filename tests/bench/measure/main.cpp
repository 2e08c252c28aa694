// bench_measure FOLDER SECONDS THREADS
// Solves until the last required level is closed or the time is over, and prints a line
// when the problem is built and for each level closed: name, value, bound, wall and
// processor milliseconds since the process began. `assign` shows the same on a terminal,
// but not before half a second.
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "bench/folder.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/problem/build.hpp"
#include "plancover/solver/solve.hpp"

namespace {

using namespace plancover;
using Clock = std::chrono::steady_clock;

double processor_ms() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto ms = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
  };
  return ms(used.ru_utime) + ms(used.ru_stime);
}

}  // namespace

int main(int argc, char** argv) {
  const auto begun = Clock::now();
  if (argc != 4) {
    std::fprintf(stderr, "usage: bench_measure FOLDER SECONDS THREADS\n");
    return 2;
  }
  const auto wall_ms = [&] { return std::chrono::duration<double, std::milli>(Clock::now() - begun).count(); };
  const auto conference = bench::read_folder(argv[1]);
  if (!conference) return 2;
  const BuiltProblem built = build_problem(*conference, {});
  const Problem& problem = built.problem;
  const auto names = level_names({});
  std::printf("built 0 0 %.1f %.1f\n", wall_ms(), processor_ms());

  std::size_t last = 0;
  for (std::size_t l = 0; l < problem.levels.size(); ++l)
    if (problem.levels[l].kind == LevelKind::required) last = l;
  std::atomic<bool> enough = false;  // the question may come from any thread
  SolveOptions options;
  options.threads = std::atoi(argv[3]);
  const double limit = std::atof(argv[2]) * 1e3;
  options.time_used = [&] { return enough ? 1.0 : wall_ms() / limit; };
  options.progress = [&](const Progress& now) {
    if (enough || !now.bound) return;
    const std::string& name = names.at(now.level).name;
    std::printf("%s %lld %lld %.1f %.1f\n", name.c_str(), static_cast<long long>(now.value),
                static_cast<long long>(*now.bound), wall_ms(), processor_ms());
    std::fflush(stdout);
    enough = now.level > last || (now.level == last && now.value == now.bound);
  };
  const SolveResult result = solve(problem, options);
  return result.levels.size() == problem.levels.size() ? 0 : 70;
}
