#include <doctest/doctest.h>

#include "plancover/report/text_width.hpp"

using namespace plancover;

TEST_CASE("columns are those of a terminal, not bytes") {
  CHECK(text_width("") == 0);
  CHECK(text_width("plenary") == 7);
  CHECK(text_width("Zo\xC3\xAB") == 3);
  CHECK(text_width("e\xCC\x81") == 1);                 // e with a combining accent
  CHECK(text_width("\xEB\xB6\x80\xEC\x82\xB0") == 4);  // Busan in Hangul
  CHECK(text_width("\xF0\x9F\x8E\xA4") == 2);          // a microphone
  CHECK(text_width("a\xFF") == 2);                     // a stray byte
  // Vowels and accents that other scripts set above and below a letter: Tamil, Khmer, Hebrew, Thai.
  CHECK(text_width("\xE0\xAE\xA8\xE0\xAF\x80") == 1);
  CHECK(text_width("\xE1\x9E\x81\xE1\x9F\x92\xE1\x9E\x98\xE1\x9F\x82\xE1\x9E\x9A") == 4);
  CHECK(text_width("\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D") == 4);
  CHECK(text_width("\xE0\xB8\x97\xE0\xB8\xB5\xE0\xB9\x88") == 1);
}

TEST_CASE("what a terminal would obey is escaped, what people write is not") {
  CHECK(printable("\x1b[31mred") == "\\x1b[31mred");
  CHECK(printable("a\nb\tc\rd") == "a\\nb\\tc\\rd");
  CHECK(printable("\x7f") == "\\x7f");
  CHECK(printable("\xC2\x9B") == "\\u{9b}");              // a control of one character
  CHECK(printable("\xE2\x80\xAEtxt") == "\\u{202e}txt");  // turns the direction
  CHECK(printable("a\xE2\x80\x8B"
                  "b") == "a\\u{200b}b");  // takes no room
  CHECK(printable("a\xC2\xAD"
                  "b") == "a\\u{ad}b");
  CHECK(printable("a\xE2\x80\x8D"
                  "b") == "a\\u{200d}b");                                              // joins nothing
  CHECK(printable("\xDB\x8C\xE2\x80\x8C\xD8\xAF") == "\xDB\x8C\xE2\x80\x8C\xD8\xAF");  // Persian needs it
  CHECK(printable("\xDB\x8C\xE2\x80\x8C") == "\xDB\x8C\\u{200c}");                     // at the end nobody does
  CHECK(harmless_lines("a\r\nb\x1b\n\nc\rd") == "a\nb\\x1b\n\nc\\rd");
  CHECK(printable("\xFF") == "\\xff");
  CHECK(printable("\xC0\xAF") == "\\xc0\\xaf");           // overlong
  CHECK(printable("\xED\xA0\x80") == "\\xed\\xa0\\x80");  // surrogate
  CHECK(printable("\xE2\x82") == "\\xe2\\x82");           // cut short
  CHECK(printable("Zo\xC3\xAB \xEB\xB6\x80") == "Zo\xC3\xAB \xEB\xB6\x80");
}

TEST_CASE("padding counts columns") {
  CHECK(pad_right("\xEB\xB6\x80", 4) == "\xEB\xB6\x80  ");
  CHECK(pad_left("7", 3) == "  7");
  CHECK(pad_right("long", 2) == "long");
}

TEST_CASE("lines break at spaces, and within a word only when they must") {
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("one two three four", 9, 3) == std::vector<std::string>{"one two", "three", "four"});
  CHECK(wrapped("abcdefgh ij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrapped("\xEB\xB6\x80\xEC\x82\xB0", 3) == std::vector<std::string>{"\xEB\xB6\x80", "\xEC\x82\xB0"});
}
