#include "reading.hpp"

#include <algorithm>

#include "disk.hpp"
#include "files.hpp"
#include "plancover/input/read_plan.hpp"
#include "plancover/report/diagnostics_text.hpp"
#include "plancover/report/text_width.hpp"

namespace plancover::app {

Reading read_planning(const std::vector<std::string>& paths) {
  Gathered gathered = gather(real_disk(), paths);
  Reading reading;
  for (const std::string& problem : gathered.unusable) complain(problem);
  for (const std::string& problem : gathered.unreadable) complain(problem);
  if (!gathered.unusable.empty()) reading.failed = ExitStatus::unusable;
  if (!gathered.unreadable.empty()) reading.failed = ExitStatus::files;
  reading.sources = std::move(gathered.sources);
  if (reading.failed) return reading;
  ConferenceRead read = read_conference(reading.sources);
  reading.conference = std::move(read.conference);
  reading.diagnostics = std::move(gathered.passed_over);
  reading.diagnostics.insert(reading.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  reading.plans = std::move(gathered.plans);
  return reading;
}

bool standard_input_twice(const std::string& plan, const std::vector<std::string>& files) {
  if (plan != "-" || std::find(files.begin(), files.end(), "-") == files.end()) return false;
  complain("standard input can be the plan or a planning file, not both");
  return true;
}

std::optional<ExitStatus> second_plan(const Reading& reading, const std::vector<std::string>& plans,
                                      const CommandLine& line, const std::string& how_many) {
  for (const std::string& path : reading.plans) {
    const bool meant = std::any_of(plans.begin(), plans.end(), [&](const std::string& plan) {
      return real_disk().identity(path) == real_disk().identity(plan);
    });
    if (!meant) return line.refuse(printable(path) + " is a plan too; " + how_many);
  }
  return std::nullopt;
}

std::optional<PlanText> read_plan_file(Reading& reading, const std::string& path) {
  std::string problem;
  Source source{path == "-" ? "(standard input)" : path, real_disk().read(path, problem)};
  if (!problem.empty()) {
    complain(printable(path) + ": cannot be read: " + problem);
    reading.failed = ExitStatus::files;
    return std::nullopt;
  }
  const auto file = static_cast<std::uint32_t>(reading.sources.size());
  reading.sources.push_back(std::move(source));
  PlanRead read = read_plan(reading.sources.back(), file);
  reading.diagnostics.insert(reading.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  return std::move(read.plan);
}

std::string diagnostics_of(const Reading& reading, const CommonOptions& common, Stream stream) {
  Diagnostics shown = reading.diagnostics;
  if (common.quiet) std::erase_if(shown, [](const Diagnostic& d) { return info(d.code).severity != Severity::error; });
  return shown.empty() ? "" : diagnostics_text(shown, reading.sources, style_of(stream, common.color).color);
}

std::optional<ExitStatus> refused(const Reading& reading, const CommonOptions& common) {
  if (reading.failed) return reading.failed;
  std::string problems = diagnostics_of(reading, common, Stream::error);
  while (problems.ends_with('\n')) problems.pop_back();
  if (!problems.empty()) say(problems);
  if (!reading.conference || has_errors(reading.diagnostics)) return ExitStatus::unusable;
  return std::nullopt;
}

std::optional<ExitStatus> refused_output(const Reading& reading, const std::string& path) {
  if (path.empty() || path == "-") return std::nullopt;
  if (real_disk().kind(path) == PathKind::file) {
    const std::string target = real_disk().identity(path);
    for (const Source& source : reading.sources) {
      if (real_disk().identity(source.path) != target) continue;
      complain(printable(path) + " was read as input; writing there would destroy it");
      return ExitStatus::unusable;
    }
  }
  const std::string problem = why_not_writable(path);
  if (problem.empty()) return std::nullopt;
  complain(printable(path) + ": cannot be written: " + problem);
  return ExitStatus::files;
}

ExitStatus deliver(const std::string& text, const std::string& path, ExitStatus status) {
  if (path.empty() || path == "-") {
    if (print(text)) return status;
    complain("the result could not be written to standard output");
    return ExitStatus::files;
  }
  const std::string problem = write_whole(path, text);
  if (problem.empty()) return status;
  complain(printable(path) + ": cannot be written: " + problem);
  return ExitStatus::files;
}

}  // namespace plancover::app
