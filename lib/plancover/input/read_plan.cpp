#include "plancover/input/read_plan.hpp"

#include <array>
#include <charconv>

#include "plancover/input/document.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/json_pairs.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {
namespace {

constexpr std::array<std::string_view, 4> file_keys{"plan", "assignments", "gaps", "changes"};
constexpr std::array<std::string_view, 5> plan_keys{"format", "conference", "status", "now", "levels"};
constexpr std::array<std::string_view, 3> level_keys{"name", "value", "bound"};
constexpr std::array<std::string_view, 4> assignment_keys{"session", "role", "attendee", "remote"};
constexpr std::array<std::string_view, 4> gap_keys{"session", "role", "required", "open"};
constexpr int most_open = 1'000'000;

std::string id_of(Context& context, const YamlNode& line, std::string_view key, std::string_view what) {
  const YamlNode* node = required(context, line, key, what);
  return node == nullptr ? std::string() : read_id(context, *node, key).value_or("");
}

std::int64_t points_of(Context& context, const YamlNode& line, std::string_view key) {
  const YamlNode* node = required(context, line, key, "a level");
  if (node == nullptr || !is_scalar(context, *node, "a number")) return 0;
  std::int64_t value = 0;
  const char* end = node->text.data() + node->text.size();
  const auto [stopped, fault] = std::from_chars(node->text.data(), end, value);
  if (fault != std::errc{} || stopped != end) {
    context.say(Code::bad_number, node->where, quote(node->text) + " is no whole number");
  }
  return value;
}

void read_levels(Context& context, const YamlNode& list, PlanText& plan) {
  if (!is_list(context, list, "a list of levels")) return;
  for (const YamlNode& line : list.items) {
    if (!check_keys(context, line, "a level", level_keys)) continue;
    Level level;
    if (const YamlNode* name = required(context, line, "name", "a level")) {
      level.name = read_text(context, *name, "the name of a level").value_or("");
    }
    level.value = points_of(context, line, "value");
    level.bound = points_of(context, line, "bound");
    plan.levels.push_back({level, line.where});
  }
}

/// False for a plan of a format that this version does not know.
bool read_plan_format(Context& context, const YamlNode& head) {
  const YamlNode* format = required(context, head, "format", "a plan");
  if (format == nullptr || !is_scalar(context, *format, "a number") || format->text == "1") return true;
  const std::optional<int> number = parse_number(format->text);
  if (number && *number > 1) {
    context.say(Code::newer_format, format->where, "this plan is of format " + format->text + ", and 1 is known here",
                "use a newer version of plancover");
    return false;
  }
  context.say(Code::bad_number, format->where, quote(format->text) + " is no format of plans", "write 1");
  return true;
}

void read_head(Context& context, const YamlNode& head, PlanText& plan) {
  if (!check_keys(context, head, "a plan", plan_keys)) return;
  plan.where = head.key_where;
  if (const YamlNode* name = head.find("conference")) {
    plan.conference = read_text(context, *name, "the name of the conference").value_or("");
    plan.conference_where = name->where;
  }
  if (const YamlNode* status = head.find("status"); status != nullptr && is_scalar(context, *status, "a status")) {
    plan.status_where = status->where;
    if (status->text == "optimal") {
      plan.status = Status::optimal;
    } else if (status->text == "feasible") {
      plan.status = Status::feasible;
    } else {
      context.say(Code::unknown_word, status->where, quote(status->text) + " is no status of a plan",
                  "write optimal or feasible");
    }
  }
  if (const YamlNode* now = head.find("now"); now != nullptr && is_scalar(context, *now, "a moment")) {
    if (const auto time = parse_moment(now->text)) {
      plan.now = {*time, now->where};
    } else {
      const std::string better = with_two_digit_hours(now->text);
      context.say(Code::bad_time, now->where, quote(now->text) + " is no moment",
                  !better.empty() && parse_moment(better) ? "write " + better : "write YYYY-MM-DD HH:MM");
    }
  }
  if (const YamlNode* levels = head.find("levels")) {
    plan.levels_where = levels->key_where;
    read_levels(context, *levels, plan);
  }
}

void read_assignments(Context& context, const YamlNode& list, PlanText& plan) {
  if (!is_list(context, list, "a list of assignments")) return;
  for (const YamlNode& line : list.items) {
    if (!check_keys(context, line, "an assignment", assignment_keys)) continue;
    AssignmentText text;
    text.session = id_of(context, line, "session", "an assignment");
    text.role = id_of(context, line, "role", "an assignment");
    text.attendee = id_of(context, line, "attendee", "an assignment");
    if (const YamlNode* remote = line.find("remote")) text.remote = read_bool(context, *remote);
    text.where = line.where;
    plan.assignments.push_back(std::move(text));
  }
}

void read_gaps(Context& context, const YamlNode& list, PlanText& plan) {
  if (!is_list(context, list, "a list of gaps")) return;
  plan.gaps.emplace();
  plan.gaps_where = list.key_where;
  for (const YamlNode& line : list.items) {
    if (!check_keys(context, line, "a gap", gap_keys)) continue;
    GapText text;
    text.session = id_of(context, line, "session", "a gap");
    text.role = id_of(context, line, "role", "a gap");
    if (const YamlNode* needed = required(context, line, "required", "a gap")) {
      text.required = read_bool(context, *needed).value_or(true);
    }
    if (const YamlNode* open = required(context, line, "open", "a gap")) {
      text.open = read_number(context, *open, "the number of open seats", 1, most_open).value_or(1);
    }
    text.where = line.where;
    plan.gaps->push_back(std::move(text));
  }
}

}  // namespace

PlanRead read_plan(const Source& source, std::uint32_t file) {
  Context context;
  PlanText plan;
  const auto tree = read_document({source.path, with_whole_characters(source.text)}, file, context.diagnostics);
  if (tree && tree->find("plan") == nullptr) {
    const Location top{file, 1, 1, 1};
    context.say(Code::missing_key, tree->where.known() ? tree->where : top, "this is no plan: it has no key 'plan'",
                "a plan made by hand begins with plan: {format: 1}");
  } else if (tree && check_keys(context, *tree, "a plan file", file_keys)) {
    const YamlNode& head = *tree->find("plan");
    if (is_map(context, head, "a plan") && read_plan_format(context, head)) {
      read_head(context, head, plan);
      if (const YamlNode* list = required(context, *tree, "assignments", "a plan file")) {
        read_assignments(context, *list, plan);
      }
      if (const YamlNode* list = tree->find("gaps")) read_gaps(context, *list, plan);
    }
  }
  PlanRead result;
  result.diagnostics = std::move(context.diagnostics);
  tidy(result.diagnostics);
  if (!has_errors(result.diagnostics)) result.plan = std::move(plan);
  return result;
}

}  // namespace plancover
