// The table of commands, visible data: the word people type, the line in the help, the
// function. A command gets its arguments without its own name and returns the status.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exit_status.hpp"

namespace plancover::app {

using Arguments = std::vector<std::string>;

struct Command {
  std::string_view name;
  std::string_view summary;  ///< short, lower case, no full stop
  ExitStatus (*run)(const Arguments& arguments);
};

/// In the order of a planner's day.
[[nodiscard]] std::span<const Command> commands();
/// Null if there is none of that name.
[[nodiscard]] const Command* find_command(std::string_view name);

ExitStatus run_init(const Arguments& arguments);
ExitStatus run_import(const Arguments& arguments);
ExitStatus run_check(const Arguments& arguments);
ExitStatus run_assign(const Arguments& arguments);
ExitStatus run_reassign(const Arguments& arguments);
ExitStatus run_show(const Arguments& arguments);
ExitStatus run_why(const Arguments& arguments);
ExitStatus run_diff(const Arguments& arguments);

}  // namespace plancover::app
