// Numbers as if drawn by lot, the same ones on every machine: what breaks ties.
#pragma once

#include <cstdint>

namespace plancover {

class Lot {
 public:
  /// From 0.5 to 1.5 (a linear congruence; Knuth, after Lewis).
  double next() {
    state_ = state_ * 1664525U + 1013904223U;
    return 0.5 + static_cast<double>(state_ >> 8U) / (1U << 24U);
  }

 private:
  std::uint32_t state_ = 1;
};

}  // namespace plancover
