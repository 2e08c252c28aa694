#include "progress.hpp"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>

namespace plancover::app {

namespace {

std::atomic<bool> drawn = false;

}  // namespace

std::function<void(const Progress&)> progress_line(std::vector<std::string> levels) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto next = std::make_shared<Clock::time_point>(start + std::chrono::milliseconds(500));
  return [start, next, levels = std::move(levels)](const Progress& progress) {
    const auto now = Clock::now();
    if (now < *next) return;
    *next = now + std::chrono::milliseconds(100);
    drawn = true;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - start).count();
    const std::string bound = progress.bound ? fmt::format("bound {}, ", *progress.bound) : "";
    fmt::print(stderr, "\r\x1b[K{}: {}, {}{}s (Ctrl-C: the best plan so far)", levels.at(progress.level),
               progress.value, bound, seconds);
    std::fflush(stderr);
  };
}

void end_progress() {
  if (drawn.exchange(false)) fmt::print(stderr, "\r\x1b[K");
}

}  // namespace plancover::app
