// How a text report looks: the columns it may use, and whether it may be coloured.
// Colour only repeats what the words say; a report without it says as much.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plancover {

struct TextStyle {
  std::size_t width = 80;  ///< columns, at least 40
  bool color = false;
};

enum class Ink { plain, bold, dim, red, yellow, green };

/// Expects a text without inks inside.
[[nodiscard]] inline std::string painted(const TextStyle& style, Ink ink, std::string_view text) {
  if (!style.color || ink == Ink::plain || text.empty()) return std::string(text);
  constexpr std::string_view codes[] = {"0", "1", "2", "1;31", "33", "32"};
  std::string result = "\x1b[";
  result += codes[static_cast<std::size_t>(ink)];
  result += 'm';
  result += text;
  result += "\x1b[0m";
  return result;
}

}  // namespace plancover
