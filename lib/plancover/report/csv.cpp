#include "plancover/report/csv.hpp"

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

}  // namespace

std::string csv_cell(const std::string& text) {
  std::string cell = text;
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) cell.insert(0, "'");
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

std::string csv_of(const std::vector<Sheet>& sheets) {
  std::string text = line_of({"table", "row", "column", "value"});
  for (const Sheet& sheet : sheets) {
    for (const auto& row : sheet.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i != sheet.key) text += line_of({sheet.title, row[sheet.key], sheet.columns[i].name, row[i]});
      }
    }
  }
  return text;
}

}  // namespace plancover
