#include "plancover/report/why_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plancover {

namespace {

struct StandingWords {
  std::string_view word;
  std::string_view text;
};

StandingWords standing_words(Standing standing) {
  switch (standing) {
    case Standing::here:
      return {"here", "here"};
    case Standing::barred:
      return {"barred", "barred"};
    case Standing::away:
      return {"away", "away"};
    case Standing::no_badge:
      return {"no_badge", "no badge"};
    case Standing::not_webcast:
      return {"not_webcast", "not webcast"};
    case Standing::asleep:
      return {"asleep", "asleep"};
    case Standing::onsite_role:
      return {"onsite_role", "not on site"};
    case Standing::cannot:
      return {"cannot", "terms"};
    case Standing::silent:
      return {"silent", "silent"};
    case Standing::expertise:
      return {"expertise", "expertise"};
    case Standing::language:
      return {"language", "language"};
    case Standing::busy:
      return {"busy", "busy"};
    case Standing::at_limit:
      return {"at_limit", "at the limit"};
    case Standing::free:
      return {"free", "free"};
  }
  return {};
}

bool welcomes_all(const Conference& conference, SeatKey seat) {
  for (const SeatCount& count : conference.sessions[seat.session].seats.value) {
    if (count.role == seat.role) return count.all;
  }
  return false;
}

bool asks_for_several(const Conference& conference, SeatKey seat) {
  for (const SeatCount& count : conference.sessions[seat.session].seats.value) {
    if (count.role == seat.role) return count.wanted > 1;
  }
  return false;
}

}  // namespace

std::string place_text(const Sources& sources, Location where) {
  if (!where.known() || where.file >= sources.size()) return "";
  return fmt::format("{}:{}:{}", sources[where.file].path, where.line, where.column);
}

std::string standing_text(Standing standing) {
  return std::string(standing_words(standing).text);
}
std::string standing_word(Standing standing) {
  return std::string(standing_words(standing).word);
}

std::vector<std::string> other_kinds(const AttendeeStanding& standing) {
  std::vector<std::string> kinds;
  const auto add = [&](std::string kind) {
    const bool first = kind == standing_text(standing.standing);
    if (!first && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(std::move(kind));
  };
  for (const Refusal& refusal : standing.refusals) {
    // Obstacles stand in the same order from `barred` on.
    const auto after = static_cast<int>(refusal.obstacle) - static_cast<int>(Obstacle::barred);
    add(standing_text(static_cast<Standing>(static_cast<int>(Standing::barred) + after)));
  }
  for (const Hindrance& hindrance : standing.hindrances) {
    add(standing_text(hindrance.kind <= Hindrance::Kind::transfer ? Standing::busy : Standing::at_limit));
  }
  return kinds;
}

std::string listed_words(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string step_text(const Conference& conference, const PlanStep& step) {
  const std::string& session = conference.sessions[step.seat.session].id;
  const std::string& role = conference.roles[step.seat.role].id;
  const std::string& attendee = conference.attendees[step.attendee].id;
  if (step.kind == PlanStep::Kind::takes) return fmt::format("{} takes {} of {}", attendee, role, session);
  if (welcomes_all(conference, step.seat)) return fmt::format("{} leaves {}", attendee, session);
  if (asks_for_several(conference, step.seat)) return fmt::format("{} loses {} as {}", session, attendee, role);
  return fmt::format("{} loses its {}", session, role);
}

std::string steps_text(const Conference& conference, const std::vector<PlanStep>& steps, std::size_t from) {
  std::vector<std::string> words;
  for (std::size_t i = from; i < steps.size(); ++i) words.push_back(step_text(conference, steps[i]));
  return listed_words(words);
}

std::string price_text(const std::vector<LevelShift>& price) {
  std::string text;
  for (const LevelShift& shift : price) {
    text += fmt::format("{}{} {} to {}", text.empty() ? "" : ", ", shift.level, shift.before, shift.after);
  }
  return text.empty() ? "nothing" : text;
}

}  // namespace plancover
