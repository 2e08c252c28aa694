// plancover init: writes a small planning folder that solves, with comments. Touches no
// file that is there already.
#include <fmt/format.h>

#include <filesystem>

#include "disk.hpp"
#include "plancover/report/text_width.hpp"
#include "reading.hpp"
#include "templates.hpp"

namespace plancover::app {

ExitStatus run_init(const Arguments& arguments) {
  std::string folder = ".";
  CommandLine line("init", "[FOLDER]");
  line.options().add_option("folder", folder, "");
  if (const auto status = line.parse(arguments)) return *status;

  const std::filesystem::path root(folder);
  bool free = true;
  for (const Template& file : templates) {
    const std::string path = folder == "." ? std::string(file.name) : (root / file.name).string();
    if (real_disk().kind(path) == PathKind::missing) continue;
    complain(printable(path) + " is already there; nothing was written");
    free = false;
  }
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
  if (!line.common().quiet) say("next: plancover assign" + (folder == "." ? "" : " " + printable(folder)));
  return ExitStatus::done;
}

}  // namespace plancover::app
