#include "interrupt.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace plancover::app {

namespace {

std::atomic<bool> signalled = false;  // asked by every thread that solves
static_assert(std::atomic<bool>::is_always_lock_free, "or a signal handler may not set it");

extern "C" void remember(int) {
  signalled = true;
}

}  // namespace

bool interrupted() {
  return signalled;
}

std::function<double()> time_question(std::optional<std::chrono::milliseconds> limit) {
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);

  using Clock = std::chrono::steady_clock;
  return [limit, start = Clock::now()] {
    if (interrupted()) return 1.0;
    if (!limit) return 0.0;
    const std::chrono::duration<double> used = Clock::now() - start;
    return limit->count() == 0 ? 1.0 : used / std::chrono::duration<double>(*limit);
  };
}

}  // namespace plancover::app
