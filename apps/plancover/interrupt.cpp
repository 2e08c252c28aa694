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

std::function<bool()> stop_question(std::optional<std::chrono::milliseconds> limit) {
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);

  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> end;
  if (limit) end = Clock::now() + *limit;
  return [end] { return interrupted() || (end && Clock::now() >= *end); };
}

}  // namespace plancover::app
