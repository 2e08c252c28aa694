#include "plancover/report/ics_previous.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "plancover/report/ics_text.hpp"

namespace plancover {

namespace {

bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// As model.md has it; nothing else may become the name of a file.
bool is_id(std::string_view text) {
  const auto allowed = [](char c) { return ascii_letter(c) || ascii_digit(c) || c == '.' || c == '_' || c == '-'; };
  return !text.empty() && text.size() <= 64 && (ascii_letter(text.front()) || ascii_digit(text.front())) &&
         std::all_of(text.begin(), text.end(), allowed);
}

bool is_utc(std::string_view text) {
  if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return false;
  for (std::size_t i = 0; i < 15; ++i) {
    if (i != 8 && !ascii_digit(text[i])) return false;
  }
  return true;
}

std::optional<std::int64_t> sequence_of(std::string_view text) {
  constexpr std::int64_t most = 2'000'000'000;  // calendars keep it in 32 bits
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > most) return std::nullopt;
  return value;
}

std::optional<std::pair<std::string, std::string>> ids_of(std::string_view uid) {
  const std::size_t tilde = uid.find('~');
  const std::size_t at = uid.find('@');
  if (tilde == std::string_view::npos || at == std::string_view::npos || at < tilde) return std::nullopt;
  const std::string_view session = uid.substr(0, tilde);
  const std::string_view attendee = uid.substr(tilde + 1, at - tilde - 1);
  if (!is_id(session) || !is_id(attendee) || !is_id(uid.substr(at + 1))) return std::nullopt;
  return std::pair{std::string(attendee), std::string(session)};
}

/// Empty on success, and for an event that is not of a plan.
std::string add_event(PreviousEvent event, std::string_view sequence, PreviousEvents& events) {
  const auto ids = ids_of(event.uid);
  if (!ids) return {};
  if (!sequence.empty()) {
    const auto number = sequence_of(sequence);
    if (!number) return "the event " + event.uid + " has no SEQUENCE to go on from";
    event.sequence = *number;
  }
  if (!is_utc(event.value("DTSTART")) || !is_utc(event.value("DTEND"))) {
    return "the event " + event.uid + " has no times in UTC";
  }
  PreviousEvent& known = events[*ids];
  if (known.uid.empty() || known.sequence < event.sequence) known = std::move(event);
  return {};
}

}  // namespace

std::string PreviousEvent::value(std::string_view property) const {
  bool in_alarm = false;
  for (const std::string& line : lines) {
    if (line.starts_with("BEGIN:")) in_alarm = true;
    if (line.starts_with("END:")) in_alarm = false;
    if (in_alarm || !line.starts_with(property) || line.size() <= property.size()) continue;
    if (line[property.size()] == ':') return line.substr(property.size() + 1);
  }
  return {};
}

std::string read_previous(std::string_view calendar, PreviousEvents& events) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (calendar.starts_with(mark)) calendar.remove_prefix(mark.size());
  const std::vector<std::string> lines = ics_unfolded(calendar);
  if (lines.empty() || lines.front() != "BEGIN:VCALENDAR") return "it is no calendar";
  if (lines.back() != "END:VCALENDAR") return "it ends before its calendar does";
  std::optional<PreviousEvent> event;
  std::string sequence;
  for (const std::string& line : lines) {
    if (line == "BEGIN:VEVENT") {
      event.emplace();
      sequence.clear();
    } else if (!event) {
      continue;
    } else if (line == "END:VEVENT") {
      if (std::string problem = add_event(std::move(*event), sequence, events); !problem.empty()) return problem;
      event.reset();
    } else if (line.starts_with("UID:")) {
      event->uid = line.substr(4);
    } else if (line.starts_with("SEQUENCE:")) {
      sequence = line.substr(9);
    } else if (!line.starts_with("DTSTAMP:")) {
      event->lines.push_back(line);
    }
  }
  return {};
}

std::string event_uid(std::string_view session, std::string_view attendee, std::string_view conference) {
  std::string name;
  bool lost = false;
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a, 64 bits
  for (const char c : conference) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    if (ascii_letter(c) || ascii_digit(c)) {
      name += ascii_letter(c) ? static_cast<char>(c | 0x20) : c;
    } else {
      lost = lost || c != ' ';
      if (!name.empty() && name.back() != '-') name += '-';
    }
  }
  constexpr std::size_t longest = 40;
  lost = lost || name.empty() || name.size() > longest;
  name.resize(std::min(name.size(), longest));
  while (name.ends_with('-')) name.pop_back();
  if (lost) name += fmt::format("{}{:08x}", name.empty() ? "" : "-", hash & 0xffffffffU);
  return fmt::format("{}~{}@{}", session, attendee, name);
}

}  // namespace plancover
