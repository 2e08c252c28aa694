#include "plancover/report/plan_yaml.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "plancover/base/zone.hpp"
#include "plancover/report/text_width.hpp"

namespace plancover {
namespace {

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}

/// What YAML 1.1 readers take for a truth value or for nothing.
bool taken_word(const std::string& text) {
  constexpr std::array<std::string_view, 9> words{"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
  std::string lower = text;
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::find(words.begin(), words.end(), lower) != words.end();
}

/// Plain only where nothing could be misread: what starts with a letter is no number and
/// no date, and none of these characters means anything to YAML, in a flow map either.
bool plain(const std::string& text) {
  if (text.empty() || !letter(text.front()) || text.back() == ' ' || taken_word(text)) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return letter(c) || digit(c) || c == ' ' || c == '.' || c == '_' || c == '-' || c == '/' || c == '(' || c == ')';
  });
}

std::string escaped(char32_t code) {
  char text[16];
  std::snprintf(text, sizeof text,
                code < 0x100     ? "\\x%02x"
                : code < 0x10000 ? "\\u%04x"
                                 : "\\U%08x",
                static_cast<unsigned>(code));
  return text;
}

std::string escaped(std::string_view text) {
  std::string result = "\"";
  while (!text.empty()) {
    const Character next = first_character(text);
    text.remove_prefix(next.bytes.size());
    if (next.code == '"' || next.code == '\\') {
      result += '\\';
      result += next.bytes;
    } else if (!next.valid) {
      result += "\\ufffd";
    } else if (next.code == '\n') {
      result += "\\n";
    } else if (next.code == '\t') {
      result += "\\t";
    } else if (next.code == 0xfeff || printable(next.bytes) != next.bytes) {
      result += escaped(next.code);
    } else {
      result += next.bytes;
    }
  }
  return result + '"';
}

std::string seat(const Conference& conference, SessionIndex session, RoleIndex role) {
  return "  - {session: " + yaml_text(conference.sessions[session].id) +
         ", role: " + yaml_text(conference.roles[role].id);
}

}  // namespace

std::string yaml_text(const std::string& text) {
  return plain(text) ? text : escaped(text);
}

std::string plan_yaml(const Conference& conference, const Plan& plan) {
  std::string out = "plan:\n  format: 1\n";
  out += "  conference: " + yaml_text(conference.name) + "\n";
  out += plan.status == Status::optimal ? "  status: optimal\n" : "  status: feasible\n";
  if (plan.now) out += "  now: " + to_string(to_local(conference.zone, *plan.now)) + "\n";
  out += plan.levels.empty() ? "  levels: []\n" : "  levels:\n";
  for (const Level& level : plan.levels) {
    out += "    - {name: " + yaml_text(level.name) + ", value: " + std::to_string(level.value) +
           ", bound: " + std::to_string(level.bound) + "}\n";
  }
  out += plan.assignments.empty() ? "assignments: []\n" : "assignments:\n";
  for (const Assignment& a : plan.assignments) {
    out += seat(conference, a.session, a.role) + ", attendee: " + yaml_text(conference.attendees[a.attendee].id);
    out += a.presence == Presence::remote ? ", remote: true}\n" : "}\n";
  }
  out += plan.gaps.empty() ? "gaps: []\n" : "gaps:\n";
  for (const Gap& gap : plan.gaps) {
    out += seat(conference, gap.session, gap.role) + ", required: " + (gap.required ? "true" : "false") +
           ", open: " + std::to_string(gap.open) + "}\n";
  }
  return out;
}

}  // namespace plancover
