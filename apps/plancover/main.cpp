// plancover COMMAND [OPTIONS] [FILE|FOLDER]...: finds the command and runs it. The only
// place that catches exceptions: whatever gets here is a bug, not a planner's mistake.
#include <csignal>
#include <exception>

#include "commands.hpp"
#include "help.hpp"
#include "terminal.hpp"

int main(int argc, char** argv) {
  using namespace plancover::app;
  std::signal(SIGPIPE, SIG_IGN);  // a reader who went away is seen where the text is written
  try {
    return static_cast<int>(run(Arguments(argv + (argc > 0 ? 1 : 0), argv + argc)));
  } catch (const std::exception& error) {
    complain(std::string("this is a bug in plancover: ") + error.what());
  } catch (...) {
    complain("this is a bug in plancover");
  }
  return static_cast<int>(ExitStatus::bug);
}
