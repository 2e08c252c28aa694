// plancover check: every problem of the planning files in one run; with --plan also a
// plan against the rules, and what it is worth, without the solver.
#include <fmt/format.h>

#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/report/diagnostics_text.hpp"
#include "plancover/report/text_levels.hpp"
#include "plancover/report/words.hpp"
#include "reading.hpp"

namespace plancover::app {

namespace {

struct CheckOptions {
  std::vector<std::string> files;
  std::string plan;
  std::string format = "text";
  bool strict = false;
};

/// Resolves, verifies and scores; the diagnostics grow. The plan, where it keeps every rule.
std::optional<Plan> checked_plan(Reading& reading, const std::string& path) {
  const std::optional<PlanText> text = read_plan_file(reading, path);
  if (!text || !reading.conference) return std::nullopt;
  Resolved resolved = resolve(*reading.conference, *text);
  Past past;
  past.now = resolved.plan.now;
  Diagnostics found = std::move(resolved.diagnostics);
  const Diagnostics broken = verify(*reading.conference, resolved.plan.assignments, past);
  // A plan that breaks a rule has to change, and its levels and gaps with it: what they say
  // now is no news.
  if (has_errors(broken)) {
    std::erase_if(found, [](const Diagnostic& d) { return d.code == Code::plan_level || d.code == Code::plan_gap; });
  }
  found.insert(found.end(), broken.begin(), broken.end());
  tidy(found);
  const bool sound = !has_errors(found);
  reading.diagnostics.insert(reading.diagnostics.end(), found.begin(), found.end());
  if (!sound) return std::nullopt;
  resolved.plan.levels = score(*reading.conference, resolved.plan.assignments, past);
  resolved.plan.gaps = gaps(*reading.conference, resolved.plan.assignments, past);
  return std::move(resolved.plan);
}

enum class PlanFound { not_asked, refused, sound };

std::string summary(const Reading& reading, PlanFound plan) {
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  for (const Diagnostic& d : reading.diagnostics) {
    (info(d.code).severity == Severity::error ? errors : warnings) += d.count;
  }
  if (errors > 0) {
    return counted(errors, "error", "errors") + (warnings > 0 ? ", " + counted(warnings, "warning", "warnings") : "") +
           (plan == PlanFound::refused ? "; the plan is refused" : "");
  }
  const Conference& conference = *reading.conference;
  return fmt::format("{}, {}: {}{}", counted(std::ssize(conference.sessions), "session", "sessions"),
                     counted(std::ssize(conference.attendees), "attendee", "attendees"),
                     warnings > 0 ? counted(warnings, "warning", "warnings") : "no problems",
                     plan == PlanFound::sound ? "; the plan keeps every rule" : "");
}

}  // namespace

ExitStatus run_check(const Arguments& arguments) {
  CheckOptions asked;
  CommandLine line("check", "[FILE|FOLDER]...");
  line.options().add_option("files", asked.files, "");
  line.options().add_option("--plan", asked.plan, "test this plan against the rules too")->type_name("PLAN");
  line.options().add_flag("--strict", asked.strict, "treat warnings as errors");
  add_choice(line.options(), "--format", asked.format, {"text", "json"}, "how the problems are printed");
  if (const auto status = line.parse(arguments)) return *status;
  if (standard_input_twice(asked.plan, asked.files)) return ExitStatus::unusable;

  Reading reading = read_planning(asked.files);
  if (reading.failed) return *reading.failed;
  std::optional<Plan> plan;
  if (!asked.plan.empty()) {
    if (const auto status = second_plan(reading, {asked.plan}, line, "--plan takes one")) return *status;
  }
  if (!asked.plan.empty()) plan = checked_plan(reading, asked.plan);
  if (reading.failed) return *reading.failed;
  // Where the planning files have errors nothing is known about the plan.
  const PlanFound found = plan                                        ? PlanFound::sound
                          : asked.plan.empty() || !reading.conference ? PlanFound::not_asked
                                                                      : PlanFound::refused;

  const bool act = has_errors(reading.diagnostics) || (asked.strict && !reading.diagnostics.empty());
  const ExitStatus status = act ? ExitStatus::act : ExitStatus::done;
  if (asked.format == "json") return deliver(diagnostics_json(reading.diagnostics, reading.sources), "", status);
  CommonOptions common = line.common();
  if (asked.strict) common.quiet = false;  // then warnings are to be acted on
  const std::string problems = diagnostics_of(reading, common, Stream::output);
  if (deliver(problems, "", status) != status) return ExitStatus::files;
  if (act || !line.common().quiet) say(summary(reading, found));
  if (!plan || line.common().quiet) return status;
  const TextStyle style = style_of(Stream::output, common.color);
  return deliver(text_values(plan->levels, style) + "\n" + text_summary(*reading.conference, *plan) + "\n" +
                     text_open_seats(*reading.conference, *plan, style),
                 "", status);
}

}  // namespace plancover::app
