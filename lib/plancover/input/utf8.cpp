#include "plancover/input/utf8.hpp"

#include <cstdint>

namespace plancover {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

// The length of the well-formed sequence that begins at i, or 0 (RFC 3629).
std::size_t sequence_at(std::string_view text, std::size_t i) {
  const std::uint32_t lead = byte_at(text, i);
  std::size_t length = 0;
  std::uint32_t value = 0;
  std::uint32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, value = lead & 0x1FU, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, value = lead & 0x0FU, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, value = lead & 0x07U, least = 0x10000;
  } else {
    return 0;
  }
  for (std::size_t k = 1; k < length; ++k) {
    const std::uint32_t next = byte_at(text, i + k);
    if ((next & 0xC0U) != 0x80U) return 0;
    value = (value << 6U) | (next & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value < least || value > 0x10FFFF || surrogate ? 0 : length;
}

}  // namespace

std::optional<BadByte> first_bad_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::uint32_t byte = byte_at(text, i);
    if (byte < 0x80) {
      const bool control = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
      if (control) return BadByte{i, true};
      ++i;
    } else {
      const std::size_t length = sequence_at(text, i);
      if (length == 0) return BadByte{i, false};
      i += length;
    }
  }
  return std::nullopt;
}

}  // namespace plancover
