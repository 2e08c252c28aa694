// A small generator of numbers that gives the same ones on every machine, which the
// distributions of the standard library do not promise (SplitMix64, Steele et al. 2014).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace plancover::reference {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL + 1) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  /// 0 … n-1
  int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  /// Both ends included.
  int between(int least, int most) { return least + below(most - least + 1); }
  bool chance(int percent) { return below(100) < percent; }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace plancover::reference
