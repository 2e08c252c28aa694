// What reading a plan against a conference needs twice: an id looked up, with a hint where
// there is none, and what a line says about presence. Not for use elsewhere.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plancover/base/diagnostic.hpp"
#include "plancover/plan/plan.hpp"

namespace plancover {

template <class I>
std::optional<I> look_up(const std::map<std::string, I, std::less<>>& ids, const std::string& id, const char* kind,
                         Code code, Location where, Diagnostics& found) {
  const auto known = ids.find(id);
  if (known != ids.end()) return known->second;
  std::vector<std::string> words;
  words.reserve(ids.size());
  for (const auto& [word, index] : ids) words.push_back(word);
  const std::string near = nearest(id, words);
  found.push_back({code,
                   where,
                   std::string("no ") + kind + " is called '" + id + "'",
                   {},
                   near.empty() ? std::string() : "did you mean '" + near + "'",
                   1});
  return std::nullopt;
}

/// A plan that plancover wrote, which has a status, says `remote` wherever it is true; one made by hand may leave it
/// out.
[[nodiscard]] inline std::optional<Presence> said_presence(const PlanText& plan, const AssignmentText& line) {
  if (!line.remote && !plan.status) return std::nullopt;
  return line.remote.value_or(false) ? Presence::remote : Presence::on_site;
}

}  // namespace plancover
