#include "plancover/report/csv.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace plancover {

namespace {

std::string line_of(const Record& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += csv_cell(cells[i]);
  }
  return line + "\r\n";
}

/// Some spreadsheets take the signs of full width for the plain ones.
bool starts_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 11> signs{
      "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return cell.starts_with(sign); });
}

}  // namespace

std::string csv_cell(const std::string& text) {
  std::string cell = text;
  if (starts_formula(cell)) cell.insert(0, "'");
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_of(const std::vector<Record>& records) {
  std::string text = line_of(record_fields());
  for (const Record& record : records) text += line_of(record);
  return text;
}

std::string csv_of_statistics(const Conference& conference, const Statistics& statistics) {
  std::string text = line_of({"table", "row", "figure", "value"});
  const auto add = [&](const std::string& table, const std::string& row, const std::string& figure,
                       std::int64_t value) {
    text += line_of({table, row, figure, std::to_string(value)});
  };
  const auto add_covered = [&](const std::string& table, const std::string& row, const Covered& covered) {
    add(table, row, "sessions", covered.sessions);
    add(table, row, "required filled", covered.required_filled);
    add(table, row, "required wanted", covered.required);
    add(table, row, "optional filled", covered.optional_filled);
    add(table, row, "optional wanted", covered.optional);
  };
  const auto add_load = [&](const std::string& table, const std::string& row, const Load& load) {
    add(table, row, "sessions", load.sessions);
    add(table, row, "meetings", load.meetings);
    add(table, row, "remote", load.remote);
    add(table, row, "minutes", load.time.count());
    add(table, row, "days", load.days);
  };
  for (const Priority tier : priorities) {
    add_covered("tiers", std::string(to_string(tier)), statistics.tiers[static_cast<std::size_t>(tier)]);
  }
  for (const TopicIndex topic : conference.topics.indexes()) {
    add_covered("topics", conference.topics[topic].id, statistics.topics[topic]);
  }
  std::map<std::string, AttendeeIndex> by_id;
  for (const AttendeeIndex i : conference.attendees.indexes()) {
    if (statistics.attendees[i].attendees > 0) by_id[conference.attendees[i].id] = i;
  }
  for (const auto& [id, index] : by_id) add_load("attendees", id, statistics.attendees[index]);
  for (const auto& [name, load] : statistics.organisations) {
    add("organisations", name, "attendees", load.attendees);
    add_load("organisations", name, load);
  }
  add("plan", "", "assignments", statistics.assignments);
  add("plan", "", "remote", statistics.remote);
  add("plan", "", "abandoned", statistics.abandoned);
  return text;
}

}  // namespace plancover
