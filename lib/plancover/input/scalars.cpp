#include "plancover/input/scalars.hpp"

#include <algorithm>

#include "plancover/input/fields.hpp"

namespace plancover {

namespace {

bool letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

template <class T>
std::optional<T> unless_unreadable(Context& context, const YamlNode& node, std::optional<T> value, Code code,
                                   std::string_view what, std::string_view help) {
  if (!value) context.say(code, node.where, quote(node.text) + " is no " + std::string(what), std::string(help));
  return value;
}

}  // namespace

std::optional<std::string> read_text(Context& context, const YamlNode& node, std::string_view what) {
  if (!is_scalar(context, node, what)) return std::nullopt;
  return node.text;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && letter_or_digit(text[0]) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return letter_or_digit(c) || c == '.' || c == '_' || c == '-'; });
}

bool check_id(Context& context, const std::string& text, Location where) {
  if (is_id(text)) return true;
  const bool longer = text.size() > 64 && is_id(text.substr(0, 64));
  context.say(Code::bad_id, where, longer ? "an id has at most 64 characters" : quote(text) + " cannot be an id",
              longer ? "" : "use letters a-z, digits, '.', '_' and '-', and begin with a letter or digit");
  return false;
}

std::optional<std::string> read_id(Context& context, const YamlNode& node, std::string_view what) {
  if (!is_scalar(context, node, what) || !check_id(context, node.text, node.where)) return std::nullopt;
  return node.text;
}

namespace {

/// What other tools take for true and false; else `otherwise`.
std::string meant_bool(std::string_view text, std::string otherwise) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const std::string_view yes : {"yes", "y", "on", "1", "true"}) {
    if (lower == yes) return "write true";
  }
  for (const std::string_view no : {"no", "n", "off", "0", "false"}) {
    if (lower == no) return "write false";
  }
  return otherwise;
}

}  // namespace

std::optional<bool> read_bool(Context& context, const YamlNode& node, const std::string& otherwise) {
  if (!is_scalar(context, node, "true or false")) return std::nullopt;
  if (node.text == "true") return true;
  if (node.text == "false") return false;
  context.say(Code::bad_bool, node.where, quote(node.text) + " is neither true nor false",
              meant_bool(node.text, otherwise));
  return std::nullopt;
}

std::optional<int> read_number(Context& context, const YamlNode& node, std::string_view what, int least, int most) {
  if (!is_scalar(context, node, "a number")) return std::nullopt;
  const std::optional<int> value = parse_number(node.text);
  if (value && *value >= least && *value <= most) return value;
  context.say(Code::bad_number, node.where,
              std::string(what) + " is a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                  ", not " + quote(node.text));
  return std::nullopt;
}

std::optional<Minutes> read_duration(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a duration")) return std::nullopt;
  return unless_unreadable(context, node, parse_duration(node.text), Code::bad_duration, "duration",
                           "write 90m, 6h or 1h30m");
}

std::optional<Minutes> read_clock(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a time of day")) return std::nullopt;
  std::optional<Minutes> clock = parse_clock(node.text);
  if (clock && *clock == Minutes{24 * 60}) clock.reset();
  std::string help = "write HH:MM, from 00:00 to 23:59";
  if (const std::string better = with_two_digit_hours(node.text); parse_clock(better)) help = "write " + better;
  return unless_unreadable(context, node, clock, Code::bad_time, "time of day", help);
}

std::optional<Day> read_day(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a day")) return std::nullopt;
  std::string help = why_no_day(node.text.size() == 10 ? node.text : "");
  if (help.empty()) help = "write YYYY-MM-DD";
  return unless_unreadable(context, node, parse_day(node.text), Code::bad_day, "day of the calendar", help);
}

std::optional<ClockSpan> read_span(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a span of times")) return std::nullopt;
  const auto span = parse_span(node.text);
  if (const auto* read = std::get_if<ClockSpan>(&span)) return *read;
  if (std::get<SpanFault>(span) == SpanFault::empty) {
    context.say(Code::empty_span, node.where, "the span ends when it begins", "write 00:00-24:00 for a whole day");
  } else {
    const std::string better = with_two_digit_hours(node.text);
    const bool mended = !better.empty() && std::holds_alternative<ClockSpan>(parse_span(better));
    context.say(Code::bad_span, node.where, quote(node.text) + " is no span of times",
                mended ? "write " + better : "write HH:MM-HH:MM, such as 09:30-12:30");
  }
  return std::nullopt;
}

std::optional<Zone> read_zone(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a time zone")) return std::nullopt;
  if (const std::optional<Zone> zone = find_zone(node.text)) return zone;
  if (const std::string problem = zone_database_problem(); !problem.empty()) {
    context.say(Code::no_zone_database, node.where, problem, "install the package tzdata");
    return std::nullopt;
  }
  std::string help = zone_of_city(node.text);
  if (!help.empty()) {
    help = "write '" + help + "'";
  } else {
    help = context.hint("zone", node.text,
                        context.knows_hint("zone", node.text) ? std::vector<std::string>{} : zone_names());
    if (help.empty()) help = "use a name of the IANA database, such as Asia/Seoul";
  }
  context.say(Code::unknown_zone, node.where, "no time zone is called " + quote(node.text), help);
  return std::nullopt;
}

std::optional<Priority> read_priority(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a priority")) return std::nullopt;
  if (const std::optional<Priority> priority = parse_priority(node.text)) return priority;
  std::string help = context.hint("priority", node.text, {"critical", "high", "normal", "low"});
  if (help.empty()) help = "write critical, high, normal or low";
  context.say(Code::unknown_word, node.where, quote(node.text) + " is no priority", help);
  return std::nullopt;
}

std::optional<CommitteeKind> read_kind(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a kind of committee")) return std::nullopt;
  if (const std::optional<CommitteeKind> kind = parse_committee_kind(node.text)) return kind;
  std::string help = context.hint("kind", node.text, {"plenary", "committee", "working-group", "ad-hoc", "meeting"});
  if (help.empty()) help = "write plenary, committee, working-group, ad-hoc or meeting";
  context.say(Code::unknown_word, node.where, quote(node.text) + " is no kind of committee", help);
  return std::nullopt;
}

}  // namespace plancover
