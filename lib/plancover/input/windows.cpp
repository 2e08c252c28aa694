// Windows and single minutes: where the wall clock of a file meets a zone.
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

namespace {

std::string help_for_window(std::string_view text) {
  const std::string better = with_two_digit_hours(text);
  if (!better.empty() && std::holds_alternative<LocalWindow>(parse_window(better))) return "write " + better;
  text = trimmed(text);
  const std::size_t dots = text.find("..");
  std::string why = why_no_day(text.substr(0, dots));
  if (why.empty() && dots != std::string_view::npos) why = why_no_day(trimmed(text.substr(dots + 2)));
  return why.empty() ? "write 2014-10-23, 2014-10-23 12:00..15:00 or 2014-10-20..2014-10-29" : why;
}

}  // namespace

std::optional<LocalWindow> read_local_window(Context& context, const YamlNode& node) {
  if (!is_scalar(context, node, "a window")) return std::nullopt;
  const auto window = parse_window(node.text);
  if (const auto* read = std::get_if<LocalWindow>(&window)) return *read;
  std::vector<Note> notes;
  if (context.dates_where.known() && context.dates_where != node.where) {
    notes.push_back({"the conference runs " + context.dates_text, context.dates_where});
  }
  switch (std::get<WindowFault>(window)) {
    case WindowFault::reversed:
      context.say(Code::window_reversed, node.where, "window ends before it starts",
                  node.text.find(' ') == std::string::npos ? "swap the two days" : "swap the two ends",
                  std::move(notes));
      break;
    case WindowFault::empty:
      context.say(Code::empty_span, node.where, "the window ends when it begins");
      break;
    case WindowFault::unreadable:
      context.say(Code::bad_window, node.where, quote(node.text) + " is no window of time", help_for_window(node.text));
      break;
  }
  return std::nullopt;
}

std::optional<Instant> exact_instant(Context& context, const Zone& zone, LocalTime time, Location where) {
  const auto instant = to_instant(zone, time);
  if (const auto* exact = std::get_if<Instant>(&instant)) return *exact;
  const ClockChange change = std::get<ClockChange>(instant);
  if (change.twice) {
    context.say(Code::time_doubled, where,
                to_string(time) + " exists twice: the clock is put back over it in " + zone.name(),
                "choose a time before or after the hour that is repeated");
  } else {
    context.say(Code::time_skipped, where,
                to_string(time) + " does not exist: the clock is put forward over it in " + zone.name(),
                "the first time after it is " + clock_text(to_local(zone, change.first)));
  }
  return std::nullopt;
}

std::optional<Window> read_window(Context& context, const Zone& zone, const YamlNode& node) {
  const std::optional<LocalWindow> local = read_local_window(context, node);
  if (!local) return std::nullopt;
  const auto bound = [&](const Bound& b) -> std::optional<Instant> {
    return b.exact ? exact_instant(context, zone, b.time, node.where) : to_instant_leniently(zone, b.time);
  };
  const std::optional<Instant> from = bound(local->from);
  const std::optional<Instant> until = bound(local->until);
  if (!from || !until) return std::nullopt;
  return Window{*from, *until};
}

std::vector<Sourced<Window>> read_windows(Context& context, const Zone& zone, const YamlNode& node) {
  std::vector<Sourced<Window>> windows;
  if (node.kind == YamlNode::Kind::scalar && (node.text == "all" || node.text == "always")) {
    context.say(Code::wrong_kind, node.where, "a list of windows is expected here, not text",
                "leave the key out for all the time");
    return windows;
  }
  if (!is_list(context, node, "a list of windows")) return windows;
  windows.reserve(node.items.size());
  for (const YamlNode& item : node.items) {
    if (const std::optional<Window> window = read_window(context, zone, item)) {
      windows.push_back({*window, item.where});
    }
  }
  return windows;
}

}  // namespace plancover
