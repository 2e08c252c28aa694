#include "plancover/input/json_pairs.hpp"

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace plancover {
namespace {

/// The number of `\uXXXX` at `offset`.
std::optional<std::uint32_t> escape_at(std::string_view text, std::size_t offset) {
  if (text.size() < offset + 6 || text[offset] != '\\' || text[offset + 1] != 'u') return std::nullopt;
  std::uint32_t code = 0;
  const char* first = text.data() + offset + 2;
  const auto [stopped, fault] = std::from_chars(first, first + 4, code, 16);
  if (fault != std::errc{} || stopped != first + 4) return std::nullopt;
  return code;
}

}  // namespace

std::string with_whole_characters(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (begin == std::string_view::npos || text[begin] != '{') return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '\\') {
      result += text[i++];
      continue;
    }
    const auto high = escape_at(text, i);
    const auto low = escape_at(text, i + 6);
    if (high && low && *high >= 0xD800 && *high < 0xDC00 && *low >= 0xDC00 && *low < 0xE000) {
      char pair[16];
      std::snprintf(pair, sizeof pair, "\\U%08X", 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00));
      result += pair;
      i += 12;
    } else {
      // Two bytes at once, so that the second backslash of an escaped one begins nothing.
      result += text.substr(i, 2);
      i += 2;
    }
  }
  return result;
}

}  // namespace plancover
