#include "commands.hpp"

#include <algorithm>
#include <array>

namespace plancover::app {

namespace {

constexpr std::array table{
    Command{"init", "write a small planning folder to start from", run_init},
    Command{"import", "turn a published programme into planning files", run_import},
    Command{"check", "report every problem of a planning folder, and test a plan", run_check},
    Command{"assign", "find the best plan", run_assign},
    Command{"reassign", "find the plan for a later morning, changing as little as possible", run_reassign},
    Command{"show", "print a plan by day, attendee, session or committee", run_show},
    Command{"why", "say why a seat is empty or taken, and what would fill it", run_why},
    Command{"diff", "say what changed between two plans, per attendee", run_diff},
};

}  // namespace

std::span<const Command> commands() {
  return table;
}

const Command* find_command(std::string_view name) {
  const auto* const found =
      std::find_if(table.begin(), table.end(), [&](const Command& command) { return command.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace plancover::app
