// plancover show: prints a plan, whoever made it: by day, attendee, session or committee,
// or as figures, in the form asked for.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

#include "calendars.hpp"
#include "disk.hpp"
#include "duration.hpp"
#include "plancover/plan/score.hpp"
#include "plancover/plan/verify.hpp"
#include "plancover/report/csv.hpp"
#include "plancover/report/html.hpp"
#include "plancover/report/markdown.hpp"
#include "plancover/report/plain.hpp"
#include "plancover/report/plan_json.hpp"
#include "plancover/report/sheets.hpp"
#include "plancover/report/text_by_day.hpp"
#include "plancover/report/text_grid.hpp"
#include "plancover/report/text_sheet.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/view_json.hpp"
#include "plancover/report/words.hpp"
#include "reading.hpp"
#include "shell_word.hpp"

namespace plancover::app {

namespace {

struct ShowOptions {
  std::string plan;
  std::vector<std::string> files;
  std::string by = "day";
  std::string format = "text";
  std::string output;
  std::string day;
  std::string attendee;
  std::string organisation;
  std::string committee;
  std::string previous;
  std::string split;
  std::string alarm;
  std::string grid = "auto";
  std::string width;
  bool stats = false;
  bool plain = false;
};

/// Says what it cannot find, with the nearest that exists.
bool no_such(std::string_view kind, const std::string& word, const std::vector<std::string>& known) {
  const std::string hint = nearest(word, known);
  complain(fmt::format("there is no {} {}{}", kind, printable(word),
                       hint.empty() ? "" : fmt::format("; did you mean {}?", printable(hint))));
  return false;
}

template <class Ids>
std::vector<std::string> names(const Ids& ids) {
  std::vector<std::string> result;
  result.reserve(ids.size());
  for (const auto& [id, index] : ids) result.push_back(id);
  return result;
}

bool find_filter(const Conference& conference, const ShowOptions& asked, PlanFilter& filter) {
  if (!asked.day.empty()) {
    for (const Session& session : conference.sessions) {
      if (to_string(session.day) == asked.day) filter.day = session.day;
    }
    if (!filter.day) {
      complain(fmt::format("no session is on {}; days are written like {}", printable(asked.day),
                           to_string(conference.first_day)));
      return false;
    }
  }
  if (!asked.attendee.empty()) {
    const auto found = conference.attendee_ids.find(asked.attendee);
    if (found == conference.attendee_ids.end()) {
      return no_such("attendee", asked.attendee, names(conference.attendee_ids));
    }
    filter.attendee = found->second;
  }
  if (!asked.committee.empty()) {
    const auto found = conference.committee_ids.find(asked.committee);
    if (found == conference.committee_ids.end()) {
      return no_such("committee", asked.committee, names(conference.committee_ids));
    }
    filter.committee = found->second;
  }
  if (!asked.organisation.empty()) {
    std::vector<std::string> known;
    for (const Attendee& attendee : conference.attendees) known.push_back(attendee.organisation);
    std::sort(known.begin(), known.end());
    if (!std::binary_search(known.begin(), known.end(), asked.organisation)) {
      return no_such("organisation", asked.organisation, known);
    }
    filter.organisation = asked.organisation;
  }
  return true;
}

constexpr std::size_t least_width = 40;
constexpr std::size_t most_width = 1000;

bool days_as_text(const ShowOptions& asked) {
  return asked.format == "text" && asked.by == "day" && !asked.stats && !asked.plain;
}

bool as_grid(const ShowOptions& asked) {
  if (asked.grid != "auto") return asked.grid == "always";
  return days_as_text(asked) && asked.output.empty() && is_terminal(Stream::output);
}

/// Nothing for a word that is no width that text can have.
std::optional<std::size_t> width_of(const std::string& word) {
  std::size_t width = 0;
  const char* end = word.data() + word.size();
  const auto read = std::from_chars(word.data(), end, width);
  if (read.ec != std::errc{} || read.ptr != end || width < least_width || width > most_width) return std::nullopt;
  return width;
}

/// A list is hard to read across a broad screen, a grid is not.
TextStyle style_for(const ShowOptions& asked, Color color) {
  TextStyle style;
  if (asked.output.empty()) {
    style = as_grid(asked) ? style_of(Stream::output, color, most_width) : style_of(Stream::output, color);
  }
  style.width = width_of(asked.width).value_or(style.width);
  return style;
}

/// A plan that breaks rules, or is not what it says it is worth, is shown as it is, and
/// that is said: gaps are worked out anew. `broken` counts the broken rules.
std::optional<Plan> usable_plan(Reading& reading, const ShowOptions& asked, const CommonOptions& common,
                                std::size_t& broken) {
  const std::optional<PlanText> text = read_plan_file(reading, asked.plan);
  if (reading.failed || !text || !reading.conference) return std::nullopt;
  Resolved resolved = resolve(*reading.conference, *text);
  const auto record = [](const Diagnostic& d) { return d.code == Code::plan_level || d.code == Code::plan_gap; };
  const auto stale = std::erase_if(resolved.diagnostics, record);
  reading.diagnostics.insert(reading.diagnostics.end(), resolved.diagnostics.begin(), resolved.diagnostics.end());
  Past past;
  past.now = resolved.plan.now;
  if (!has_errors(resolved.diagnostics)) broken = verify(*reading.conference, resolved.plan.assignments, past).size();
  const std::string check =
      program_in(common.folder) + " check --plan " + shell_word(asked.plan) + shell_words(asked.files);
  if (broken > 0) {
    say("the plan breaks " + std::string(broken == 1 ? "a rule" : fmt::format("{} rules", broken)) + "; see " + check);
  } else if (stale > 0 && !common.quiet) {
    say("the plan's own levels or gaps are no longer true; see " + check);
  }
  resolved.plan.gaps = gaps(*reading.conference, resolved.plan.assignments, past);
  return std::move(resolved.plan);
}

std::vector<Sheet> sheets(const Conference& conference, const Plan& plan, const PlanFilter& filter,
                          const ShowOptions& asked) {
  if (asked.stats) return sheets_of_statistics(conference, statistics(conference, plan, filter));
  if (asked.by == "attendee") return sheets_by_attendee(conference, roster(conference, plan, filter));
  const PlanView shown = view(conference, plan, filter);
  if (asked.by == "session") return sheets_by_session(conference, shown);
  if (asked.by == "committee") return sheets_by_committee(conference, shown);
  return sheets_by_day(conference, shown);
}

std::vector<Record> chosen_records(const Conference& conference, const Plan& plan, const PlanFilter& filter,
                                   const ShowOptions& asked) {
  const RecordOrder order = asked.by == "attendee"    ? RecordOrder::attendee
                            : asked.by == "committee" ? RecordOrder::committee
                                                      : RecordOrder::day;
  // A record is a seat, so an attendee's records are that attendee's seats alone.
  return records(conference, view(conference, filtered(conference, plan, filter), filter), order);
}

std::string json(const Conference& conference, const Plan& plan, const PlanFilter& filter, const ShowOptions& asked) {
  if (asked.stats) return json_of_statistics(conference, statistics(conference, plan, filter));
  if (asked.by == "attendee") return json_by_attendee(conference, roster(conference, plan, filter));
  if (asked.by == "session") return json_by_session(conference, view(conference, plan, filter));
  if (asked.by == "committee") return json_by_committee(conference, view(conference, plan, filter));
  return plan_json(conference, filtered(conference, plan, filter));
}

std::string rendered(const Conference& conference, const Plan& plan, const PlanFilter& filter, const ShowOptions& asked,
                     const TextStyle& style) {
  if (asked.format == "json") return json(conference, plan, filter, asked);
  if (asked.format == "html") return html_of(conference, plan, filter);
  if (asked.format == "csv" && asked.stats) return csv_of_statistics(conference, statistics(conference, plan, filter));
  if (asked.format == "csv") return csv_of(chosen_records(conference, plan, filter, asked));
  if (asked.plain) return plain_of(chosen_records(conference, plan, filter, asked));
  if (asked.format == "markdown") {
    return markdown_of(conference.name + ", times in " + conference.zone.name(),
                       sheets(conference, plan, filter, asked));
  }
  const std::string heading = text_heading(conference, style) + "\n";
  if (days_as_text(asked)) {
    const PlanView shown = view(conference, plan, filter);
    return heading + (as_grid(asked) ? text_grid(conference, shown, style) : text_by_day(conference, shown, style));
  }
  const std::string text = text_of(sheets(conference, plan, filter, asked), style);
  return heading + (text.empty() ? "nothing to show\n" : text);
}

std::optional<ExitStatus> contradicting(const ShowOptions& asked, CommandLine& line) {
  if (asked.plain && asked.format != "text") return line.refuse("--plain is a form of its own; leave out --format");
  if (asked.stats && asked.plain) return line.refuse("--stats has no --plain form; --format csv is near it");
  if (asked.grid == "always" && !days_as_text(asked)) {
    return line.refuse("--grid is for the days as text; leave out --by, --format, --stats and --plain");
  }
  if (line.options().count("--width") > 0) {
    const bool text = asked.format == "text" && !asked.plain;
    if (!text) return line.refuse("--width is for text; leave out --format and --plain");
    if (!width_of(asked.width)) {
      return line.refuse(fmt::format("--width takes {} to {} columns", least_width, most_width));
    }
  }
  const bool ics = asked.format == "ics";
  if (ics && asked.stats) return line.refuse("--stats are figures, and a calendar holds none; leave out --format ics");
  if (ics && line.options().count("--by") > 0) return line.refuse("calendars are by attendee; leave out --by");
  const bool whole = asked.stats || line.options().count("--by") > 0;
  if (asked.format == "html" && whole) return line.refuse("the page has it all; leave out --by and --stats");
  if (!ics && !(asked.previous + asked.split + asked.alarm).empty()) {
    return line.refuse("--previous, --split and --alarm are for calendars; add --format ics");
  }
  if (!asked.split.empty() && !asked.output.empty()) {
    return line.refuse("--split writes a file for each attendee; leave out --output");
  }
  if (asked.stats && line.options().count("--by") > 0) return line.refuse("--stats counts in all ways; leave out --by");
  return std::nullopt;
}

/// A day before a session is the most that an alarm is good for.
std::optional<ExitStatus> find_alarm(const ShowOptions& asked, const CommandLine& line, CalendarWishes& wishes) {
  if (asked.alarm.empty()) return std::nullopt;
  const auto before = parse_duration(asked.alarm);
  if (!before || *before > std::chrono::hours{24} || *before % std::chrono::minutes{1} != before->zero()) {
    return line.refuse("--alarm takes whole minutes up to 24h, such as 15m or 1h30m");
  }
  wishes.alarm = std::chrono::duration_cast<Minutes>(*before);
  return std::nullopt;
}

ExitStatus show_calendars(const Conference& conference, const Plan& plan, const PlanFilter& filter,
                          const CalendarWishes& wishes, const ShowOptions& asked, ExitStatus status) {
  if (asked.split.empty()) return deliver(calendar_of(conference, plan, filter, wishes), asked.output, status);
  return write_calendars(calendars_by_attendee(conference, plan, filter, wishes), asked.split, status);
}

/// A plan that was forgotten is said before anything about the folder that stands in its place.
std::optional<ExitStatus> no_plan_there(const ShowOptions& asked, const CommandLine& line) {
  if (asked.plan == "-") return std::nullopt;
  const PathKind kind = real_disk().kind(asked.plan);
  if (kind == PathKind::folder) {
    return line.refuse(printable(asked.plan) + " is a folder; name the plan first, then the folder");
  }
  if (kind != PathKind::missing) return std::nullopt;
  complain(printable(asked.plan) + ": cannot be read: " + reason(ENOENT));
  return ExitStatus::files;
}

}  // namespace

ExitStatus run_show(const Arguments& arguments) {
  ShowOptions asked;
  CommandLine line("show", "PLAN [FILE|FOLDER]...");
  CLI::App& app = line.options();
  app.add_option("plan", asked.plan, "")->required();
  app.add_option("files", asked.files, "");
  add_choice(app, "--by", asked.by, {"day", "attendee", "session", "committee"}, "how the plan is read");
  app.add_flag("--stats", asked.stats, "print figures in its stead: what is covered, who carries how much");
  app.add_option("--day", asked.day, "only this day")->type_name("YYYY-MM-DD");
  app.add_option("--attendee", asked.attendee, "only this attendee")->type_name("ID");
  app.add_option("--organisation", asked.organisation, "only the attendees of this organisation")->type_name("NAME");
  app.add_option("--committee", asked.committee, "only this committee")->type_name("ID");
  add_choice(app, "--format", asked.format, {"text", "markdown", "html", "csv", "ics", "json"}, "how it is printed");
  app.add_option("--previous", asked.previous, "the calendars exported before, which these replace")
      ->type_name("FILE|FOLDER");
  app.add_option("--split", asked.split, "write a calendar for each attendee into this folder")->type_name("FOLDER");
  app.add_option("--alarm", asked.alarm, "ring this long before each session, such as 15m")->type_name("TIME");
  add_choice(app, "--grid", asked.grid, {"auto", "always", "never"}, "lay days out as a grid, auto on a terminal")
      ->type_name("WHEN");
  app.add_option("--width", asked.width, "columns that text may take")->type_name("N");
  app.add_flag("--plain", asked.plain, "print one seat a line, fields apart by tabs");
  app.add_option("-o,--output", asked.output, "write to this file what would be printed")->type_name("FILE");
  if (const auto status = line.parse(arguments)) return *status;
  if (const auto status = contradicting(asked, line)) return *status;
  CalendarWishes wishes;
  if (const auto status = find_alarm(asked, line, wishes)) return *status;
  if (const auto status = no_plan_there(asked, line)) return *status;
  if (standard_input_twice(asked.plan, asked.files)) return ExitStatus::unusable;

  Reading reading = read_planning(asked.files);
  if (reading.failed) return *reading.failed;
  if (const auto status = second_plan(reading, {asked.plan}, line, "one is shown at a time")) return *status;
  std::size_t broken = 0;
  const std::optional<Plan> plan = usable_plan(reading, asked, line.common(), broken);
  if (const auto status = refused(reading, line.common())) return *status;
  if (const auto status = refused_output(reading, asked.output)) return *status;
  PlanFilter filter;
  if (!find_filter(*reading.conference, asked, filter)) return ExitStatus::unusable;
  const ExitStatus status = broken > 0 ? ExitStatus::act : ExitStatus::done;
  if (!asked.previous.empty()) {
    if (const auto failed = read_earlier(asked.previous, wishes.previous)) return *failed;
  }
  if (asked.format == "ics") return show_calendars(*reading.conference, *plan, filter, wishes, asked, status);
  std::string text = rendered(*reading.conference, *plan, filter, asked, style_for(asked, line.common().color));
  // A file gets the very bytes; a terminal would obey some of them.
  const bool on_terminal = asked.output.empty() || asked.output == "-";
  if (asked.format == "csv" && on_terminal && is_terminal(Stream::output)) text = harmless_lines(text);
  return deliver(text, asked.output, status);
}

}  // namespace plancover::app
