#include "interrupt.hpp"

#include <csignal>
#include <initializer_list>

namespace plancover::app {

namespace {

volatile std::sig_atomic_t signalled = 0;

extern "C" void remember(int) {
  signalled = 1;
}

}  // namespace

bool interrupted() {
  return signalled != 0;
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
