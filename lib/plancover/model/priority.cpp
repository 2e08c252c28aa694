#include "plancover/model/priority.hpp"

#include <utility>

namespace plancover {
namespace {

constexpr std::array<std::pair<std::string_view, Priority>, 4> priority_words{{
    {"critical", Priority::critical},
    {"high", Priority::high},
    {"normal", Priority::normal},
    {"low", Priority::low},
}};

constexpr std::array<std::pair<std::string_view, CommitteeKind>, 5> kind_words{{
    {"plenary", CommitteeKind::plenary},
    {"committee", CommitteeKind::committee},
    {"working-group", CommitteeKind::working_group},
    {"ad-hoc", CommitteeKind::ad_hoc},
    {"meeting", CommitteeKind::meeting},
}};

template <class Words, class Value>
std::string_view word_of(const Words& words, Value value) {
  for (const auto& [word, meaning] : words) {
    if (meaning == value) return word;
  }
  return {};
}

template <class Value, class Words>
std::optional<Value> value_of(const Words& words, std::string_view text) {
  for (const auto& [word, meaning] : words) {
    if (word == text) return meaning;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Priority priority) {
  return word_of(priority_words, priority);
}
std::string_view to_string(CommitteeKind kind) {
  return word_of(kind_words, kind);
}
std::optional<Priority> parse_priority(std::string_view text) {
  return value_of<Priority>(priority_words, text);
}
std::optional<CommitteeKind> parse_committee_kind(std::string_view text) {
  return value_of<CommitteeKind>(kind_words, text);
}

}  // namespace plancover
