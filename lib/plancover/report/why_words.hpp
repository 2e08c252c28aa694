// The sentences of an answer to "why": facts, steps, prices, changes, each from its value
// alone. Ids and words from files stay raw; the form that prints them escapes them.
#pragma once

#include <string>

#include "plancover/insight/answer.hpp"

namespace plancover {

/// "people.yaml:31:14"; empty for no place.
[[nodiscard]] std::string place_text(const Sources& sources, Location where);
/// "no badge", "at the limit": the class as a reader sees it.
[[nodiscard]] std::string standing_text(Standing standing);
/// "no_badge": the class as a program reads it.
[[nodiscard]] std::string standing_word(Standing standing);

/// A fact and the line it stands on.
struct Fact {
  std::string text;
  Location where{};
};
/// Every fact about the attendee, the first the one that gave the class. Empty for who is free.
[[nodiscard]] std::vector<Fact> facts_of(const Conference& conference, SeatKey seat, const AttendeeStanding& standing);

/// "terms", "language": what stands in the way besides the first, each kind once.
[[nodiscard]] std::vector<std::string> other_kinds(const AttendeeStanding& standing);

/// "b-1 takes lead of com6-4", "com3-2 loses its notes"
[[nodiscard]] std::string step_text(const Conference& conference, const PlanStep& step);
/// Steps from the given one on, as one phrase with commas and an "and"; empty for none.
[[nodiscard]] std::string steps_text(const Conference& conference, const std::vector<PlanStep>& steps,
                                     std::size_t from);
/// "required high 1 to 0, quality 6023 to 6040"; "nothing" for no difference.
[[nodiscard]] std::string price_text(const std::vector<LevelShift>& price);
/// "get apc-1 the badge delegate"
[[nodiscard]] std::string change_text(const Conference& conference, const InputChange& change);
/// "badge": the kind as a program reads it.
[[nodiscard]] std::string change_word(InputChange::Kind kind);
/// "one", "one and two", "one, two and three"
[[nodiscard]] std::string listed_words(const std::vector<std::string>& words);

}  // namespace plancover
