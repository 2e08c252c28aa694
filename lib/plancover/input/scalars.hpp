// One scalar each: from a node to a value, saying what is wrong with it and the way out.
// Every function returns nothing after it has said a problem.
#pragma once

#include <optional>
#include <string>

#include "plancover/base/time.hpp"
#include "plancover/input/context.hpp"
#include "plancover/input/document.hpp"
#include "plancover/input/parse_time.hpp"
#include "plancover/model/committee.hpp"

namespace plancover {

std::optional<std::string> read_text(Context& context, const YamlNode& node, std::string_view what);
/// 1-64 ASCII letters, digits, '.', '_', '-'; begins with a letter or digit.
std::optional<std::string> read_id(Context& context, const YamlNode& node, std::string_view what);
[[nodiscard]] bool is_id(std::string_view text);
bool check_id(Context& context, const std::string& text, Location where);
/// `otherwise` is the help for what no other tool takes for a truth value either.
std::optional<bool> read_bool(Context& context, const YamlNode& node,
                              const std::string& otherwise = "write true or false");
/// A whole number within both bounds.
std::optional<int> read_number(Context& context, const YamlNode& node, std::string_view what, int least, int most);
std::optional<Minutes> read_duration(Context& context, const YamlNode& node);
std::optional<Minutes> read_clock(Context& context, const YamlNode& node);
std::optional<Day> read_day(Context& context, const YamlNode& node);
std::optional<ClockSpan> read_span(Context& context, const YamlNode& node);
std::optional<Zone> read_zone(Context& context, const YamlNode& node);
std::optional<Priority> read_priority(Context& context, const YamlNode& node);
std::optional<CommitteeKind> read_kind(Context& context, const YamlNode& node);

/// A window in the wall clock's words, without looking at a zone.
std::optional<LocalWindow> read_local_window(Context& context, const YamlNode& node);
/// The minute of a wall-clock time that a file writes; a clock change over it is said.
std::optional<Instant> exact_instant(Context& context, const Zone& zone, LocalTime time, Location where);
/// A window in `zone`; days without a time are never in the way of a clock change.
std::optional<Window> read_window(Context& context, const Zone& zone, const YamlNode& node);
std::vector<Sourced<Window>> read_windows(Context& context, const Zone& zone, const YamlNode& node);

}  // namespace plancover
