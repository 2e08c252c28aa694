#include "certificate/words.hpp"

#include <charconv>

namespace plancover::certificate {

namespace {

template <class Map, class Key>
auto found(const Lines& lines, const Map& map, const Key& key, const std::string& what) {
  const auto it = map.find(key);
  if (it == map.end()) lines.refuse("no such " + what);
  return it->second;
}

}  // namespace

void Lines::next() {
  words_.clear();
  while (words_.empty()) {
    if (text_.empty()) {
      over_ = true;
      return;
    }
    ++line_;
    std::string_view line = text_.substr(0, text_.find('\n'));
    text_.remove_prefix(std::min(text_.size(), line.size() + 1));
    while (!line.empty()) {
      const std::string_view word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
      if (!word.empty()) words_.emplace_back(word);
    }
  }
}

void Lines::expect(std::size_t words) const {
  if (words_.size() != words) refuse("this line should have " + std::to_string(words) + " words");
}

const std::string& Lines::word(std::size_t index) const {
  if (index >= words_.size()) refuse("this line is too short");
  return words_[index];
}

std::int64_t Lines::number(std::size_t index) const {
  const std::string& text = word(index);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr std::int64_t most = 1'000'000'000'000'000'000;  // so that no sum of 128 bits can overflow
  if (error != std::errc() || end != text.data() + text.size() || value > most || value < -most) {
    refuse(text + " is no number that can be used");
  }
  return value;
}

std::size_t Lines::index(std::size_t index, std::size_t end) const {
  const std::int64_t value = number(index);
  if (value < 0 || static_cast<std::size_t>(value) >= end) refuse("there is no number " + word(index));
  return static_cast<std::size_t>(value);
}

Names::Names(const Conference& conference, const BuiltProblem& built) {
  for (const SlotIndex s : built.problem.sessions.indexes()) {
    sessions_[conference.sessions[built.session_of[s.value]].id] = s;
  }
  for (const SeatIndex seat : built.problem.seats.indexes()) {
    const SlotIndex s = built.problem.seats[seat].session;
    seats_[{conference.sessions[built.session_of[s.value]].id, conference.roles[built.role_of[seat.value]].id}] = seat;
  }
  for (const PersonIndex p : built.problem.people.indexes()) {
    people_[conference.attendees[built.attendee_of[p.value]].id] = p;
  }
}

SlotIndex Names::session(const Lines& lines, const std::string& name) const {
  return found(lines, sessions_, name, "session: " + name);
}

SeatIndex Names::seat(const Lines& lines, const std::string& session, const std::string& role) const {
  return found(lines, seats_, std::pair{session, role}, "seat: " + session + " " + role);
}

PersonIndex Names::person(const Lines& lines, const std::string& name) const {
  return found(lines, people_, name, "attendee: " + name);
}

}  // namespace plancover::certificate
