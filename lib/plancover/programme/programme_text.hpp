// The bytes of a programme as text that can be read and pointed into: UTF-8, with lines
// that end in a line feed. Guesses no encoding but the one an XML file declares.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plancover {

struct CleanText {
  std::string text;
  std::vector<std::size_t> replaced;  ///< where in `text` a byte that is no text became U+FFFD; the first ten thousand
};

/// Takes off a byte order mark; makes every line end a line feed; puts a character that a
/// folded iCalendar line was cut through in front of the fold (RFC 5545 section 3.1); and
/// replaces what is no UTF-8 and no text.
[[nodiscard]] CleanText clean_programme_text(std::string_view raw);

}  // namespace plancover
