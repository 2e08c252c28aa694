// Records and sheets as CSV (RFC 4180: commas, CRLF, quotes doubled, a header line). A
// spreadsheet must never run what a file says: a cell that starts with = + - @ TAB or CR
// gets an apostrophe before it.
#pragma once

#include <string>
#include <vector>

#include "plancover/report/records.hpp"
#include "plancover/report/sheet.hpp"

namespace plancover {

[[nodiscard]] std::string csv_of(const std::vector<Record>& records);
/// One table for all sheets: the sheet's title, then its columns by name and value:
/// `table,row,column,value`. Keeps sheets of different shapes in one readable file.
[[nodiscard]] std::string csv_of(const std::vector<Sheet>& sheets);
[[nodiscard]] std::string csv_cell(const std::string& text);

}  // namespace plancover
