// plancover init: writes a small planning folder that solves, with comments. Touches no
// file that is there already.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "disk.hpp"
#include "plancover/report/text_width.hpp"
#include "reading.hpp"
#include "shell_word.hpp"
#include "templates.hpp"

namespace plancover::app {

namespace {

/// Every *.yaml of a folder is read as one conference, so the new files would be mixed with
/// what is there. Says which.
bool no_other_planning(const std::string& folder) {
  std::string problem;
  std::vector<std::string> names = real_disk().list(folder, problem);
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (name.starts_with('.') || !name.ends_with(".yaml")) continue;
    complain((folder == "." ? "this folder" : printable(folder)) + " already holds " + printable(name) +
             ", which would be read together with the new files; nothing was written");
    say("name a new folder for them");
    return false;
  }
  return true;
}

}  // namespace

ExitStatus run_init(const Arguments& arguments) {
  std::string folder = ".";
  CommandLine line("init", "[FOLDER]");
  line.options().add_option("folder", folder, "");
  if (const auto status = line.parse(arguments)) return *status;

  if (folder.empty()) return line.refuse("the name of the folder is empty");
  const std::filesystem::path root(folder);
  bool free = true;
  for (const Template& file : templates) {
    const std::string path = folder == "." ? std::string(file.name) : (root / file.name).string();
    if (real_disk().kind(path) == PathKind::missing) continue;
    complain(printable(path) + " is already there; nothing was written");
    free = false;
  }
  if (free && real_disk().kind(folder) == PathKind::folder) free = no_other_planning(folder);
  if (!free) return ExitStatus::unusable;

  std::error_code error;
  std::filesystem::create_directories(root, error);
  if (error) {
    complain(printable(folder) + ": cannot be made: " + reason(error.value()));
    return ExitStatus::files;
  }
  for (const Template& file : templates) {
    const std::string path = folder == "." ? std::string(file.name) : (root / file.name).string();
    if (deliver(std::string(file.text), path, ExitStatus::done) != ExitStatus::done) return ExitStatus::files;
    if (!line.common().quiet) say("wrote " + printable(path));
  }
  if (!line.common().quiet) say("next: plancover assign" + (folder == "." ? "" : " " + shell_word(folder)));
  return ExitStatus::done;
}

}  // namespace plancover::app
