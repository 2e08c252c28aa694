#include "plancover/programme/programme_text.hpp"

#include <algorithm>

#include "plancover/input/utf8.hpp"

namespace plancover {

namespace {

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// An XML file may say that it is in Latin-1, whose bytes are the first 256 characters.
bool says_latin1(std::string_view raw) {
  if (!raw.starts_with("<?xml")) return false;
  std::string head(raw.substr(0, std::min<std::size_t>(raw.find("?>"), 200)));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return head.find("iso-8859-1") != std::string::npos || head.find("latin1") != std::string::npos ||
         head.find("windows-1252") != std::string::npos;
}

std::string from_latin1(std::string_view raw) {
  std::string text;
  text.reserve(raw.size() + raw.size() / 8);
  for (const char c : raw) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0U | (byte >> 6U));
      text += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return text;
}

/// Line feeds only, and no fold inside a character: "\xC3", line break, space, "\xA9".
std::string with_whole_lines(std::string_view raw) {
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool pair = raw[i] == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n';
    if (raw[i] != '\n' && raw[i] != '\r') {
      text += raw[i];
      continue;
    }
    if (pair) ++i;
    std::size_t next = i + 1;
    const bool folded = next < raw.size() && (raw[next] == ' ' || raw[next] == '\t');
    const bool inside = !text.empty() && (static_cast<unsigned char>(text.back()) & 0x80U) != 0;
    if (folded && inside && next + 1 < raw.size() && continues(raw[next + 1])) {
      std::size_t rest = next + 1;
      while (rest < raw.size() && rest < next + 4 && continues(raw[rest])) text += raw[rest++];
      text += '\n';
      text += raw[next];
      i = rest - 1;
    } else {
      text += '\n';
    }
  }
  return text;
}

}  // namespace

CleanText clean_programme_text(std::string_view raw) {
  constexpr std::size_t most_places = 10'000;
  if (raw.starts_with("\xEF\xBB\xBF")) raw.remove_prefix(3);
  const std::string lines = with_whole_lines(says_latin1(raw) ? from_latin1(raw) : std::string(raw));
  CleanText clean;
  std::string_view rest = lines;
  while (const std::optional<BadByte> bad = first_bad_byte(rest)) {
    clean.text.append(rest.substr(0, bad->offset));
    if (clean.replaced.size() < most_places) clean.replaced.push_back(clean.text.size());
    clean.text += "\xEF\xBF\xBD";
    rest.remove_prefix(bad->offset + 1);
  }
  clean.text.append(rest);
  return clean;
}

}  // namespace plancover
