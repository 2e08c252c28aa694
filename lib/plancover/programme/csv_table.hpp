// A table in comma-, semicolon- or tab-separated lines (RFC 4180): rows of cells, each with
// its place in the text. Takes a cell whose quote never ends for all that follows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plancover {

struct CsvCell {
  std::string text;  ///< without quotes and without spaces at the ends
  std::size_t offset = 0;
};

class CsvTable {
 public:
  /// The text must outlive the object and end its lines in line feeds. The separator is the
  /// one of the three that stands most often in the first line, or what Excel's `sep=` line says.
  explicit CsvTable(std::string_view text);
  /// The next row in which anything stands; nothing at the end.
  std::optional<std::vector<CsvCell>> next();
  /// Where a quoted cell began that never ended.
  [[nodiscard]] std::optional<std::size_t> open_quote() const { return open_quote_; }

 private:
  CsvCell cell();

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::optional<std::size_t> open_quote_;
};

}  // namespace plancover
