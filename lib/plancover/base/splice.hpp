// Changes of a text, as values: bytes to take out and text to put in, and the same seen as
// whole lines, as people and patch(1) read them. Applies them; never writes a file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plancover {

/// In the text of one source: [offset, offset + length) becomes `text`.
struct Splice {
  std::uint32_t file = 0;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;
};

/// Lines that become others. Without `before` the new ones stand before line `line`.
struct LineEdit {
  std::uint32_t line = 1;           ///< of the text as it was
  std::vector<std::string> before;  ///< each with its line break, where it has one
  std::vector<std::string> after;
};

/// Those of `splices` that are of this file, which must not overlap, carried out.
[[nodiscard]] std::string spliced(std::string_view text, std::uint32_t file, const std::vector<Splice>& splices);
/// The same, line by line, in the order of the text.
[[nodiscard]] std::vector<LineEdit> line_edits(std::string_view text, std::uint32_t file,
                                               const std::vector<Splice>& splices);

}  // namespace plancover
