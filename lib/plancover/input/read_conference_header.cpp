// The key `conference`: name, zone, dates and what holds for every session and attendee.
#include <array>

#include "plancover/input/draft.hpp"
#include "plancover/input/fields.hpp"
#include "plancover/input/scalars.hpp"

namespace plancover {

namespace {

constexpr std::array<std::string_view, 7> header_keys{"name",     "timezone", "dates", "day_change",
                                                      "transfer", "seats",    "limits"};

void read_dates(Draft& draft, const YamlNode& node) {
  const std::optional<LocalWindow> dates = read_local_window(draft.context, node);
  if (!dates) return;
  if (dates->from.exact || dates->until.exact) {
    draft.context.say(Code::bad_window, node.where, "the dates of a conference are days without times",
                      "write 2014-10-20..2014-11-07");
    return;
  }
  draft.conference.first_day = std::chrono::floor<std::chrono::days>(dates->from.time);
  draft.conference.last_day = std::chrono::floor<std::chrono::days>(dates->until.time) - std::chrono::days{1};
  draft.conference.dates_where = node.where;
  draft.context.dates_text = node.text;
  draft.context.dates_where = node.where;
}

}  // namespace

void read_conference_header(Draft& draft) {
  Context& context = draft.context;
  Conference& conference = draft.conference;
  const std::size_t before = context.said();
  const YamlNode* node = draft.sections.conference;
  if (node == nullptr) {
    if (!context.incomplete) {
      context.say(Code::no_conference, {}, "no file has the key 'conference'",
                  "say name, timezone and dates of the conference in one file");
    }
    draft.doubts.whole = true;
    return;
  }
  conference.where = node->key_where;
  if (!check_keys(context, *node, "the conference", header_keys)) {
    draft.doubts.whole = true;
    return;
  }
  if (const YamlNode* name = required(context, *node, "name", "the conference")) {
    conference.name = read_text(context, *name, "a name").value_or("");
  }
  if (const YamlNode* zone = required(context, *node, "timezone", "the conference")) {
    if (const std::optional<Zone> found = read_zone(context, *zone)) conference.zone = context.zone = *found;
  }
  if (const YamlNode* dates = required(context, *node, "dates", "the conference")) read_dates(draft, *dates);
  if (const YamlNode* change = node->find("day_change")) {
    conference.day_change = read_clock(context, *change).value_or(conference.day_change);
  }
  if (const YamlNode* transfer = node->find("transfer")) {
    conference.transfer = read_duration(context, *transfer).value_or(conference.transfer);
  }
  if (const YamlNode* limits = node->find("limits")) draft.limits = read_limits(context, *limits, {});
  if (context.said() > before) draft.doubts.whole = true;
}

void read_conference_seats(Draft& draft) {
  const std::size_t before = draft.context.said();
  const YamlNode* conference = draft.sections.conference;
  const YamlNode* node = conference == nullptr ? nullptr : conference->find("seats");
  if (node != nullptr) {
    if (std::optional<Seats> seats = read_seats(draft, *node)) draft.seats = {std::move(*seats), node->where};
  } else {
    SeatCount lead;
    lead.role = draft.conference.role_ids.at("lead");
    lead.required = lead.wanted = 1;
    draft.seats = {{lead}, {}};
  }
  if (draft.context.said() > before) draft.doubts.whole = true;
}

}  // namespace plancover
