// bench_compact_mip FOLDER
//   prints one line: sessions, seats, attendees, candidates and the number of levels
// bench_compact_mip FOLDER OUT.lp REACHED...
//   writes the level after those whose values (to be minimised; quality negated) are given
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "bench/compact_mip/formulation.hpp"
#include "bench/folder.hpp"
#include "plancover/problem/build.hpp"

namespace {

using namespace plancover;

int write_level(const bench::Mip& mip, const char* path, int count, char** values) {
  std::vector<std::int64_t> reached;
  for (int i = 0; i < count; ++i) {
    std::int64_t value = 0;
    const char* end = values[i] + std::strlen(values[i]);
    if (std::from_chars(values[i], end, value).ptr != end) return 2;
    reached.push_back(value);
  }
  if (reached.size() >= mip.levels.size()) return 2;
  std::ofstream out(path, std::ios::binary);
  out << bench::lp_text(mip, reached.size(), reached);
  out.close();
  return out ? 0 : 3;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_compact_mip FOLDER [OUT.lp REACHED...]\n");
    return 2;
  }
  const auto conference = bench::read_folder(argv[1]);
  if (!conference) return 2;
  const BuiltProblem built = build_problem(*conference, Past{});
  const Problem& problem = built.problem;
  if (argc > 2) return write_level(bench::compact_mip(problem), argv[2], argc - 3, argv + 3);
  std::printf("%zu %zu %zu %zu %zu\n", problem.sessions.size(), problem.seats.size(), problem.people.size(),
              problem.candidates.size(), problem.levels.size());
  return 0;
}
