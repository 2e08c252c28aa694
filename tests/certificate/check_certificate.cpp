// check_certificate FOLDER CERTIFICATE: does what `assign --certificate` wrote prove the
// bounds of the folder's plan? Ends with 0 where every bound holds, and with 1 and the
// line of the certificate that fails where not. Shares nothing with the solver.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "bench/folder.hpp"
#include "certificate/check.hpp"

using namespace plancover;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: check_certificate FOLDER CERTIFICATE\n");
    return 2;
  }
  const auto conference = bench::read_folder(argv[1]);
  if (!conference) return 2;
  std::ifstream in(argv[2], std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "%s: cannot be read\n", argv[2]);
    return 3;
  }
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const BuiltProblem built = build_problem(*conference, {});
  const certificate::Verdict verdict = certificate::check(*conference, built, text);
  if (!verdict.holds) {
    std::printf("%s:%zu: %s\n", argv[2], verdict.line, verdict.why.c_str());
    return 1;
  }
  for (const certificate::ShownLevel& level : verdict.levels) {
    const auto number = [](std::int64_t n) { return static_cast<long long>(n); };
    std::printf("%-18s value %lld, bound %lld", level.name.c_str(), number(level.value), number(level.bound));
    if (level.shown != level.bound) std::printf(", of which %lld is shown here", number(level.shown));
    std::printf("\n");
  }
  std::printf("every bound holds (%zu computed again)\n", verdict.nodes);
  return 0;
}
