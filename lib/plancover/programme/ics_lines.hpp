// The content lines of an iCalendar text (RFC 5545 section 3.1): unfolded, split into name,
// parameters and value, each value with its place in the text as it stands folded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plancover {

struct IcsLine {
  std::string name;                                             ///< upper case
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names in upper case, values without quotes
  std::string value;                                            ///< as written, escapes and all
  std::size_t offset = 0;                                       ///< of the line in the text
  std::size_t value_offset = 0;                                 ///< of the value's first byte in the text
  bool has_colon = true;                                        ///< false: no content line; only `offset` counts

  [[nodiscard]] std::string_view parameter(std::string_view wanted) const;
};

class IcsLines {
 public:
  /// The text must outlive the object and end its lines in line feeds.
  explicit IcsLines(std::string_view text) : text_(text) {}
  /// The next line that is not empty; nothing at the end.
  std::optional<IcsLine> next();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// A TEXT value without its escapes (section 3.3.11); a line break is a space.
[[nodiscard]] std::string ics_text(std::string_view value);
[[nodiscard]] std::string upper_case(std::string_view text);

}  // namespace plancover
