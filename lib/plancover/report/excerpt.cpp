#include "plancover/report/excerpt.hpp"

#include <algorithm>

#include "plancover/report/text_width.hpp"

namespace plancover {

namespace {

constexpr std::size_t before_caret = 60;  // columns of the line that are shown before the stretch
constexpr std::size_t shown = 110;        // and in all

std::string cell(std::string_view bytes) {
  return bytes == "\t" ? "  " : printable(bytes);
}

}  // namespace

LineFinder::LineFinder(std::string_view text) : text_(text) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
}

std::string_view LineFinder::line(std::uint32_t number) {
  if (number < number_) {
    number_ = 1;
    start_ = 0;
  }
  while (number_ < number) {
    const std::size_t end = text_.find('\n', start_);
    if (end == std::string_view::npos) return {};
    start_ = end + 1;
    ++number_;
  }
  std::string_view line = text_.substr(start_, text_.find('\n', start_) - start_);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Excerpt excerpt(std::string_view line, std::uint32_t column, std::uint32_t length) {
  // Characters before the stretch, of which only the last few are kept.
  std::string_view rest = line;
  std::string_view head = line;
  std::size_t head_characters = 0;
  for (std::uint32_t i = 1; i < column && !rest.empty(); ++i) {
    rest.remove_prefix(first_character(rest).bytes.size());
    if (++head_characters > before_caret) {
      head.remove_prefix(first_character(head).bytes.size());
      --head_characters;
    }
  }
  head = head.substr(0, static_cast<std::size_t>(rest.data() - head.data()));
  Excerpt result;
  if (head.data() != line.data()) result.line = "…";
  while (!head.empty()) {
    const Character character = first_character(head);
    result.line += cell(character.bytes);
    head.remove_prefix(character.bytes.size());
  }
  std::size_t width = text_width(result.line);
  result.caret = std::string(width, ' ') + '^';
  std::size_t underlined = 0;
  for (std::uint32_t i = 0; !rest.empty(); ++i) {
    const Character character = first_character(rest);
    const std::string text = cell(character.bytes);
    const std::size_t columns = text_width(text);
    if (width + columns > shown) {
      result.line += "…";
      break;
    }
    result.line += text;
    width += columns;
    if (i < length) underlined += columns;
    rest.remove_prefix(character.bytes.size());
  }
  if (underlined > 1) result.caret += std::string(underlined - 1, '~');
  return result;
}

}  // namespace plancover
