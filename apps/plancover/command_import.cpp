// plancover import: a published programme into planning files; with --into, a newer one
// into a folder that planners have gone on to edit.
#include <fmt/format.h>

#include <filesystem>

#include "disk.hpp"
#include "files.hpp"
#include "plancover/programme/map_rules.hpp"
#include "plancover/programme/merge.hpp"
#include "plancover/programme/planning_yaml.hpp"
#include "plancover/programme/read_programme.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/words.hpp"
#include "reading.hpp"
#include "shell_word.hpp"

namespace plancover::app {

namespace {

struct ImportOptions {
  std::string file;
  std::string output;
  std::string zone;
  std::string rules;
  std::string folder;
  bool dry_run = false;
};

/// Said where the word is no zone.
std::optional<Zone> zone_of_option(const std::string& word) {
  std::optional<Zone> zone = find_zone(word);
  if (zone) return zone;
  std::string near = zone_of_city(word);
  if (near.empty()) near = nearest(word, zone_names());
  complain("no time zone is called " + printable(word) + (near.empty() ? "" : "; did you mean " + near + "?"));
  return std::nullopt;
}

std::string counts(const Timetable& timetable) {
  std::int64_t cancelled = 0;
  for (const TimetableSession& session : timetable.sessions) cancelled += session.cancelled ? 1 : 0;
  return fmt::format("{}{}, {}, {} to {}, times in {}", counted(std::ssize(timetable.sessions), "session", "sessions"),
                     cancelled > 0 ? fmt::format(" ({} cancelled)", cancelled) : "",
                     counted(std::ssize(timetable.committees), "committee", "committees"),
                     to_string(timetable.first_day), to_string(timetable.last_day), timetable.zone.name());
}

/// What the command line asks for that cannot be; said.
bool contradicts(const ImportOptions& asked) {
  if (!asked.folder.empty() && !asked.output.empty()) {
    complain("--into changes a folder and -o writes a file: name one of the two");
    return true;
  }
  if (asked.dry_run && asked.folder.empty()) {
    complain("--dry-run is for --into; without -o nothing is written anyway");
    return true;
  }
  if (!asked.folder.empty() && real_disk().kind(asked.folder) != PathKind::folder) {
    complain(printable(asked.folder) + " is no folder; --into wants the planning folder");
    return true;
  }
  if (asked.rules == "-" && asked.file == "-") {
    complain("standard input can be the programme or the rules, not both");
    return true;
  }
  return false;
}

/// Adds a file to the sources; its position, or nothing after saying why.
std::optional<std::uint32_t> add_source(Reading& reading, const std::string& path) {
  std::string problem;
  reading.sources.push_back({path == "-" ? "(standard input)" : path, real_disk().read(path, problem)});
  if (problem.empty()) return static_cast<std::uint32_t>(reading.sources.size() - 1);
  complain(printable(path) + ": cannot be read: " + problem);
  return std::nullopt;
}

void say_problems(Reading& reading, const CommonOptions& common) {
  tidy(reading.diagnostics);
  std::string problems = diagnostics_of(reading, common, Stream::error);
  while (problems.ends_with('\n')) problems.pop_back();
  if (!problems.empty()) say(problems);
}

/// A name that nothing in the folder has yet.
std::string free_path(const std::string& folder) {
  const std::filesystem::path root(folder);
  for (int i = 1;; ++i) {
    std::string path = (root / ("programme" + (i == 1 ? "" : "-" + std::to_string(i)) + ".yaml")).string();
    if (real_disk().kind(path) == PathKind::missing) return path;
  }
}

std::string change_line(const MergeChange& change) {
  const std::string times = change.before.empty() ? change.after : change.before + " -> " + change.after;
  std::string line = fmt::format("{:<12}  {}  {}", word(change.kind), printable(change.session), printable(times));
  while (line.ends_with(' ')) line.pop_back();
  return line + "\n";
}

/// A planning file is gone on with by hand, so that an import never takes the place of another; said.
bool would_destroy(const std::string& path, const std::string& text, const ImportOptions& asked) {
  if (path.empty() || path == "-" || real_disk().kind(path) != PathKind::file) return false;
  std::string problem;
  const std::string there = real_disk().read(path, problem);
  if (problem.empty() && (there.empty() || there == text)) return false;
  const std::string folder = std::filesystem::path(path).parent_path().string();
  complain(printable(path) + " is already there and " +
           (problem.empty() ? "says something else" : "cannot be read: " + problem) + "; nothing was written");
  say("to bring it up to date: plancover import " + shell_word(asked.file) +
      (asked.rules.empty() ? "" : " --map " + shell_word(asked.rules)) + " --into " +
      (folder.empty() ? "." : shell_word(folder)) + "; to begin anew, delete it");
  return true;
}

ExitStatus write_merged(const Reading& reading, const Merged& merged, const ImportOptions& asked, ExitStatus status) {
  std::int64_t written = 0;
  for (std::size_t i = 0; i < merged.texts.size(); ++i) {
    if (merged.texts[i] == reading.sources[i].text) continue;
    if (deliver(merged.texts[i], reading.sources[i].path, status) != status) return ExitStatus::files;
    ++written;
  }
  if (!merged.new_text.empty()) {
    const std::string path = free_path(asked.folder);
    if (deliver(merged.new_text, path, status) != status) return ExitStatus::files;
    say("wrote " + printable(path));
  }
  if (written > 0) say("changed " + counted(written, "file", "files"));
  return status;
}

ExitStatus merge_into(Reading& reading, const Timetable& timetable, std::size_t planning_files,
                      const ImportOptions& asked, const CommonOptions& common) {
  const bool whole = !has_errors(reading.diagnostics);
  const Sources planning(reading.sources.begin(),
                         reading.sources.begin() + static_cast<std::ptrdiff_t>(planning_files));
  Merged merged = merge_timetable(planning, timetable, whole);
  reading.diagnostics.insert(reading.diagnostics.end(), merged.diagnostics.begin(), merged.diagnostics.end());
  say_problems(reading, common);
  if (!whole) say("the programme could not be read whole: sessions that are missing from it are left as they are");
  const ExitStatus status = has_errors(reading.diagnostics) ? ExitStatus::act : ExitStatus::done;
  std::string lines;
  for (const MergeChange& change : merged.changes) lines += change_line(change);
  if (deliver(lines, "", status) != status) return ExitStatus::files;
  if (merged.changes.empty() && !common.quiet) say("nothing has changed");
  if (asked.dry_run) {
    if (!merged.changes.empty()) say("nothing was written");
    return status;
  }
  return write_merged(reading, merged, asked, status);
}

}  // namespace

ExitStatus run_import(const Arguments& arguments) {
  ImportOptions asked;
  CommandLine line("import", "FILE");
  line.options().add_option("file", asked.file, "")->required();
  line.options()
      .add_option("-o,--output", asked.output, "write the planning file here, not to standard output")
      ->type_name("OUT");
  line.options()
      .add_option("--into", asked.folder, "bring the sessions of this planning folder up to date")
      ->type_name("FOLDER");
  line.options().add_flag("--dry-run", asked.dry_run, "with --into: say what would change, and write nothing");
  line.options()
      .add_option("--map", asked.rules, "rules that give sessions committees, topics and priorities")
      ->type_name("RULES");
  line.options()
      .add_option("--timezone", asked.zone, "the time zone of the conference, such as Europe/Berlin")
      ->type_name("ZONE");
  if (const auto status = line.parse(arguments)) return *status;
  if (contradicts(asked)) return ExitStatus::unusable;
  std::optional<Zone> zone;
  if (!asked.zone.empty()) {
    zone = zone_of_option(asked.zone);
    if (!zone) return ExitStatus::unusable;
  }

  Reading reading;
  if (!asked.folder.empty()) {
    Gathered gathered = gather(real_disk(), {asked.folder});
    for (const std::string& problem : gathered.unusable) complain(problem);
    for (const std::string& problem : gathered.unreadable) complain(problem);
    if (!gathered.unreadable.empty()) return ExitStatus::files;
    if (!gathered.unusable.empty()) return ExitStatus::unusable;
    reading.sources = std::move(gathered.sources);
    if (!zone) zone = zone_of_planning(reading.sources);
  }
  const std::size_t planning_files = reading.sources.size();
  const std::optional<std::uint32_t> file = add_source(reading, asked.file);
  if (!file) return ExitStatus::files;
  std::optional<std::vector<MapRule>> rules = std::vector<MapRule>{};
  if (!asked.rules.empty()) {
    const std::optional<std::uint32_t> rules_file = add_source(reading, asked.rules);
    if (!rules_file) return ExitStatus::files;
    rules = read_map_rules(reading.sources.back(), *rules_file, reading.diagnostics);
  }
  if (const auto status = refused_output(reading, asked.output)) return *status;
  ProgrammeRead read = read_programme(reading.sources[*file], *file, zone);
  reading.sources[*file].text = std::move(read.text);
  reading.diagnostics.insert(reading.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  if (!rules || !read.timetable) {
    say_problems(reading, line.common());
    return ExitStatus::unusable;
  }
  if (!rules->empty()) apply_map_rules(*rules, *read.timetable, reading.diagnostics);
  if (!asked.folder.empty()) return merge_into(reading, *read.timetable, planning_files, asked, line.common());

  say_problems(reading, line.common());
  const ExitStatus status = has_errors(reading.diagnostics) ? ExitStatus::act : ExitStatus::done;
  const std::string text = planning_yaml(*read.timetable);
  if (would_destroy(asked.output, text, asked)) return ExitStatus::unusable;
  const ExitStatus delivered = deliver(text, asked.output, status);
  if (delivered == status && !line.common().quiet) {
    say(counts(*read.timetable));
    if (!asked.output.empty() && asked.output != "-") say("next: plancover check " + shell_word(asked.output));
  }
  return delivered;
}

}  // namespace plancover::app
