// A line of a source with a caret under a stretch of it, cut to what fits on a terminal.
#pragma once

#include <string>
#include <string_view>

#include "plancover/base/location.hpp"

namespace plancover {

struct Excerpt {
  std::string line;   ///< harmless to print
  std::string caret;  ///< spaces, then ^~~~ under the stretch
};

/// Finds lines of one text; asking for later and later lines costs one walk in all.
class LineFinder {
 public:
  explicit LineFinder(std::string_view text);
  /// Without its break; empty past the end.
  [[nodiscard]] std::string_view line(std::uint32_t number);

 private:
  std::string_view text_;
  std::uint32_t number_ = 1;
  std::size_t start_ = 0;
};

[[nodiscard]] Excerpt excerpt(std::string_view line, std::uint32_t column, std::uint32_t length);

}  // namespace plancover
