// The command line before a command is known: --help, --version, `help COMMAND`, and
// the nearest command where the word is none.
#pragma once

#include "commands.hpp"

namespace plancover::app {

[[nodiscard]] ExitStatus run(const Arguments& arguments);

}  // namespace plancover::app
