// plancover import: a published programme into planning files.
#include <fmt/format.h>

#include "disk.hpp"
#include "plancover/programme/planning_yaml.hpp"
#include "plancover/programme/read_programme.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/words.hpp"
#include "reading.hpp"

namespace plancover::app {

namespace {

struct ImportOptions {
  std::string file;
  std::string output;
  std::string zone;
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

}  // namespace

ExitStatus run_import(const Arguments& arguments) {
  ImportOptions asked;
  CommandLine line("import", "FILE");
  line.options().add_option("file", asked.file, "")->required();
  line.options()
      .add_option("-o,--output", asked.output, "write the planning file here, not to standard output")
      ->type_name("OUT");
  line.options()
      .add_option("--timezone", asked.zone, "the time zone of the conference, such as Europe/Berlin")
      ->type_name("ZONE");
  if (const auto status = line.parse(arguments)) return *status;
  std::optional<Zone> zone;
  if (!asked.zone.empty()) {
    zone = zone_of_option(asked.zone);
    if (!zone) return ExitStatus::unusable;
  }

  Reading reading;
  std::string problem;
  reading.sources.push_back(
      {asked.file == "-" ? "(standard input)" : asked.file, real_disk().read(asked.file, problem)});
  if (!problem.empty()) {
    complain(printable(asked.file) + ": cannot be read: " + problem);
    return ExitStatus::files;
  }
  if (const auto status = refused_output(reading, asked.output)) return *status;
  ProgrammeRead read = read_programme(reading.sources.front(), 0, zone);
  reading.sources.front().text = std::move(read.text);
  reading.diagnostics = std::move(read.diagnostics);
  std::string problems = diagnostics_of(reading, line.common(), Stream::error);
  while (problems.ends_with('\n')) problems.pop_back();
  if (!problems.empty()) say(problems);
  if (!read.timetable) return ExitStatus::unusable;

  const ExitStatus status = has_errors(reading.diagnostics) ? ExitStatus::act : ExitStatus::done;
  const ExitStatus delivered = deliver(planning_yaml(*read.timetable), asked.output, status);
  if (delivered == status && !line.common().quiet) {
    say(counts(*read.timetable));
    if (!asked.output.empty() && asked.output != "-") say("next: plancover check " + printable(asked.output));
  }
  return delivered;
}

}  // namespace plancover::app
