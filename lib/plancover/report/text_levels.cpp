#include "plancover/report/text_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "plancover/report/statistics.hpp"
#include "plancover/report/text_sheet.hpp"
#include "plancover/report/text_width.hpp"
#include "plancover/report/words.hpp"

namespace plancover {

std::string text_levels(const std::vector<Level>& levels, const TextStyle& style) {
  std::size_t name = 5;
  std::size_t value = 5;
  std::size_t bound = 5;
  for (const Level& level : levels) {
    name = std::max(name, text_width(level.name));
    value = std::max(value, std::to_string(level.value).size());
    bound = std::max(bound, std::to_string(level.bound).size());
  }
  std::string text =
      painted(style, Ink::dim,
              "  " + pad_right("level", name) + "  " + pad_left("value", value) + "  " + pad_left("bound", bound)) +
      "\n";
  for (const Level& level : levels) {
    const bool proved = level.value == level.bound;
    text += "  " + pad_right(level.name, name) + "  " + pad_left(std::to_string(level.value), value) + "  " +
            pad_left(std::to_string(level.bound), bound) + "  " +
            painted(style, proved ? Ink::green : Ink::yellow, proved ? "proved" : "not proved") + "\n";
  }
  return text;
}

std::string text_values(const std::vector<Level>& levels, const TextStyle& style) {
  std::size_t name = 5;
  std::size_t value = 5;
  for (const Level& level : levels) {
    name = std::max(name, text_width(level.name));
    value = std::max(value, std::to_string(level.value).size());
  }
  std::string text = painted(style, Ink::dim, "  " + pad_right("level", name) + "  " + pad_left("value", value)) + "\n";
  for (const Level& level : levels) {
    text += "  " + pad_right(level.name, name) + "  " + pad_left(std::to_string(level.value), value) + "\n";
  }
  return text;
}

std::string text_summary(const Conference& conference, const Plan& plan) {
  Covered sum;
  for (const SessionView& session : view(conference, plan, {}).sessions) {
    for (const SeatView& seat : session.seats) {
      const int filled = static_cast<int>(seat.occupants.size());
      sum.required += seat.required;
      sum.required_filled += std::min(filled, seat.required);
      sum.optional += seat.wanted - seat.required;
      sum.optional_filled += std::clamp(filled - seat.required, 0, seat.wanted - seat.required);
    }
  }
  const auto part = [](int filled, int wanted, std::string_view kind) {
    if (wanted == 0) return fmt::format("no {} seats", kind);
    if (filled == wanted) return fmt::format("all {} {} seats filled", wanted, kind);
    return fmt::format("{} of {} {} seats filled", filled, wanted, kind);
  };
  std::string text = part(sum.required_filled, sum.required, "required");
  if (sum.optional > 0) text += fmt::format(", {} of {} optional", sum.optional_filled, sum.optional);
  return text;
}

std::string text_open_seats(const Conference& conference, const Plan& plan, const TextStyle& style) {
  constexpr std::size_t most = 20;  // more fit on no screen; the days above have them all
  std::vector<Gap> open;
  std::copy_if(plan.gaps.begin(), plan.gaps.end(), std::back_inserter(open),
               [](const Gap& gap) { return gap.required; });
  if (open.empty()) return "";
  std::stable_sort(open.begin(), open.end(), [&](const Gap& a, const Gap& b) {
    return conference.sessions[a.session].priority.value < conference.sessions[b.session].priority.value;
  });
  Sheet sheet{"required seats that stay empty", "", {{"tier"}, {"day"}, {"time"}, {"session"}, {"role"}}, {}};
  for (const Gap& gap : open) {
    if (sheet.rows.size() == most) break;
    const Session& session = conference.sessions[gap.session];
    sheet.rows.push_back({std::string(to_string(session.priority.value)), day_text(date_of(conference, session)),
                          span_text(conference.zone, session.time.value), session.id,
                          conference.roles[gap.role].id + (gap.open > 1 ? fmt::format(", {} seats", gap.open) : "")});
  }
  std::string text = text_of({sheet}, style);
  if (open.size() > most) text += fmt::format("  and {} more\n", open.size() - most);
  return text;
}

std::string text_proof(const Plan& plan) {
  const auto open = std::count_if(plan.levels.begin(), plan.levels.end(),
                                  [](const Level& level) { return level.value != level.bound; });
  return open == 0 ? "every level proved best" : counted(open, "level", "levels") + " not proved best";
}

}  // namespace plancover
