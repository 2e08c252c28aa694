// plancover diff: what changed between two plans, attendee by attendee; with the planning
// files at hand it names sessions and times, without them ids alone.
#include <fmt/format.h>

#include "disk.hpp"
#include "plancover/input/read_plan.hpp"
#include "plancover/plan/compare.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/report/changes.hpp"
#include "plancover/report/text_width.hpp"
#include "reading.hpp"

namespace plancover::app {

namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  std::vector<std::string> files;
  std::string format = "text";
  std::string output;
};

bool standard_input_thrice(const DiffOptions& asked) {
  if (asked.before != "-" || asked.after != "-") {
    return standard_input_twice(asked.before, asked.files) || standard_input_twice(asked.after, asked.files);
  }
  complain("standard input can be one of the two plans, not both");
  return true;
}

/// The gaps that the new plan leaves, resolved as far as the planning files know its words.
std::vector<GapReason> reasons_of(const Conference& conference, const PlanText& after, const ChangeList& changes) {
  const Plan plan = resolve(conference, after).plan;
  Past past;
  past.now = plan.now;
  std::vector<GapReason> reasons;
  for (const Gap& gap : plan.gaps) {
    for (const GapChange& change : changes.gaps) {
      if (change.now > change.was && change.required == gap.required &&
          change.session == conference.sessions[gap.session].id && change.role == conference.roles[gap.role].id) {
        reasons.push_back(gap_reason(conference, plan.assignments, past, gap));
      }
    }
  }
  return reasons;
}

/// A plan made by hand need not list its gaps; the planning files know them.
void add_gaps(const Conference& conference, PlanText& text) {
  if (!text.gaps) text.gaps = in_words(conference, resolve(conference, text).plan).gaps;
}

}  // namespace

ExitStatus run_diff(const Arguments& arguments) {
  DiffOptions asked;
  CommandLine line("diff", "OLD NEW [FILE|FOLDER]...");
  CLI::App& app = line.options();
  app.add_option("plan", asked.before, "")->required();
  app.add_option("second-plan", asked.after, "")->required();
  app.add_option("files", asked.files, "");
  add_choice(app, "--format", asked.format, {"text", "markdown", "json"}, "how it is printed");
  app.add_option("-o,--output", asked.output, "write to this file what would be printed")->type_name("FILE");
  if (const auto status = line.parse(arguments)) return *status;
  if (standard_input_thrice(asked)) return ExitStatus::unusable;

  Reading reading;
  if (!asked.files.empty()) reading = read_planning(asked.files);
  if (reading.failed) return *reading.failed;
  if (const auto status = second_plan(reading, {asked.before, asked.after}, line, "two are compared")) return *status;
  std::optional<PlanText> before = read_plan_file(reading, asked.before);
  std::optional<PlanText> after = read_plan_file(reading, asked.after);
  if (reading.failed || !asked.files.empty() || has_errors(reading.diagnostics)) {
    if (const auto status = refused(reading, line.common())) return *status;
  }
  if (const auto status = refused_output(reading, asked.output)) return *status;

  const Conference* conference = reading.conference ? &*reading.conference : nullptr;
  if (conference != nullptr) {
    add_gaps(*conference, *before);
    add_gaps(*conference, *after);
  }
  const ChangeList changes = compare_plans(*before, *after, conference);
  std::vector<GapReason> reasons;
  if (conference != nullptr) reasons = reasons_of(*conference, *after, changes);
  const ChangeReport report{changes, conference, reasons};
  const ExitStatus status = changes.empty() ? ExitStatus::done : ExitStatus::act;
  if (asked.format == "json") return deliver(changes_json(report), asked.output, status);
  if (changes.empty()) {
    return deliver(line.common().quiet ? "" : fmt::format("nothing changed, {} unchanged\n", changes.unchanged),
                   asked.output, status);
  }
  TextStyle style = style_of(Stream::output, line.common().color);
  if (!asked.output.empty()) style = {};
  return deliver(asked.format == "markdown" ? changes_markdown(report) : changes_text(report, style), asked.output,
                 status);
}

}  // namespace plancover::app
