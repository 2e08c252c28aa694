// What every command does first: read the planning files, and a plan; say every problem
// found. Also the one place where diagnostics are printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command_line.hpp"
#include "plancover/input/read_conference.hpp"
#include "plancover/plan/resolve.hpp"

namespace plancover::app {

struct Reading {
  Sources sources;
  Diagnostics diagnostics;  ///< of the planning files, then of the plan
  std::optional<Conference> conference;
  std::vector<std::string> plans;    ///< named among the planning files, and left out
  std::optional<ExitStatus> failed;  ///< a file or folder that could not be used, already said
};

[[nodiscard]] Reading read_planning(const std::vector<std::string>& paths);

/// Is "-" the plan and a planning file too? Says so.
[[nodiscard]] bool standard_input_twice(const std::string& plan, const std::vector<std::string>& files);

/// The status where a plan that is none of `plans` stands among the planning files, and would be left out; said with
/// `how_many`. The plan itself may stand there, as `show plan.yaml *.yaml` has it.
[[nodiscard]] std::optional<ExitStatus> second_plan(const Reading& reading, const std::vector<std::string>& plans,
                                                    const CommandLine& line, const std::string& how_many);

/// Adds the plan's text to the sources, and what is wrong with it to the diagnostics.
/// Empty where it cannot be read as a plan.
[[nodiscard]] std::optional<PlanText> read_plan_file(Reading& reading, const std::string& path);

/// Errors and warnings with place and excerpt, for that stream; `quiet` leaves out warnings.
[[nodiscard]] std::string diagnostics_of(const Reading& reading, const CommonOptions& common, Stream stream);
/// For commands that need a conference: prints what is wrong and gives the status that
/// follows; empty when all is well (warnings are printed then too).
[[nodiscard]] std::optional<ExitStatus> refused(const Reading& reading, const CommonOptions& common);

/// A status where the result cannot go to `path` (said): it is one of the files just read,
/// or nothing can be written there. Asked before the work, so that none is lost.
[[nodiscard]] std::optional<ExitStatus> refused_output(const Reading& reading, const std::string& path);

/// Prints the result, or writes it to `path` where that is not empty.
[[nodiscard]] ExitStatus deliver(const std::string& text, const std::string& path, ExitStatus status);

}  // namespace plancover::app
