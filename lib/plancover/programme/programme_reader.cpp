#include "plancover/programme/programme_reader.hpp"

#include <algorithm>
#include <utility>

namespace plancover {

void ProgrammeReader::say(Code code, Location where, std::string message, std::string help, std::vector<Note> notes) {
  // A broken file of a million lines is said in a hundred: what comes after is counted only by its last one.
  constexpr std::size_t most_said = 200'000;
  if (diagnostics.size() >= most_said) return;
  diagnostics.push_back({code, where, std::move(message), std::move(notes), std::move(help), 1});
}

bool ProgrammeReader::add(ProgrammeEvent event) {
  if (programme.events.size() < most_programme_events) {
    if (event.title.size() > 400) {
      say(Code::text_cut, event.where, "a title of " + std::to_string(event.title.size()) + " bytes is cut short");
    }
    event.title = one_line(event.title);
    event.room = one_line(event.room, 200);
    event.track = one_line(event.track, 200);
    programme.events.push_back(std::move(event));
    return true;
  }
  if (too_many_++ == 0) {
    say(Code::too_many_events, event.where,
        "more than " + std::to_string(most_programme_events) + " events: this one and all after it are left out",
        "split the file");
  }
  return false;
}

void ProgrammeReader::see_offset(Minutes offset) {
  constexpr std::size_t enough = 5;
  if (programme.offsets.size() < enough &&
      std::find(programme.offsets.begin(), programme.offsets.end(), offset) == programme.offsets.end()) {
    programme.offsets.push_back(offset);
  }
}

std::string one_line(std::string_view text, std::size_t most_bytes) {
  std::string line;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = !line.empty();
      continue;
    }
    // Only between two characters: a text is not cut inside one.
    if (line.size() >= most_bytes && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) return line + "…";
    if (space) line += ' ';
    space = false;
    line += c;
  }
  return line;
}

}  // namespace plancover
