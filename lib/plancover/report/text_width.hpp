// Text for a terminal: how many columns it takes, how to make it fit, and how to make
// words from a file harmless. Widths follow Unicode's East Asian Width and its
// combining marks, not the locale. Refuses to guess at fonts: ambiguous is one column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plancover {

/// One character (code point) of a UTF-8 text. A byte that is no UTF-8 stands for itself, `valid` false.
struct Character {
  char32_t code = 0;
  std::string_view bytes;
  bool valid = true;
};

/// The first character of a text that is not empty. Refuses overlong forms and surrogates.
[[nodiscard]] Character first_character(std::string_view text);

/// Columns of one character: 0 (combining, joiners), 1 or 2 (wide).
[[nodiscard]] int character_width(char32_t code);
/// Columns of a text on one line; bytes that are no UTF-8 count as one column.
[[nodiscard]] std::size_t text_width(std::string_view text);

/// The text with everything escaped that a terminal could obey: control characters, the
/// marks that turn the direction of writing, line separators, and bytes that are no UTF-8;
/// and what nobody can see: zero-width spaces, fillers, joiners that join nothing.
/// `\n`, `\t`, `\r`, `\x1b`, `\u{202e}`; the rest, other scripts too, stays as it is.
[[nodiscard]] std::string printable(std::string_view text);

/// Each line of the text made printable; line breaks, also with a carriage return, stay
/// breaks (`\n`).
[[nodiscard]] std::string harmless_lines(std::string_view text);

/// Spaces up to `columns`; a longer text stays whole.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t columns);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t columns);
/// Lines of at most `columns`, broken at spaces, and inside a word only where it is longer
/// than a line. Lines after the first have `hang` columns less, for the caller to put before
/// them. Never empty: an empty text is one empty line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t hang = 0);

}  // namespace plancover
