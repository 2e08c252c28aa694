// From a position in a text to the line and column that an editor shows. Answers in
// bounded time however long a line is.
#pragma once

#include <string_view>
#include <vector>

#include "plancover/base/location.hpp"

namespace plancover {

class Places {
 public:
  /// The text must outlive the object and be valid UTF-8, without a byte order mark.
  Places(std::string_view text, std::uint32_t file);

  /// The place of the byte at `offset`; past the end: the last place there is.
  [[nodiscard]] Location at(std::size_t offset) const;
  /// The same, as long as the stretch of bytes, which is cut at the end of its line.
  [[nodiscard]] Location at(std::size_t offset, std::size_t bytes) const;
  /// The line that holds the byte, without its break.
  [[nodiscard]] std::string_view line_at(std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t line_index(std::size_t offset) const;
  [[nodiscard]] std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::uint32_t file_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> characters_;  // begun before each block of block_size bytes; empty for pure ASCII
};

}  // namespace plancover
