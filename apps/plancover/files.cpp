#include "files.hpp"

#include <algorithm>
#include <set>

#include "plancover/input/read_conference.hpp"
#include "plancover/report/text_width.hpp"

namespace plancover::app {

namespace {

std::string joined_path(const std::string& folder, const std::string& name) {
  if (folder == ".") return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

std::vector<std::string> planning_names(const Disk& disk, const std::string& folder, std::string& problem) {
  std::vector<std::string> names = disk.list(folder, problem);
  // A name that starts with a dot is an editor's or a half-written file.
  std::erase_if(names, [](const std::string& name) { return !name.ends_with(".yaml") || name.starts_with('.'); });
  std::sort(names.begin(), names.end());
  return names;
}

class Gatherer {
 public:
  explicit Gatherer(const Disk& disk) : disk_(disk) {}

  void add(const std::string& path) {
    if (path != "-" && disk_.kind(path) == PathKind::folder) {
      add_folder(path);
    } else {
      add_file(path);
    }
  }
  Gathered result;

 private:
  void add_folder(const std::string& folder) {
    std::string problem;
    const std::vector<std::string> names = planning_names(disk_, folder, problem);
    if (!problem.empty()) {
      result.unreadable.push_back(printable(folder) + ": cannot be read: " + problem);
      return;
    }
    bool found = false;
    for (const std::string& name : names) {
      const std::string path = joined_path(folder, name);
      const PathKind kind = disk_.kind(path);
      if (kind == PathKind::folder) continue;
      if (kind == PathKind::special) {
        // Named by itself it is read, as `<(...)` needs; found in a folder it would only hang.
        result.unreadable.push_back(printable(path) + ": cannot be read: it is no ordinary file");
        found = true;
        continue;
      }
      found = add_file(path) || found;
    }
    if (!found) {
      result.unusable.push_back((folder == "." ? "this folder" : printable(folder)) +
                                " holds no planning files (*.yaml)");
    }
  }

  /// Was there a planning file, read now or before, or one that should have been readable?
  bool add_file(const std::string& path) {
    if (!seen_.insert(disk_.identity(path)).second) return true;
    std::string problem;
    Source source{path == "-" ? "(standard input)" : path, disk_.read(path, problem)};
    if (!problem.empty()) {
      result.unreadable.push_back(printable(path) + ": cannot be read: " + problem);
      return true;
    }
    if (is_plan(source)) return false;
    result.sources.push_back(std::move(source));
    return true;
  }

  const Disk& disk_;
  std::set<std::string> seen_;
};

}  // namespace

Gathered gather(const Disk& disk, const std::vector<std::string>& paths) {
  Gatherer gatherer(disk);
  if (paths.empty()) gatherer.add(".");
  for (const std::string& path : paths) gatherer.add(path);
  Gathered& all = gatherer.result;
  if (all.sources.empty() && all.unreadable.empty() && all.unusable.empty()) {
    all.unusable.emplace_back("nothing but plans was given; name the planning files too");
  }
  return std::move(all);
}

}  // namespace plancover::app
