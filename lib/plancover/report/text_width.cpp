#include "plancover/report/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plancover {

namespace {

// Below it stand Latin, Greek, Cyrillic and their like, whose letters are never joined.
constexpr char32_t first_joined = 0x0600;

// The joiners between letters and between emoji; anywhere else they only hide.
bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

bool unseen(char32_t c) {
  return c == 0xAD || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x180E ||
         c == 0x200B || c == 0x3164 || c == 0xFFA0;
}

bool obeyed_by_terminals(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const Character broken{lead, text.substr(0, 1), false};
  if (lead < 0x80) return {lead, text.substr(0, 1), true};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return broken;
  char32_t code = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return broken;
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return broken;
  return {code, text.substr(0, length), true};
}

std::size_t text_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const Character c = first_character(text);
    columns += c.valid ? static_cast<std::size_t>(character_width(c.code)) : 1;
    text.remove_prefix(c.bytes.size());
  }
  return columns;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  char32_t before = 0;
  while (!text.empty()) {
    const Character c = first_character(text);
    text.remove_prefix(c.bytes.size());
    const bool joins = is_joiner(c.code) && before >= first_joined && !is_joiner(before) && !text.empty() &&
                       first_character(text).code >= first_joined;
    const bool hidden = unseen(c.code) || (is_joiner(c.code) && !joins);
    before = c.code;
    if (c.valid && !obeyed_by_terminals(c.code) && !hidden) {
      result += c.bytes;
    } else if (c.code == '\n') {
      result += "\\n";
    } else if (c.code == '\r') {
      result += "\\r";
    } else if (c.code == '\t') {
      result += "\\t";
    } else if (c.valid && c.code >= 0x80) {
      result += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c.code));
    } else {
      result += fmt::format("\\x{:02x}", static_cast<unsigned>(c.code));
    }
  }
  return result;
}

std::string harmless_lines(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    result += printable(line);
    if (end != std::string_view::npos) result += '\n';
  }
  return result;
}

std::string pad_right(std::string_view text, std::size_t columns) {
  const std::size_t width = text_width(text);
  return std::string(text) + std::string(width < columns ? columns - width : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t columns) {
  const std::size_t width = text_width(text);
  return std::string(width < columns ? columns - width : 0, ' ') + std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t hang) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  std::size_t room = std::max<std::size_t>(columns, 2);  // room for one wide character
  const auto next_line = [&] {
    lines.emplace_back();
    used = 0;
    room = std::max<std::size_t>(columns - std::min(columns, hang), 2);
  };
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word.empty()) continue;
    if (used > 0 && used + 1 + text_width(word) <= room) {
      lines.back() += ' ';
      ++used;
    } else if (used > 0) {
      next_line();
    }
    while (!word.empty()) {
      const Character c = first_character(word);
      const std::size_t width = c.valid ? static_cast<std::size_t>(character_width(c.code)) : 1;
      if (used + width > room) next_line();
      lines.back() += c.bytes;
      used += width;
      word.remove_prefix(c.bytes.size());
    }
  }
  return lines;
}

}  // namespace plancover
