// From the files and folders of a command line to the texts of one conference: a folder
// stands for its *.yaml by name, plans are left out, one file is read once.
#pragma once

#include <string>
#include <vector>

#include "disk.hpp"
#include "plancover/base/diagnostic.hpp"
#include "plancover/base/location.hpp"

namespace plancover::app {

struct Gathered {
  Sources sources;
  std::vector<std::string> unreadable;  ///< status 3
  std::vector<std::string> unusable;    ///< status 2: a folder without planning files
  std::vector<std::string> plans;       ///< named by themselves, and left out
  Diagnostics passed_over;              ///< files of a folder that only look like its *.yaml
};

/// No path at all is the current folder.
[[nodiscard]] Gathered gather(const Disk& disk, const std::vector<std::string>& paths);

}  // namespace plancover::app
