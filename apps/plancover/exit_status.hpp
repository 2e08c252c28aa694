// The statuses a command ends with, the same for all of them: plancover(1) has the table.
#pragma once

namespace plancover::app {

enum class ExitStatus : int {
  done = 0,      ///< nothing to act on
  act = 1,       ///< done, and there is something to act on
  unusable = 2,  ///< the command line is wrong, or the input cannot be used by this command
  files = 3,     ///< a file could not be read or written
  bug = 70,
};

}  // namespace plancover::app
