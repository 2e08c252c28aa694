// Which seeds a reference program tries: its arguments are how many and the first. The
// environment variable PLANCOVER_SEEDS makes them fewer, never more.
#pragma once

#include <algorithm>
#include <cstdlib>

namespace plancover::reference {

struct Seeds {
  int count = 2000;
  int first = 1;
};

inline Seeds seeds_to_try(int argc, char** argv) {
  Seeds seeds;
  if (argc > 1) seeds.count = std::atoi(argv[1]);
  if (argc > 2) seeds.first = std::atoi(argv[2]);
  if (const char* fewer = std::getenv("PLANCOVER_SEEDS")) seeds.count = std::min(seeds.count, std::atoi(fewer));
  seeds.count = std::max(seeds.count, 1);
  return seeds;
}

}  // namespace plancover::reference
