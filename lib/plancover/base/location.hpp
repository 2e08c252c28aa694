// Where something stands in the text that a person wrote. Lines and columns count
// from 1, columns in characters (code points), as editors show them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace plancover {

/// One text as it was read: the path to print, and every byte of it.
struct Source {
  std::string path;
  std::string text;
};

/// All texts of a run; a Location's `file` is a position in it.
using Sources = std::vector<Source>;

/// A stretch within one line of one source. `line` 0 means "no place": the value was
/// a default or made by a program. Ordered by file, then place.
struct Location {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 1;  ///< in characters, at least 1

  [[nodiscard]] bool known() const { return line != 0; }
  friend auto operator<=>(const Location&, const Location&) = default;
};

/// A value and the place that gave it.
template <class T>
struct Sourced {
  T value{};
  Location where{};
};

}  // namespace plancover
