#include "plancover/input/context.hpp"

#include <utility>

namespace plancover {

namespace {

// Comparisons of words in one run; a hundred thousand distinct slips shall not cost minutes.
constexpr std::size_t most_effort = 2'000'000;

}  // namespace

void Context::say(Code code, Location where, std::string message, std::string help, std::vector<Note> notes) {
  diagnostics.push_back({code, where, std::move(message), std::move(notes), std::move(help), 1});
}

namespace {

std::string hint_key(std::string_view kind, const std::string& word) {
  std::string key(kind);
  key.append("\n").append(word, 0, 100);
  return key;
}

}  // namespace

bool Context::knows_hint(std::string_view kind, const std::string& word) const {
  return effort_ >= most_effort || hints_.contains(hint_key(kind, word));
}

std::string Context::hint(std::string_view kind, const std::string& word, const std::vector<std::string>& known) {
  const std::string key = hint_key(kind, word);
  const auto found = hints_.find(key);
  if (found != hints_.end()) return found->second;
  if (effort_ >= most_effort) return {};
  effort_ += known.size();
  const std::string near = nearest(word, known);
  return hints_[key] = near.empty() ? std::string{} : "did you mean '" + near + "'";
}

std::string where_to_add(Code unknown) {
  switch (unknown) {
    case Code::unknown_committee:
      return "add it under 'committees:'";
    case Code::unknown_topic:
      return "add it under 'topics:'";
    case Code::unknown_role:
      return "add it under 'roles:'";
    case Code::unknown_attendee:
      return "add it under 'attendees:'";
    case Code::unknown_session:
      return "add it under 'sessions:'";
    case Code::unknown_delegation:
      return "add it under 'delegations:'";
    case Code::unknown_slot:
      return "add it under 'slots:'";
    default:
      return {};
  }
}

std::string quote(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::size_t cut = text.size();
  if (cut > longest) {
    cut = longest;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  }
  std::string quoted = "'";
  quoted.append(text.substr(0, cut));
  quoted.append(cut < text.size() ? "…'" : "'");
  return quoted;
}

}  // namespace plancover
