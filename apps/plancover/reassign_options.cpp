#include "reassign_options.hpp"

#include "solving.hpp"

namespace plancover::app {

namespace {

void add_event(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& what,
               const std::string& help) {
  app.add_option(name, values, help)->type_name(what)->take_all()->allow_extra_args(false);
}

}  // namespace

void add_options(CLI::App& app, ReassignOptions& asked) {
  app.add_option("files", asked.files, "");
  app.add_option("--plan", asked.plan, "the plan to start from; it is not written over unless -o names it")
      ->type_name("PLAN")
      ->required();
  app.add_option("-o,--output", asked.output, "write the new plan file too")->type_name("PLAN");
  app.add_option("--now", asked.now, "sessions that started before this stay as they were")->type_name("WHEN");
  add_event(app, "--leaves", asked.leaves, "ID=WHEN", "an attendee leaves the site then; may be repeated");
  add_event(app, "--arrives", asked.arrives, "ID=WHEN", "an attendee arrives on site then; may be repeated");
  add_event(app, "--absent", asked.absent, "ID=FROM..TO", "an attendee is not available; may be repeated");
  add_event(app, "--cancel", asked.cancel, "SESSION", "a session does not take place; may be repeated");
  add_choice(app, "--disturb-for", asked.disturb_for, {"critical", "high", "normal", "low"},
             "the lowest tier whose required seats are worth moving people")
      ->type_name("TIER");
  app.add_flag("--print-edits", asked.print_edits, "print the events as edits of the planning files too");
  add_choice(app, "--format", asked.format, {"text", "markdown", "json", "yaml"}, "how the result is printed");
  add_choice(app, "--fail-on", asked.fail_on, {"critical", "high", "normal", "low", "never"},
             "status 1 when a required seat of this tier or above stays empty");
  add_solving_options(app, asked.time_limit, asked.threads);
}

std::vector<EventText> event_sources(const ReassignOptions& asked, Reading& reading) {
  std::vector<EventText> texts;
  const auto add = [&](EventKind kind, const std::string& option, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      texts.push_back({kind, static_cast<std::uint32_t>(reading.sources.size())});
      reading.sources.push_back({option, value});
    }
  };
  add(EventKind::leaves, "--leaves", asked.leaves);
  add(EventKind::arrives, "--arrives", asked.arrives);
  add(EventKind::absent, "--absent", asked.absent);
  add(EventKind::cancel, "--cancel", asked.cancel);
  return texts;
}

}  // namespace plancover::app
