#include "plancover/input/extent.hpp"

#include <algorithm>

namespace plancover {

namespace {

// Longer than what a caret line shows.
constexpr std::size_t farthest = 400;

std::size_t quoted(std::string_view line, char quote) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (quote == '"' && line[i] == '\\') {
      ++i;
    } else if (line[i] == quote) {
      if (quote == '"' || i + 1 >= line.size() || line[i + 1] != quote) return i + 1;
      ++i;  // two single quotes stand for one
    }
  }
  return line.size();
}

std::size_t bracketed(std::string_view line) {
  int depth = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool begins = i == 0 || std::string_view(" ,[{:").find(line[i - 1]) != std::string_view::npos;
    if ((c == '"' || c == '\'') && begins) {
      i += quoted(line.substr(i), c) - 1;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1;
    }
  }
  return line.size();
}

}  // namespace

bool quote_closes(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  const std::size_t length = quoted(rest, rest[0]);
  return length >= 2 && (length < rest.size() || rest.back() == rest[0]);
}

std::size_t extent(std::string_view text, std::size_t offset, std::string_view plain) {
  std::string_view line = text.substr(std::min(offset, text.size()), farthest);
  line = line.substr(0, line.find('\n'));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  if (line.empty()) return 1;
  if (line[0] == '"' || line[0] == '\'') return quoted(line, line[0]);
  if (line[0] == '[' || line[0] == '{') return bracketed(line);
  if (plain.empty()) return 1;
  const auto* const mismatch = std::mismatch(line.begin(), line.end(), plain.begin(), plain.end()).first;
  return std::max<std::size_t>(1, static_cast<std::size_t>(mismatch - line.begin()));
}

}  // namespace plancover
