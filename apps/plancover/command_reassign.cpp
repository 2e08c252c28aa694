// plancover reassign: the plan for a later morning. Starts from the plan of the day before and
// what has happened since, changes as little as possible, and tells each attendee what is new.
#include <fmt/format.h>

#include "plancover/input/edits.hpp"
#include "plancover/insight/reassign.hpp"
#include "plancover/plan/compare.hpp"
#include "plancover/plan/gap_reason.hpp"
#include "plancover/plan/previous.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/report/changes.hpp"
#include "plancover/report/edits.hpp"
#include "plancover/report/plan_yaml.hpp"
#include "plancover/report/text_levels.hpp"
#include "plancover/report/text_width.hpp"
#include "progress.hpp"
#include "reassign_options.hpp"
#include "shell_word.hpp"
#include "solving.hpp"

namespace plancover::app {

namespace {

/// Everything that is known before the solver is asked.
struct Morning {
  PlanText before;   ///< the previous plan's words; its gaps as they were
  Conference today;  ///< after the events of the day, without the pins that they made impossible
  Past past;
  Events events;
  std::vector<Pin> dropped;
};

void add_diagnostics(Reading& reading, const Diagnostics& found) {
  reading.diagnostics.insert(reading.diagnostics.end(), found.begin(), found.end());
}

/// Empty where something is wrong; all of it is in the diagnostics then.
std::optional<Morning> read_morning(const ReassignOptions& asked, Reading& reading) {
  const Conference& written = *reading.conference;
  std::optional<PlanText> plan = read_plan_file(reading, asked.plan);
  const std::vector<EventText> texts = event_sources(asked, reading);
  EventsRead events = read_events(written, reading.sources, texts);
  add_diagnostics(reading, events.diagnostics);
  std::optional<Instant> now;
  if (!asked.now.empty()) {
    reading.sources.push_back({"--now", asked.now});
    now =
        read_now(written, reading.sources, static_cast<std::uint32_t>(reading.sources.size() - 1), reading.diagnostics);
  }
  if (!plan) return std::nullopt;

  Morning morning{std::move(*plan), after_events(written, events.events), {}, std::move(events.events), {}};
  PreviousPlan previous = previous_plan(written, morning.today, morning.before, now);
  add_diagnostics(reading, previous.diagnostics);
  morning.past = std::move(previous.past);
  morning.past.disturb_for = *parse_priority(asked.disturb_for);
  if (has_errors(reading.diagnostics)) return std::nullopt;

  PinsLeft pins = pins_left(morning.today, morning.past, morning.events);
  add_diagnostics(reading, pins.diagnostics);
  morning.today.pinned = std::move(pins.kept);
  morning.dropped = std::move(pins.dropped);
  add_diagnostics(reading, pins_against_history(morning.today, morning.past));
  if (has_errors(reading.diagnostics)) return std::nullopt;

  // The plan made by hand has no gaps written down, and a later `now` makes some of them past.
  if (!morning.before.gaps) {
    Plan as_it_was;
    as_it_was.gaps = gaps(written, morning.past.previous, morning.past);
    morning.before.gaps = in_words(written, as_it_was).gaps;
  }
  return morning;
}

std::vector<GapReason> reasons_of(const Morning& morning, const Plan& plan, const ChangeList& changes) {
  std::vector<GapReason> reasons;
  for (const Gap& gap : plan.gaps) {
    for (const GapChange& change : changes.gaps) {
      if (change.now > change.was && change.required == gap.required &&
          change.session == morning.today.sessions[gap.session].id && change.role == morning.today.roles[gap.role].id) {
        reasons.push_back(gap_reason(morning.today, plan.assignments, morning.past, gap));
      }
    }
  }
  return reasons;
}

/// The edits, or nothing (said) where the files cannot be edited by a program.
std::vector<Splice> edits_of(const Reading& reading, const Morning& morning, std::size_t planning_files) {
  PermanentEdits edits = permanent_edits(*reading.conference, morning.today, reading.sources, planning_files,
                                         morning.events, morning.dropped);
  if (!edits.sound) {
    say("the events cannot be written into these files line by line: edit them by hand");
    return {};
  }
  if (edits.splices.empty()) say("there is nothing to edit: no event changes the planning files");
  return std::move(edits.splices);
}

struct Result {
  const Morning& morning;
  const Plan& plan;
  const ChangeReport& report;
  const Sources& sources;
  const std::vector<Splice>& edits;
};

/// In the units of the level: two for each who no longer sits in a session, one for another role.
std::int64_t changes_level(const Plan& plan) {
  for (const Level& level : plan.levels) {
    if (level.name == "changes") return level.value;
  }
  return 0;
}

std::string result_text(const Result& result, const std::string& format, bool quiet, const TextStyle& style) {
  const Conference& today = result.morning.today;
  if (format == "json") return changes_json(result.report, result.plan, result.sources, result.edits);
  if (format == "yaml") return plan_yaml(today, result.plan);
  const bool markdown = format == "markdown";
  const bool same = result.report.changes.empty();
  std::string text;
  if (!same) {
    text = markdown ? changes_markdown(result.report) : changes_text(result.report, style);
  } else if (!quiet) {
    text = fmt::format("nothing to change, {} unchanged\n", result.report.changes.unchanged);
  }
  if (!quiet) {
    text += fmt::format("\n{}; changes {}; {}\n", text_summary(today, result.plan), changes_level(result.plan),
                        text_proof(result.plan));
  }
  if (!result.edits.empty()) {
    // A file gets the very bytes; a terminal would obey some of them.
    std::string diff = edits_diff(result.sources, result.edits);
    if (is_terminal(Stream::output)) diff = harmless_lines(diff);
    text += "\nto make the events permanent, give this to patch -p0\n\n";
    text += markdown ? "```diff\n" + diff + "```\n" : diff;
  }
  return text;
}

/// What is only on the command line is no part of the folder, and whoever reads the plan with it next sees no event.
std::string not_in_files(const ReassignOptions& asked) {
  const bool is_event =
      !asked.leaves.empty() || !asked.arrives.empty() || !asked.absent.empty() || !asked.cancel.empty();
  if (!is_event || asked.output.empty() || asked.print_edits) return "";
  return "the planning files do not know of these events yet; --print-edits says what to write into them";
}

std::string next_step(const ReassignOptions& asked, const std::string& folder, bool same) {
  if (asked.output.empty()) return same ? "" : "next: the same with -o PLAN keeps the new plan";
  return fmt::format("next: {} show {}{} --by attendee", program_in(folder), shell_word(asked.output),
                     shell_words(asked.files));
}

}  // namespace

ExitStatus run_reassign(const Arguments& arguments) {
  ReassignOptions asked;
  CommandLine line("reassign", "--plan PLAN [FILE|FOLDER]...");
  add_options(line.options(), asked);
  if (const auto status = line.parse(arguments)) return *status;
  if (standard_input_twice(asked.plan, asked.files)) return ExitStatus::unusable;
  if (asked.print_edits && asked.format == "yaml") return line.refuse("--print-edits does not go with --format yaml");
  if (asked.output == "-" && (asked.print_edits || asked.format == "json" || asked.format == "markdown")) {
    return line.refuse("-o - prints the plan file; leave out --format and --print-edits");
  }

  Reading reading = read_planning(asked.files);
  if (reading.failed || !reading.conference) return *refused(reading, line.common());
  if (const auto status = second_plan(reading, {asked.plan}, line, "--plan takes one")) return *status;
  const std::size_t planning_files = reading.sources.size();
  if (const auto status = refused_output(reading, asked.output)) return *status;
  const std::optional<Morning> morning = read_morning(asked, reading);
  if (const auto status = refused(reading, line.common())) return *status;

  const Conference& today = morning->today;
  const bool quiet = line.common().quiet;
  const Plan plan =
      reassigned(today, morning->past,
                 solve_options(asked.time_limit, asked.threads, morning->past, !quiet && is_terminal(Stream::error)));
  end_progress();
  const ChangeList changes = compare_plans(morning->before, in_words(today, plan), &today);
  const std::vector<GapReason> reasons = reasons_of(*morning, plan, changes);
  std::vector<Splice> edits;
  if (asked.print_edits) edits = edits_of(reading, *morning, planning_files);

  const int open = open_seats(today, plan, asked.fail_on);
  ExitStatus status = open > 0 ? ExitStatus::act : ExitStatus::done;
  if (!asked.output.empty()) status = deliver(plan_yaml(today, plan), asked.output, status);
  if (asked.output != "-") {
    const ChangeReport report{changes, &today, reasons};
    const std::string text = result_text({*morning, plan, report, reading.sources, edits}, asked.format, quiet,
                                         style_of(Stream::output, line.common().color));
    if (deliver(text, "", status) != status) status = ExitStatus::files;
  }
  if (const std::string why = why_stopped(plan, asked.time_limit); !why.empty()) say(why);
  if (quiet || asked.format != "text" || status == ExitStatus::files) return status;
  if (const std::string missing = not_in_files(asked); !missing.empty()) say(missing);
  if (const std::string next = next_step(asked, line.common().folder, changes.empty()); !next.empty()) say(next);
  return status;
}

}  // namespace plancover::app
