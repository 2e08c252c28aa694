#include "plancover/programme/map_rules.hpp"

#include <algorithm>
#include <map>

namespace plancover {

namespace {

char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool fits_rule(const MapRule& rule, const TimetableSession& session) {
  return (!rule.track || fits_pattern(*rule.track, session.track)) &&
         (!rule.room || fits_pattern(*rule.room, session.room)) &&
         (!rule.title || fits_pattern(*rule.title, session.name));
}

void give(const MapRule& rule, bool& has_committee, TimetableSession& session) {
  if (!rule.committee.empty() && !has_committee) {
    has_committee = true;
    session.committee = rule.committee;
  }
  if (session.priority.empty()) session.priority = rule.priority;
  for (const std::string& topic : rule.topics) {
    if (std::find(session.topics.begin(), session.topics.end(), topic) == session.topics.end()) {
      session.topics.push_back(topic);
    }
  }
}

/// The committees and topics that sessions now have; a committee is called as the first rule
/// says that names it, or as the programme calls it.
void declare_again(const std::vector<MapRule>& rules, Timetable& timetable) {
  std::map<std::string, std::string> names;
  for (const MapRule& rule : rules) {
    if (!rule.committee_name.empty()) names.emplace(rule.committee, rule.committee_name);
  }
  for (const TimetableEntry& entry : timetable.committees) names.emplace(entry.id, entry.name);
  std::map<std::string, std::string> committees;
  std::map<std::string, std::string> topics;
  for (const TimetableSession& session : timetable.sessions) {
    committees.emplace(session.committee, names[session.committee]);
    for (const std::string& topic : session.topics) topics.emplace(topic, "");
  }
  timetable.committees.clear();
  timetable.topics.clear();
  for (const auto& [id, name] : committees) timetable.committees.push_back({id, name});
  for (const auto& [id, name] : topics) timetable.topics.push_back({id, name});
}

}  // namespace

bool fits_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t after_star = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after_star = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || small_letter(pattern[p]) == small_letter(text[t]))) {
      // A question mark stands for a character, which may be several bytes.
      const bool any = pattern[p++] == '?';
      ++t;
      while (any && t < text.size() && (static_cast<unsigned char>(text[t]) & 0xC0U) == 0x80U) ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++after_star;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

void apply_map_rules(const std::vector<MapRule>& rules, Timetable& timetable, Diagnostics& diagnostics) {
  std::vector<bool> used(rules.size(), false);
  for (TimetableSession& session : timetable.sessions) {
    bool has_committee = false;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (!fits_rule(rules[i], session)) continue;
      used[i] = true;
      give(rules[i], has_committee, session);
    }
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!used[i]) {
      diagnostics.push_back({Code::rule_without_match, rules[i].where, "this rule fits no session", {}, {}, 1});
    }
  }
  declare_again(rules, timetable);
}

}  // namespace plancover
