#include "calendars.hpp"

#include <algorithm>
#include <filesystem>

#include "disk.hpp"
#include "plancover/report/text_width.hpp"
#include "terminal.hpp"

namespace plancover::app {

std::optional<ExitStatus> read_earlier(const std::string& path, PreviousEvents& events) {
  std::vector<std::string> files{path};
  std::string problem;
  if (real_disk().kind(path) == PathKind::folder) {
    files = real_disk().list(path, problem);
    std::erase_if(files, [](const std::string& name) { return !name.ends_with(".ics") || name.starts_with('.'); });
    std::sort(files.begin(), files.end());
    for (std::string& name : files) name = (std::filesystem::path(path) / name).string();
    if (problem.empty() && files.empty()) {
      complain(printable(path) + " holds no calendars; the first export needs no --previous");
      return ExitStatus::unusable;
    }
  }
  for (const std::string& file : files) {
    const std::string text = problem.empty() ? real_disk().read(file, problem) : "";
    if (!problem.empty()) {
      complain(printable(file) + ": cannot be read: " + problem);
      return ExitStatus::files;
    }
    const std::string wrong = read_previous(text, events);
    if (wrong.empty()) continue;
    complain(printable(file) + " cannot be an earlier export: " + printable(wrong));
    return ExitStatus::unusable;
  }
  return std::nullopt;
}

ExitStatus write_calendars(const std::vector<AttendeeCalendar>& calendars, const std::string& folder,
                           ExitStatus status) {
  std::error_code error;
  std::filesystem::create_directory(folder, error);
  if (error) {
    const bool file = real_disk().kind(folder) != PathKind::missing;
    complain(printable(folder) + (file ? " is no folder" : ": cannot be made: " + reason(error.value())));
    return ExitStatus::files;
  }
  for (const AttendeeCalendar& calendar : calendars) {
    const std::string path = (std::filesystem::path(folder) / (calendar.attendee + ".ics")).string();
    const std::string problem = write_whole(path, calendar.text);
    if (problem.empty()) continue;
    complain(printable(path) + ": cannot be written: " + problem);
    return ExitStatus::files;
  }
  return status;
}

}  // namespace plancover::app
