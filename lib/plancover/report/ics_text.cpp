#include "plancover/report/ics_text.hpp"

#include <fmt/format.h>

#include "plancover/report/text_width.hpp"

namespace plancover {

std::string ics_escaped(std::string_view text) {
  std::string on_one_line(text);
  for (char& c : on_one_line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';  // "\\n" spelled out is read as a break by some calendars
  }
  std::string result;
  for (const char c : printable(on_one_line)) {
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    result += c;
  }
  return result;
}

std::string ics_time(Instant time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const Minutes clock = time - day;
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}00Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.count() / 60,
                     clock.count() % 60);
}

std::string ics_folded(std::string_view line) {
  constexpr std::size_t most = 75;
  std::string result;
  std::size_t used = 0;
  while (!line.empty()) {
    const std::string_view character = first_character(line).bytes;
    if (used + character.size() > most) {
      result += "\r\n ";
      used = 1;
    }
    result += character;
    used += character.size();
    line.remove_prefix(character.size());
  }
  return result + "\r\n";
}

std::vector<std::string> ics_unfolded(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool continued = line.starts_with(' ') || line.starts_with('\t');
    if (continued && !lines.empty()) {
      lines.back() += line.substr(1);
    } else if (!line.empty()) {
      lines.emplace_back(line);
    }
  }
  return lines;
}

}  // namespace plancover
