// Work that falls into independent pieces, done by several threads. What a piece does must
// not depend on the others, nor on when it is done: then the number of threads changes
// nothing but the time.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

namespace plancover {

/// Does `work(i)` for each i below `count`, by as many threads as there are, the calling one among them. What a
/// piece throws is thrown here.
template <class Work>
void do_all(int threads, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::future<void>> others;
  for (std::size_t helper = 1; helper < count && helper < static_cast<std::size_t>(threads); ++helper)
    others.push_back(std::async(std::launch::async, take_turns));
  take_turns();
  for (std::future<void>& other : others) other.get();
}

}  // namespace plancover
