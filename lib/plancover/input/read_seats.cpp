// Counts of seats: n, n..m and n..all, for declared roles.
#include <algorithm>

#include "plancover/input/draft.hpp"
#include "plancover/input/resolve_id.hpp"

namespace plancover {

namespace {

constexpr int most_seats = 1000;

bool parse_count(std::string_view text, SeatCount& count) {
  const std::size_t dots = text.find("..");
  const std::optional<int> least = parse_number(trimmed(text.substr(0, dots)));
  if (!least || *least > most_seats) return false;
  count.required = count.wanted = *least;
  if (dots == std::string_view::npos) return true;
  const std::string_view right = trimmed(text.substr(dots + 2));
  if (right == "all") return count.all = true;
  const std::optional<int> most = parse_number(right);
  if (!most || *most > most_seats || *most < *least) return false;
  count.wanted = *most;
  return true;
}

}  // namespace

std::optional<Seats> read_seats(Draft& draft, const YamlNode& node) {
  Context& context = draft.context;
  const Conference& conference = draft.conference;
  if (!is_map(context, node, "a map from roles to counts")) return std::nullopt;
  Seats seats;
  Location all{};
  for (const YamlNode& item : node.items) {
    SeatCount count;
    const auto role = conference.role_ids.find(item.key);
    if (role == conference.role_ids.end()) {
      if (!context.incomplete) {
        std::string help = context.hint(
            "role", item.key,
            context.knows_hint("role", item.key) ? std::vector<std::string>{} : words_of(conference.role_ids));
        context.say(Code::unknown_role, item.key_where, "no role is called " + quote(item.key),
                    help.empty() ? "declare it under 'roles'" : help);
      } else {
        ++context.unsaid;
      }
    } else {
      count.role = role->second;
    }
    if (!is_scalar(context, item, "a count of seats")) continue;
    if (!parse_count(item.text, count)) {
      context.say(Code::bad_seat_count, item.where, quote(item.text) + " is no count of seats",
                  "write 1, 0..2 or 0..all; counts go up to 1000");
      continue;
    }
    if (count.all && all.known()) {
      context.say(Code::several_all, item.where, "a second role of the session is open to all",
                  "give one of the two a number", {{"first given here", all}});
    } else if (count.all) {
      all = item.where;
    }
    if (role != conference.role_ids.end() && (count.wanted > 0 || count.all)) seats.push_back(count);
  }
  std::sort(seats.begin(), seats.end(), [&](const SeatCount& a, const SeatCount& b) {
    return conference.roles[a.role].id < conference.roles[b.role].id;
  });
  return seats;
}

}  // namespace plancover
