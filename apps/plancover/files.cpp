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

// A name that starts with a dot is an editor's or a half-written file.
bool is_planning_name(const std::string& name) {
  return name.ends_with(".yaml") && !name.starts_with('.');
}

/// Another spelling of .yaml, and no plan.
bool looks_like_planning(const std::string& name) {
  if (name.starts_with('.') || name.ends_with(".yaml")) return false;
  std::string ending = name.substr(std::min(name.rfind('.'), name.size()));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending == ".yml" || ending == ".yaml";
}

class Gatherer {
 public:
  explicit Gatherer(const Disk& disk) : disk_(disk) {}

  void add(const std::string& path) {
    if (path.empty()) {
      result.unusable.emplace_back("a file or folder with an empty name was given");
      return;
    }
    if (path != "-" && disk_.kind(path) == PathKind::folder) {
      add_folder(path);
    } else {
      named_ = true;
      add_file(path);
      named_ = false;
    }
  }

  /// Says which files look like planning files and were not read, by a folder or by name.
  void finish() {
    for (const std::string& path : similar_) {
      if (!seen_.insert(disk_.identity(path)).second) continue;
      std::string problem;
      const Source source{path, disk_.read(path, problem)};
      if (!problem.empty() || is_plan(source)) continue;
      result.passed_over.push_back({Code::file_passed_over,
                                    {},
                                    path + " is not read: of a folder only the *.yaml are",
                                    {},
                                    "rename it to end in .yaml, or name the file itself",
                                    1});
    }
  }

  Gathered result;

 private:
  void add_folder(const std::string& folder) {
    std::string problem;
    std::vector<std::string> names = disk_.list(folder, problem);
    std::sort(names.begin(), names.end());
    if (!problem.empty()) {
      result.unreadable.push_back(printable(folder) + ": cannot be read: " + problem);
      return;
    }
    bool found = false;
    std::string like;
    for (const std::string& name : names) {
      const std::string path = joined_path(folder, name);
      if (looks_like_planning(name) && disk_.kind(path) == PathKind::file) {
        similar_.push_back(path);
        if (like.empty()) like = "; rename " + printable(name) + " to end in .yaml";
      }
      if (!is_planning_name(name)) continue;
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
                                " holds no planning files (*.yaml)" + like);
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
    if (is_plan(source)) {
      if (named_) result.plans.push_back(path);
      return false;
    }
    result.sources.push_back(std::move(source));
    return true;
  }

  const Disk& disk_;
  std::set<std::string> seen_;
  std::vector<std::string> similar_;
  bool named_ = false;  ///< the path itself stood on the command line
};

}  // namespace

Gathered gather(const Disk& disk, const std::vector<std::string>& paths) {
  Gatherer gatherer(disk);
  if (paths.empty()) gatherer.add(".");
  for (const std::string& path : paths) gatherer.add(path);
  gatherer.finish();
  Gathered& all = gatherer.result;
  if (all.sources.empty() && all.unreadable.empty() && all.unusable.empty()) {
    all.unusable.emplace_back("nothing but plans was given; name the planning files too");
  }
  return std::move(all);
}

}  // namespace plancover::app
