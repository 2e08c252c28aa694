// plancover assign: reads the planning files, finds the best plan, prints it and, with
// -o, writes the plan file. Every plan was held against the rules before it gets here.
#include <fmt/format.h>

#include <algorithm>

#include "disk.hpp"
#include "plancover/report/plain.hpp"
#include "plancover/report/plan_json.hpp"
#include "plancover/report/plan_yaml.hpp"
#include "plancover/report/text_by_day.hpp"
#include "plancover/report/text_levels.hpp"
#include "plancover/report/words.hpp"
#include "plancover/solver/certificate.hpp"
#include "plancover/solver/make_plan.hpp"
#include "progress.hpp"
#include "reading.hpp"
#include "shell_word.hpp"
#include "solving.hpp"

namespace plancover::app {

namespace {

struct AssignOptions {
  std::vector<std::string> files;
  std::string output;
  std::string format = "text";
  std::string fail_on = "low";
  std::string time_limit;
  std::string certificate;
  int threads = all_threads();
  bool plain = false;
};

struct Solved {
  Plan plan;
  std::string certificate;  ///< empty where none is asked for
};

Solved solved(const Conference& conference, const AssignOptions& asked, bool show_progress) {
  const Past past;
  Proof proof;
  SolveOptions options = solve_options(asked.time_limit, asked.threads, past, show_progress);
  if (!asked.certificate.empty()) options.proof = &proof;
  const BuiltProblem built = build_problem(conference, past, asked.threads);
  const SolveResult result = solve(built.problem, options);
  end_progress();
  Solved answer{make_plan(conference, past, built, result), {}};
  if (options.proof != nullptr) answer.certificate = certificate_text(conference, built, answer.plan, proof);
  return answer;
}

std::string result_text(const Conference& conference, const Plan& plan, const AssignOptions& asked, bool quiet,
                        const TextStyle& style) {
  if (asked.format == "json") return plan_json(conference, plan);
  if (asked.format == "yaml") return plan_yaml(conference, plan);
  PlanView shown = view(conference, plan, {});
  if (quiet) {  // what must be acted on: sessions with an empty required seat
    std::erase_if(shown.sessions, [](const SessionView& session) { return !session.has_open_required(); });
    if (shown.sessions.empty()) return "";
  }
  if (asked.plain) return plain_of(records(conference, shown, RecordOrder::day));
  if (quiet) return text_by_day(conference, shown, style);
  return text_heading(conference, style) + "\n" + text_by_day(conference, shown, style) + "\n" +
         text_levels(plan.levels, style) + "\n" + text_summary(conference, plan) + "; " + text_proof(plan) + "\n" +
         text_open_seats(conference, plan, style);
}

std::string next_step(const AssignOptions& asked, const std::string& folder) {
  const std::string files = shell_words(asked.files);
  const std::string program = program_in(folder);
  if (asked.output.empty()) return fmt::format("next: {} assign{} -o plan.yaml", program, files);
  return fmt::format("next: {} show {}{} --by attendee", program, shell_word(asked.output), files);
}

std::optional<ExitStatus> contradicting(const AssignOptions& asked, const CommandLine& line) {
  if (asked.plain && asked.format != "text") return line.refuse("--plain is a form of its own; leave out --format");
  if (asked.output == "-" && (asked.plain || asked.format == "json")) {
    return line.refuse("-o - prints the plan file; leave out " + std::string(asked.plain ? "--plain" : "--format"));
  }
  if (asked.certificate == "-" && (asked.plain || asked.format != "text")) {
    return line.refuse("--certificate - prints the certificate; leave out " +
                       std::string(asked.plain ? "--plain" : "--format"));
  }
  const bool are_files = !asked.certificate.empty() && !asked.output.empty();
  if (are_files && real_disk().identity(asked.certificate) == real_disk().identity(asked.output)) {
    return line.refuse("the plan and its certificate cannot be one file");
  }
  return std::nullopt;
}

}  // namespace

ExitStatus run_assign(const Arguments& arguments) {
  AssignOptions asked;
  CommandLine line("assign", "[FILE|FOLDER]...");
  CLI::App& app = line.options();
  app.add_option("files", asked.files, "");
  app.add_option("-o,--output", asked.output, "write the plan file too")->type_name("PLAN");
  add_choice(app, "--format", asked.format, {"text", "yaml", "json"}, "how the result is printed");
  app.add_flag("--plain", asked.plain, "print one seat a line, fields apart by tabs");
  add_choice(app, "--fail-on", asked.fail_on, {"critical", "high", "normal", "low", "never"},
             "status 1 when a required seat of this tier or above stays empty");
  app.add_option("--certificate", asked.certificate, "write what proves the bounds, for others to check")
      ->type_name("FILE");
  add_solving_options(app, asked.time_limit, asked.threads);
  if (const auto status = line.parse(arguments)) return *status;
  if (const auto status = contradicting(asked, line)) return *status;

  const Reading reading = read_planning(asked.files);
  if (const auto status = refused(reading, line.common())) return *status;
  for (const std::string& path : {asked.output, asked.certificate}) {
    if (const auto status = refused_output(reading, path)) return *status;
  }
  const Conference& conference = *reading.conference;
  const bool quiet = line.common().quiet;
  const Solved answer = solved(conference, asked, !quiet && is_terminal(Stream::error));
  const Plan& plan = answer.plan;

  const int open = open_seats(conference, plan, asked.fail_on);
  ExitStatus status = open > 0 ? ExitStatus::act : ExitStatus::done;
  if (!asked.output.empty()) status = deliver(plan_yaml(conference, plan), asked.output, status);
  if (!asked.certificate.empty()) status = deliver(answer.certificate, asked.certificate, status);
  const std::string text = result_text(conference, plan, asked, quiet, style_of(Stream::output, line.common().color));
  if (asked.output != "-" && asked.certificate != "-") {
    if (deliver(text, "", status) != status) status = ExitStatus::files;
  }
  if (const std::string why = why_stopped(plan, asked.time_limit); !why.empty()) say(why);
  if (asked.format != "text" && open > 0) say(text_summary(conference, plan));
  if (!quiet && asked.format == "text" && !asked.plain && status != ExitStatus::files)
    say(next_step(asked, line.common().folder));
  return status;
}

}  // namespace plancover::app
