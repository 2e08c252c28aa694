// Work that falls into independent pieces, done by several threads. What a piece does must
// not depend on the others, nor on when it is done: then the number of threads changes
// nothing but the time.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <system_error>
#include <vector>

namespace plancover {

/// Does `work(i)` for each i below `count`, by so many threads, the calling one among them, or by fewer where the
/// machine gives no more. What a piece throws is thrown here.
template <class Work>
void do_all(int threads, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::future<void>> others;
  try {
    for (std::size_t helper = 1; helper < count && helper < static_cast<std::size_t>(threads); ++helper)
      others.push_back(std::async(std::launch::async, take_turns));
  } catch (const std::system_error&) {  // those who are there do it all
  }
  take_turns();
  for (std::future<void>& other : others) other.get();
}

}  // namespace plancover
