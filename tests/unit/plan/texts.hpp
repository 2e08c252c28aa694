// Conferences and plans from their text, for tests that want to say what a planner writes.
#pragma once

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "plancover/input/read_conference.hpp"
#include "plancover/input/read_plan.hpp"
#include "plancover/plan/resolve.hpp"
#include "plancover/plan/verify.hpp"

namespace plancover::test {

inline Conference conference_of(const std::string& text) {
  ConferenceRead read = read_conference(Sources{Source{"planning.yaml", text}});
  std::string said;
  for (const Diagnostic& d : read.diagnostics) said += std::to_string(d.where.line) + ": " + d.message + "\n";
  INFO(said);
  REQUIRE(read.conference.has_value());
  return *read.conference;
}

inline PlanText plan_of(const std::string& text) {
  const PlanRead read = read_plan(Source{"plan.yaml", text}, 1);
  std::string said;
  for (const Diagnostic& d : read.diagnostics) said += std::to_string(d.where.line) + ": " + d.message + "\n";
  INFO(said);
  REQUIRE(read.plan.has_value());
  return *read.plan;
}

/// `lines` as "wgpl-8 lead apc-1; wgpl-8 notes kictanet-1 remote".
inline std::string plan_text(const std::string& lines) {
  std::string text = "plan: {format: 1}\nassignments:";
  if (lines.empty()) return text + " []\n";
  text += "\n";
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = std::min(lines.find("; ", at), lines.size());
    const std::string line = lines.substr(at, end - at);
    const std::size_t first = line.find(' ');
    const std::size_t second = line.find(' ', first + 1);
    std::size_t third = std::min(line.find(' ', second + 1), line.size());
    text += "  - {session: " + line.substr(0, first) + ", role: " + line.substr(first + 1, second - first - 1) +
            ", attendee: " + line.substr(second + 1, third - second - 1);
    text += third < line.size() ? ", remote: true}\n" : "}\n";
    at = end + 2;
  }
  return text;
}

inline std::set<std::string> codes(const Diagnostics& diagnostics) {
  std::set<std::string> all;
  for (const Diagnostic& d : diagnostics) all.insert(std::string(name(d.code)));
  return all;
}

}  // namespace plancover::test
