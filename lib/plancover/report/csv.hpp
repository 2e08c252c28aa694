// Records and statistics as CSV (RFC 4180: commas, CRLF, quotes doubled, a header line). A
// spreadsheet must never run what a file says: a cell that starts with = + - @, plain or of
// full width, TAB, CR or LF gets an apostrophe before it.
#pragma once

#include <string>
#include <vector>

#include "plancover/report/records.hpp"
#include "plancover/report/statistics.hpp"

namespace plancover {

[[nodiscard]] std::string csv_of(const std::vector<Record>& records);
/// One figure a line: `table,row,figure,value`, the tables and figures of the JSON form, every
/// value a whole number, times in minutes. Keeps tables of different shapes in one file.
[[nodiscard]] std::string csv_of_statistics(const Conference& conference, const Statistics& statistics);
[[nodiscard]] std::string csv_cell(const std::string& text);

}  // namespace plancover
