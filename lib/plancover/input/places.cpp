#include "plancover/input/places.hpp"

#include <algorithm>

namespace plancover {

namespace {

constexpr std::size_t block_size = 256;

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

Places::Places(std::string_view text, std::uint32_t file) : text_(text), file_(file), line_starts_{0} {
  bool ascii = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_starts_.push_back(i + 1);
    ascii = ascii && static_cast<unsigned char>(text[i]) < 0x80;
  }
  if (ascii) return;
  std::size_t begun = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % block_size == 0) characters_.push_back(begun);
    if (begins_character(text[i])) ++begun;
  }
  if (text.size() % block_size == 0) characters_.push_back(begun);
}

std::size_t Places::line_index(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

std::size_t Places::characters_before(std::size_t offset) const {
  if (characters_.empty()) return offset;
  const std::size_t block = offset / block_size;
  const auto* const begin = text_.begin() + static_cast<std::ptrdiff_t>(block * block_size);
  return characters_[block] + static_cast<std::size_t>(std::count_if(
                                  begin, text_.begin() + static_cast<std::ptrdiff_t>(offset), begins_character));
}

Location Places::at(std::size_t offset) const {
  return at(offset, 1);
}

Location Places::at(std::size_t offset, std::size_t bytes) const {
  offset = std::min(offset, text_.size());
  std::size_t line = line_index(offset);
  // The end of a text that ends in a line break is the end of its last line.
  if (offset == text_.size() && line > 0 && line_starts_[line] == offset) {
    --line;
    --offset;
  }
  const std::size_t line_end = line + 1 < line_starts_.size() ? line_starts_[line + 1] - 1 : text_.size();
  const std::size_t end = std::max(offset, std::min(line_end, offset + bytes));
  const std::size_t column = characters_before(offset) - characters_before(line_starts_[line]) + 1;
  const std::size_t length = std::max<std::size_t>(1, characters_before(end) - characters_before(offset));
  return {file_, static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column),
          static_cast<std::uint32_t>(length)};
}

std::string_view Places::line_at(std::size_t offset) const {
  const std::size_t start = line_starts_[line_index(std::min(offset, text_.size()))];
  return text_.substr(start, text_.find('\n', start) - start);
}

}  // namespace plancover
